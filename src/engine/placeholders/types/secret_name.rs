//! The name of a secret in Secrets Manager.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "secret-name",
    label: "Secret name",
    help: "The name of the secret, without the hyphen and six characters that AWS adds to it in the ARN.",
    example: "orders/db",
    list: false,
    multiline: false,
    called: &[
        "secret",
        "secret_name",
        "secretname",
        "secrets_manager_secret",
        "secret_id",
        "secretsmanager_secret",
    ],
    validate,
    neutral,
};

/// AWS Secrets Manager API reference, `CreateSecret`, read November 2026.
const RULE: NameRule = NameRule {
    what: "secret name",
    lengths: 1..=512,
    allows: |c| c.is_ascii_alphanumeric() || "/_+=.@-".contains(c),
    allowed: "letters A to Z, digits and `/_+=.@-`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    RULE.check(typed)
}

fn neutral(number: usize) -> String {
    format!("neutral-secret-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_name_and_takes_it_out_of_an_arn() {
        accepts(
            &TYPE,
            &[
                ("orders/db", "orders/db"),
                (
                    "arn:aws:secretsmanager:eu-central-1:210987654321:secret:orders/db-a1B2c3",
                    "orders/db",
                ),
                (
                    "https://eu-central-1.console.aws.amazon.com/secretsmanager/secret?name=orders%2Fdb&region=eu-central-1",
                    "orders/db",
                ),
            ],
        );
    }

    #[test]
    fn says_what_secrets_manager_does_not_allow() {
        refuses(
            &TYPE,
            &[
                (
                    "orders db",
                    "A secret name has letters A to Z, digits and `/_+=.@-` only; this has a blank.",
                ),
                (
                    "orders-*",
                    "A secret name has letters A to Z, digits and `/_+=.@-` only; this has `*`.",
                ),
            ],
        );
    }
}
