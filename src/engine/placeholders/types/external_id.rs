//! The external ID that a trust policy asks for.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "external-id",
    label: "External ID",
    help: "Copy it from the page where the vendor or the other account shows it, exactly as it stands there.",
    example: "3f9c1e7a-5b0e-4d3f-9a51-7d2a0c6e8b14",
    list: false,
    multiline: false,
    called: &["external_id", "externalid"],
    validate,
    neutral,
};

/// AWS STS API reference, `AssumeRole`, read November 2026.
const RULE: NameRule = NameRule {
    what: "external ID",
    lengths: 2..=1224,
    allows: |c| c.is_ascii_alphanumeric() || "_+=,.@:/-".contains(c),
    allowed: "letters A to Z, digits and `_+=,.@:/-`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    RULE.check(typed)
}

fn neutral(number: usize) -> String {
    format!("neutral-external-id-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_what_sts_allows() {
        accepts(
            &TYPE,
            &[
                (
                    "3f9c1e7a-5b0e-4d3f-9a51-7d2a0c6e8b14",
                    "3f9c1e7a-5b0e-4d3f-9a51-7d2a0c6e8b14",
                ),
                (" \"acme:42/x\"", "acme:42/x"),
            ],
        );
    }

    #[test]
    fn says_what_sts_does_not_allow() {
        refuses(
            &TYPE,
            &[
                ("a", "This is 1 character; an external ID has 2 to 1224."),
                (
                    "my id",
                    "An external ID has letters A to Z, digits and `_+=,.@:/-` only; this has a blank.",
                ),
            ],
        );
    }
}
