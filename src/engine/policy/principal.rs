//! Who a statement is about.

use std::borrow::Cow;

use super::statement::{Entry, entries};
use crate::engine::syntax::{NodeId, NodeKind, Tree};

/// The types of principals, in alphabetical order.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal", 2025.
pub const PRINCIPAL_TYPES: [&str; 4] = ["AWS", "CanonicalUser", "Federated", "Service"];

/// One principal of `Principal` or `NotPrincipal`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principal<'t> {
    /// `AWS`, `Service`, `Federated`, `CanonicalUser` or whatever stands there; `AWS` for a lone `"*"`.
    pub type_name: Cow<'t, str>,
    /// The string that names the principal.
    pub entry: Entry<'t>,
}

/// The principals of an element's value, in the order of the text.
///
/// A lone `"*"` means the same as `{"AWS": "*"}`.
/// Source: IAM User Guide, "AWS JSON policy elements: Principal", 2025.
pub fn principals(tree: &Tree, value: NodeId) -> Vec<Principal<'_>> {
    if tree.kind(value) == NodeKind::String {
        return entries(tree, value)
            .map(|entry| Principal {
                type_name: Cow::Borrowed("AWS"),
                entry,
            })
            .collect();
    }
    let of_type = |member| {
        let type_name = tree.key_text(member);
        entries(tree, member.value).map(move |entry| Principal {
            type_name: type_name.clone(),
            entry,
        })
    };
    tree.members(value).flat_map(of_type).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::engine::syntax::parse;

    #[test]
    fn lists_principals_with_their_types() {
        let table: [(&str, &[(&str, &str)]); 4] = [
            (r#""*""#, &[("AWS", "*")]),
            (r#"{"AWS": "*"}"#, &[("AWS", "*")]),
            (
                r#"{"Service": ["a", "b"], "AWS": "c"}"#,
                &[("Service", "a"), ("Service", "b"), ("AWS", "c")],
            ),
            (r#"{"AWS": 1}"#, &[]),
        ];
        for (text, expected) in table {
            let tree = parse(text);
            let found = principals(&tree, tree.root().unwrap());
            let found: Vec<(&str, &str)> = found
                .iter()
                .map(|one| (&*one.type_name, &*one.entry.text))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
