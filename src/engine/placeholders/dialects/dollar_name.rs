//! `$AWS_ACCOUNT_ID` and `$account_id`, left over from a shell script.

use super::{Dialect, LONGEST, Reading, is_word_character};
use crate::engine::placeholders::types;

pub(super) static DIALECT: Dialect = Dialect {
    opens_with: &['$'],
    read,
};

pub(super) const SHELL: &str = "a shell variable";

/// `$LATEST` is a version of a Lambda function, `$DEFAULT` one of an SSM document, `$SYS` a topic of a message broker.
const LITERALS: [&str; 3] = ["DEFAULT", "LATEST", "SYS"];

/// In small letters only names that speak of a kind of value count: `$aws/things` is an IoT topic and `$default` a stage of API Gateway.
fn read(text: &str) -> Option<Reading<'_>> {
    let rest = text.strip_prefix('$')?;
    let len = rest
        .bytes()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        .count();
    let name = rest.get(..len)?;
    let goes_on = rest.get(len..)?.starts_with(is_word_character);
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let is_variable = starts_well && len >= 2 && !goes_on && !LITERALS.contains(&name);
    (is_variable && (is_loud(name) || is_telling(name))).then_some(Reading {
        len: "$".len() + len,
        name,
        whose: Some(SHELL),
    })
}

fn is_loud(name: &str) -> bool {
    name.contains(|c: char| c.is_ascii_uppercase())
        && !name.contains(|c: char| c.is_ascii_lowercase())
}

fn is_telling(name: &str) -> bool {
    let name = crate::engine::placeholders::name::snake_case(name);
    types::type_for_name(&name) != &types::FREE_TEXT
}

#[cfg(test)]
mod tests {
    use super::super::reads;
    use super::DIALECT;

    #[test]
    fn reads_capitals_and_names_that_tell_a_type() {
        reads(
            &DIALECT,
            &[
                ("$AWS_ACCOUNT_ID¦:role", Some("AWS_ACCOUNT_ID")),
                ("$_X1", Some("_X1")),
                ("$REGION", Some("REGION")),
                ("$account_id¦:x", Some("account_id")),
                ("$accountId¦:x", Some("accountId")),
                ("$bucket¦/*", Some("bucket")),
            ],
        );
    }

    #[test]
    fn leaves_names_that_belong_to_aws_alone() {
        let texts = [
            "$LATEST",
            "$DEFAULT",
            "$SYS/broker",
            "$aws/things",
            "$default",
            "$Latest",
            "$ENDpoint",
            "$1",
            "$(*)",
            "$",
            "${REGION}",
        ];
        reads(&DIALECT, &texts.map(|text| (text, None)));
    }
}
