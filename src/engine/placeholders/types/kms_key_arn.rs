//! The ARN of a KMS key.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;
use crate::engine::placeholders::resource_arn;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "kms-key-arn",
    label: "KMS key ARN",
    help: "The full ARN of the KMS key. The console shows it on the key's page; an alias does not do.",
    example: "arn:aws:kms:eu-central-1:210987654321:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
    list: false,
    multiline: false,
    called: &[
        "kms_key_arn",
        "key_arn",
        "kms_arn",
        "cmk_arn",
        "encryption_key_arn",
        "kms_cmk_arn",
    ],
    validate,
    neutral,
};

/// The ID of a key, or of one that is in several Regions (`mrk-…`).
const ID: NameRule = NameRule {
    what: "key ID",
    lengths: 1..=128,
    allows: |c| c.is_ascii_alphanumeric() || c == '-',
    allowed: "letters A to Z, digits and hyphens",
};

const SHAPE: &str = "A KMS key's ARN looks like `arn:aws:kms:eu-central-1:210987654321:key/…`.";

fn validate(typed: &str) -> Result<String, Problem> {
    let arn = resource_arn::read(typed, SHAPE)?;
    if arn.service == "kms" && arn.resource.starts_with("alias/") {
        return Err(Problem::new(
            "This is the ARN of an alias. Enter the ARN of the key itself, with `key/`.",
        ));
    }
    let id = arn
        .resource
        .strip_prefix("key/")
        .filter(|_| arn.service == "kms");
    let id = id.ok_or_else(|| Problem::new(SHAPE))?;
    arn.require_region()?;
    arn.require_account()?;
    ID.check(id)?;
    Ok(arn.text)
}

fn neutral(number: usize) -> String {
    format!("arn:aws:kms:eu-west-1:640173952806:key/7e0a1b2c-3d4e-4f50-8a61-{number:012}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_the_arn_of_a_key_of_any_partition() {
        accepts(
            &TYPE,
            &[
                (
                    " \"arn:aws:kms:eu-central-1:210987654321:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0\"",
                    "arn:aws:kms:eu-central-1:210987654321:key/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
                ),
                (
                    "arn:aws-eusc:kms:eusc-de-east-1:210987654321:key/mrk-1234",
                    "arn:aws-eusc:kms:eusc-de-east-1:210987654321:key/mrk-1234",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_no_key() {
        refuses(
            &TYPE,
            &[
                (
                    "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0",
                    "A KMS key's ARN looks like `arn:aws:kms:eu-central-1:210987654321:key/…`.",
                ),
                (
                    "arn:aws:kms:eu-central-1:210987654321:alias/orders",
                    "This is the ARN of an alias. Enter the ARN of the key itself, with `key/`.",
                ),
                (
                    "arn:aws:kms:eu-central-1::key/1",
                    "The account ID in this ARN is not 12 digits.",
                ),
                (
                    "arn:aws:kms::210987654321:key/1",
                    "The Region in this ARN is missing or misspelled.",
                ),
                (
                    "arn:aws:kms:eu-central-1:210987654321:key/*",
                    "A key ID has letters A to Z, digits and hyphens only; this has `*`.",
                ),
                (
                    "arn:aws:s3:::b",
                    "A KMS key's ARN looks like `arn:aws:kms:eu-central-1:210987654321:key/…`.",
                ),
            ],
        );
    }
}
