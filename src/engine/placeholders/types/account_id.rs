//! An AWS account ID.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::pasted;

/// How many digits an account ID has (AWS Account Management Reference Guide, read August 2026).
pub(in super::super) const DIGITS: usize = 12;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "account-id",
    label: "Account ID",
    help: "12 digits, with or without hyphens. The console shows them in the account menu at the top right.",
    example: "210987654321",
    list: false,
    multiline: false,
    called: &[
        "account",
        "account_id",
        "accountid",
        "account_number",
        "account_no",
        "account_id_without_hyphens",
        "account_id_without_dashes",
        "account_num",
        "accountnumber",
        "acct",
        "acct_id",
        "acct_number",
        "account_ids",
        "awsaccountid",
        "awsaccount",
    ],
    validate,
    neutral,
};

fn validate(typed: &str) -> Result<String, Problem> {
    let value: String = pasted::clean(typed)
        .chars()
        .filter(|c| !pasted::is_hyphen(*c) && !c.is_whitespace())
        .map(pasted::ascii_digit)
        .collect();
    if let Some(stranger) = value.chars().find(|c| !c.is_ascii_digit()) {
        return Err(Problem::new(not_a_digit(&value, stranger)));
    }
    match value.len() {
        DIGITS => Ok(value),
        1 => Err(Problem::new("This is 1 digit; an account ID has 12.")),
        digits => Err(Problem::new(format!(
            "These are {digits} digits; an account ID has 12."
        ))),
    }
}

fn not_a_digit(value: &str, stranger: char) -> String {
    if value.starts_with("arn:") {
        return "This is an ARN without an account ID. Enter the 12 digits.".into();
    }
    let advice = match stranger {
        'O' | 'o' => " Is it meant to be a zero?",
        'l' | 'I' => " Is it meant to be a one?",
        _ => "",
    };
    format!(
        "An account ID has digits only; this has {}.{advice}",
        pasted::quoted(stranger)
    )
}

fn neutral(number: usize) -> String {
    format!(
        "{:012}",
        (730_516_482_907 + number as u64) % 1_000_000_000_000
    )
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_twelve_digits_however_they_are_grouped() {
        accepts(
            &TYPE,
            &[
                ("210987654321", "210987654321"),
                ("2109-8765-4321", "210987654321"),
                (" 2109 8765 4321\n", "210987654321"),
                ("2109\u{A0}8765\u{2009}4321", "210987654321"),
                ("2109\u{2011}8765\u{2013}4321", "210987654321"),
                ("\t2109\t8765\t4321", "210987654321"),
                ("\u{200B}2109876\u{FEFF}54321\u{200E}", "210987654321"),
                ("２１０９８７６５４３２１", "210987654321"),
                ("\u{662}\u{661}0987654321", "210987654321"),
                ("012345678901", "012345678901"),
                ("\"210987654321\",", "210987654321"),
                ("arn:aws:iam::210987654321:root", "210987654321"),
                (
                    "https://210987654321.signin.aws.amazon.com/console",
                    "210987654321",
                ),
            ],
        );
    }

    #[test]
    fn says_how_many_digits_were_given_and_what_is_no_digit() {
        refuses(
            &TYPE,
            &[
                ("12345", "These are 5 digits; an account ID has 12."),
                ("1", "This is 1 digit; an account ID has 12."),
                (
                    "2109-8765-4321-0",
                    "These are 13 digits; an account ID has 12.",
                ),
                ("--", "These are 0 digits; an account ID has 12."),
                (
                    "21O987654321",
                    "An account ID has digits only; this has `O`. Is it meant to be a zero?",
                ),
                (
                    "2l0987654321",
                    "An account ID has digits only; this has `l`. Is it meant to be a one?",
                ),
                (
                    "XXXXXXXXXXXX",
                    "An account ID has digits only; this has `X`.",
                ),
                (
                    "210987654321*",
                    "An account ID has digits only; this has `*`.",
                ),
                (
                    "21098765432\u{7}",
                    "An account ID has digits only; this has a control character (U+0007).",
                ),
                (
                    "arn:aws:iam::aws:policy/ReadOnlyAccess",
                    "This is an ARN without an account ID. Enter the 12 digits.",
                ),
            ],
        );
    }
}
