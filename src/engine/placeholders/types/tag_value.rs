//! The value of a tag.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "tag-value",
    label: "Tag value",
    help: "The value of the tag; upper and lower case count.",
    example: "team-blue",
    list: false,
    multiline: false,
    called: &["tag_value", "tagvalue", "value_of_tag"],
    validate,
    neutral,
};

/// AWS Tagging Best Practices, "Tag naming limits and requirements", read November 2026; letters of other scripts are left out.
const RULE: NameRule = NameRule {
    what: "tag value",
    lengths: 1..=256,
    allows: |c| c.is_ascii_alphanumeric() || "_ .:/=+@-".contains(c),
    allowed: "letters A to Z, digits, blanks and `_.:/=+@-`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    RULE.check(typed)
}

fn neutral(number: usize) -> String {
    format!("neutral-value-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_what_may_be_the_value_of_a_tag() {
        accepts(
            &TYPE,
            &[("team-blue", "team-blue"), (" jo@acme.dev ", "jo@acme.dev")],
        );
    }

    #[test]
    fn says_what_cannot_be_one() {
        refuses(
            &TYPE,
            &[(
                "a*",
                "A tag value has letters A to Z, digits, blanks and `_.:/=+@-` only; this has `*`.",
            )],
        );
    }
}
