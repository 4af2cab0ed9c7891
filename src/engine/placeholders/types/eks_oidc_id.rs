//! The ID that an EKS cluster has as an OpenID Connect provider.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;
use crate::engine::placeholders::pasted;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "eks-oidc-id",
    label: "OIDC provider ID",
    help: "The end of the cluster's issuer URL, behind `/id/`. `aws eks describe-cluster` shows it.",
    example: "0123456789ABCDEF0123456789ABCDEF",
    list: false,
    multiline: false,
    called: &[
        "oidc_id",
        "oidc_provider_id",
        "eks_oidc_id",
        "eks_id",
        "cluster_oidc_id",
        "oidcid",
        "eks_cluster_id",
        "oidc_issuer_id",
        "eks_oidc_provider_id",
    ],
    validate,
    neutral,
};

/// Amazon EKS User Guide, "IAM roles for service accounts", read November 2026.
const RULE: NameRule = NameRule {
    what: "OIDC provider ID",
    lengths: 32..=32,
    allows: |c| c.is_ascii_hexdigit(),
    allowed: "digits and letters A to F",
};

fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed).to_ascii_uppercase();
    RULE.check(cleaned.strip_prefix("ID/").unwrap_or(&cleaned))
}

fn neutral(number: usize) -> String {
    format!("{number:032X}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_an_id_and_takes_it_out_of_an_issuer() {
        accepts(
            &TYPE,
            &[
                (
                    "0123456789abcdef0123456789ABCDEF",
                    "0123456789ABCDEF0123456789ABCDEF",
                ),
                (
                    "https://oidc.eks.eu-central-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF",
                    "0123456789ABCDEF0123456789ABCDEF",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_no_id() {
        refuses(
            &TYPE,
            &[
                (
                    "0123",
                    "These are 4 characters; an OIDC provider ID has 32.",
                ),
                (
                    "my-cluster",
                    "An OIDC provider ID has digits and letters A to F only; this has `M`.",
                ),
            ],
        );
    }
}
