//! The name of a Kubernetes service account.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::{dns_label, pasted};

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "k8s-service-account",
    label: "Service account",
    help: "The Kubernetes service account of the pod, without its namespace.",
    example: "orders-api",
    list: false,
    multiline: false,
    called: &[
        "service_account",
        "service_account_name",
        "serviceaccount",
        "k8s_service_account",
        "kubernetes_service_account",
        "sa_name",
    ],
    validate,
    neutral,
};

/// How many characters a name has at most (Kubernetes, "Object Names and IDs").
const MOST: usize = 253;

/// Kubernetes, "Object Names and IDs": labels as RFC 1123 has them, joined by dots.
fn validate(typed: &str) -> Result<String, Problem> {
    let name = pasted::clean(typed);
    let what = "service account";
    let objection = name
        .split('.')
        .find_map(|label| dns_label::objection(what, label));
    match objection {
        Some(message) => Err(Problem::new(message)),
        None if name.len() > MOST => Err(Problem::new(format!(
            "These are {} characters; a service account has at most {MOST}.",
            name.len()
        ))),
        None => Ok(name),
    }
}

fn neutral(number: usize) -> String {
    format!("neutral-account-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_labels_joined_by_dots() {
        accepts(
            &TYPE,
            &[
                ("orders-api", "orders-api"),
                ("a.b-1", "a.b-1"),
                ("system:serviceaccount:orders:api", "api"),
            ],
        );
    }

    #[test]
    fn says_what_kubernetes_does_not_allow() {
        refuses(
            &TYPE,
            &[
                (
                    "orders_api",
                    "A service account has lower-case letters a to z, digits and hyphens only; this has `_`.",
                ),
                ("a..b", "Enter a service account."),
            ],
        );
    }
}
