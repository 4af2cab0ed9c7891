//! The key of a tag.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "tag-key",
    label: "Tag key",
    help: "The key of the tag, upper and lower case as it is.",
    example: "CreatedBy",
    list: false,
    multiline: false,
    called: &["tag_key", "tagkey", "tag_name", "tagname"],
    validate,
    neutral,
};

/// AWS Tagging Best Practices, "Tag naming limits and requirements", read November 2026; letters of other scripts are left out.
const RULE: NameRule = NameRule {
    what: "tag key",
    lengths: 1..=128,
    allows: |c| c.is_ascii_alphanumeric() || "_ .:/=+@-".contains(c),
    allowed: "letters A to Z, digits, blanks and `_.:/=+@-`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    let key = RULE.check(typed)?;
    match key.to_ascii_lowercase().starts_with("aws:") {
        true => Err(Problem::new(
            "Only AWS gives tags whose keys begin with `aws:`. Enter a key of your own.",
        )),
        false => Ok(key),
    }
}

fn neutral(number: usize) -> String {
    format!("NeutralTag{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_what_may_be_the_key_of_a_tag() {
        accepts(
            &TYPE,
            &[
                ("CreatedBy", "CreatedBy"),
                (" cost center: eu ", "cost center: eu"),
            ],
        );
    }

    #[test]
    fn says_what_cannot_be_one() {
        refuses(
            &TYPE,
            &[
                (
                    "aws:createdBy",
                    "Only AWS gives tags whose keys begin with `aws:`. Enter a key of your own.",
                ),
                (
                    "a*",
                    "A tag key has letters A to Z, digits, blanks and `_.:/=+@-` only; this has `*`.",
                ),
            ],
        );
    }
}
