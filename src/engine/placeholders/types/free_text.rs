//! Any text: the type of a placeholder about which nothing more is known.

use super::{PlaceholderType, Problem};

pub(in super::super) static TYPE: PlaceholderType = PlaceholderType {
    id: "free-text",
    label: "Text",
    help: "Any text. It is put into the policy as it stands; quotes and line breaks are escaped.",
    example: "orders",
    list: false,
    multiline: false,
    // Names that end like those of another type and mean something else.
    called: &["storage_account", "account_name", "account_alias"],
    validate,
    neutral,
};

fn validate(typed: &str) -> Result<String, Problem> {
    Ok(typed.trim().to_string())
}

fn neutral(number: usize) -> String {
    format!("neutral-text-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::accepts;
    use super::TYPE;

    #[test]
    fn accepts_everything_and_takes_off_the_blanks_around_it() {
        accepts(
            &TYPE,
            &[
                ("orders", "orders"),
                (" orders v2\n", "orders v2"),
                ("*", "*"),
                ("say \"hi\"\\\n{{name}}", "say \"hi\"\\\n{{name}}"),
                ("버킷\u{0}", "버킷\u{0}"),
            ],
        );
    }
}
