//! The name of a Kubernetes namespace.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::{dns_label, pasted};

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "k8s-namespace",
    label: "Namespace",
    help: "The Kubernetes namespace that the pod runs in; `kubectl get namespaces` lists them.",
    example: "orders",
    list: false,
    multiline: false,
    called: &["namespace", "k8s_namespace", "kubernetes_namespace"],
    validate,
    neutral,
};

/// Kubernetes, "Object Names and IDs": a label as RFC 1123 has it.
fn validate(typed: &str) -> Result<String, Problem> {
    let name = pasted::clean(typed);
    match dns_label::objection("namespace", &name) {
        Some(message) => Err(Problem::new(message)),
        None => Ok(name),
    }
}

fn neutral(number: usize) -> String {
    format!("neutral-namespace-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_label() {
        accepts(
            &TYPE,
            &[
                ("orders", "orders"),
                (" kube-system ", "kube-system"),
                ("system:serviceaccount:orders:api", "orders"),
            ],
        );
    }

    #[test]
    fn says_what_kubernetes_does_not_allow() {
        refuses(
            &TYPE,
            &[
                (
                    "Orders",
                    "A namespace has lower-case letters a to z, digits and hyphens only; this has `O`.",
                ),
                (
                    "-a",
                    "A namespace begins and ends with a letter or a digit.",
                ),
                (
                    &"a".repeat(64),
                    "These are 64 characters; a namespace has at most 63.",
                ),
            ],
        );
    }
}
