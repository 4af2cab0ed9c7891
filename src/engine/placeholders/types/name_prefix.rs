//! How the names of several resources begin.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;
use crate::engine::placeholders::pasted;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "name-prefix",
    label: "Beginning of the names",
    help: "How the names begin, without the `*` that stands for the rest.",
    example: "nf-",
    list: false,
    multiline: false,
    called: &[
        "prefix",
        "name_prefix",
        "resource_prefix",
        "stack_prefix",
        "project_prefix",
    ],
    validate,
    neutral,
};

/// What the names of IAM, Batch, Lambda and their like have in common.
const RULE: NameRule = NameRule {
    what: "name prefix",
    lengths: 1..=120,
    allows: |c| c.is_ascii_alphanumeric() || "_/+=.@-".contains(c),
    allowed: "letters A to Z, digits and `_/+=.@-`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    RULE.check(pasted::clean(typed).trim_end_matches('*'))
}

fn neutral(number: usize) -> String {
    format!("neutral-prefix-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_beginning_without_its_star() {
        accepts(
            &TYPE,
            &[
                ("nf-", "nf-"),
                ("nf-*", "nf-"),
                (" team/blue_ ", "team/blue_"),
            ],
        );
    }

    #[test]
    fn says_what_no_name_begins_with() {
        refuses(
            &TYPE,
            &[
                (
                    "n*f",
                    "A name prefix has letters A to Z, digits and `_/+=.@-` only; this has `*`.",
                ),
                ("*", "Enter a name prefix."),
            ],
        );
    }
}
