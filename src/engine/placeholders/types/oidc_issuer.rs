//! The issuer of an OpenID Connect provider, such as that of an EKS cluster.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;
use crate::engine::placeholders::pasted;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "oidc-issuer",
    label: "OIDC issuer",
    help: "The issuer URL of the cluster or provider without `https://`. `aws eks describe-cluster` shows it.",
    example: "oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF",
    list: false,
    multiline: false,
    called: &[
        "oidc_issuer",
        "oidc_provider",
        "oidc_url",
        "issuer",
        "issuer_host",
        "issuer_url",
        "oidc",
        "oidc_provider_url",
        "oidc_issuer_url",
        "identity_provider",
        "oidc_endpoint",
        "provider_url",
    ],
    validate,
    neutral,
};

/// IAM API reference, `CreateOpenIDConnectProvider`, read November 2026.
const RULE: NameRule = NameRule {
    what: "OIDC issuer",
    lengths: 3..=255,
    allows: |c| c.is_ascii_alphanumeric() || "._/-".contains(c),
    allowed: "letters A to Z, digits and `._/-`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed);
    let value = cleaned.strip_prefix("https://").unwrap_or(&cleaned);
    let value = value.trim_end_matches('/');
    let issuer = RULE.check(value.strip_prefix("oidc-provider/").unwrap_or(value))?;
    let (host, path) = issuer.split_once('/').unwrap_or((&issuer, ""));
    match host.contains('.') {
        true if path.is_empty() => Ok(host.to_ascii_lowercase()),
        true => Ok(format!("{}/{path}", host.to_ascii_lowercase())),
        false => Err(Problem::new(
            "An OIDC issuer begins with a host, as in `oidc.eks.eu-central-1.amazonaws.com/id/…`.",
        )),
    }
}

fn neutral(number: usize) -> String {
    format!("oidc.eks.eu-west-1.amazonaws.com/id/{number:032X}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_an_issuer_and_takes_it_out_of_an_address() {
        accepts(
            &TYPE,
            &[
                (
                    "https://oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF",
                    "oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF",
                ),
                (
                    "Token.Actions.GitHubUserContent.com/",
                    "token.actions.githubusercontent.com",
                ),
                (
                    "arn:aws:iam::210987654321:oidc-provider/oidc.eks.eu-central-1.amazonaws.com/id/0123",
                    "oidc.eks.eu-central-1.amazonaws.com/id/0123",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_no_issuer() {
        refuses(
            &TYPE,
            &[
                (
                    "0123456789ABCDEF",
                    "An OIDC issuer begins with a host, as in `oidc.eks.eu-central-1.amazonaws.com/id/…`.",
                ),
                (
                    "acme.dev:443",
                    "An OIDC issuer has letters A to Z, digits and `._/-` only; this has `:`.",
                ),
            ],
        );
    }
}
