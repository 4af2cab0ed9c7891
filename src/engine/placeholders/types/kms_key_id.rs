//! The ID of a KMS key.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "kms-key-id",
    label: "KMS key ID",
    help: "The ID of the KMS key, which its ARN has behind `key/`. The console shows it under KMS.",
    example: "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
    list: false,
    multiline: false,
    called: &[
        "key_id",
        "keyid",
        "kms_key_id",
        "kms_keyid",
        "kms_key",
        "cmk_id",
        "kms_id",
    ],
    validate,
    neutral,
};

/// AWS KMS API reference, `KeyMetadata`, read November 2026.
const RULE: NameRule = NameRule {
    what: "key ID",
    lengths: 1..=128,
    allows: |c| c.is_ascii_alphanumeric() || c == '-',
    allowed: "letters A to Z, digits and hyphens",
};

fn validate(typed: &str) -> Result<String, Problem> {
    RULE.check(typed)
}

fn neutral(number: usize) -> String {
    format!("7e0a1b2c-3d4e-4f50-8a61-{number:012}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_an_id_and_takes_it_out_of_an_arn() {
        accepts(
            &TYPE,
            &[
                (
                    "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
                    "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
                ),
                (
                    "arn:aws:kms:eu-central-1:210987654321:key/mrk-12ab",
                    "mrk-12ab",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_no_id() {
        refuses(
            &TYPE,
            &[(
                "alias/orders",
                "A key ID has no `/`. Enter only the part after the last one.",
            )],
        );
    }
}
