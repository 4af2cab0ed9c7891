//! JSON as it stands, for what cannot be read as part of a policy.

use crate::engine::syntax::{NodeId, NodeKind, Tree};

/// A value with everything in it, flattened: each node with its depth.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shape(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    depth: usize,
    content: Content,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Content {
    Object,
    Array,
    Member,
    /// A string, or unquoted text, which a repair turns into a string.
    Text(String),
    Number(String),
    True,
    False,
    Null,
    Missing,
}

impl Shape {
    /// Reads a node and everything in it.
    pub(super) fn new(tree: &Tree, node: NodeId) -> Self {
        let mut parts = Vec::new();
        let mut ancestors = Vec::new();
        for node in std::iter::once(node).chain(tree.descendants(node)) {
            let parent = tree.parent(node);
            while ancestors.last().is_some_and(|last| Some(*last) != parent) {
                ancestors.pop();
            }
            parts.push(Part {
                depth: ancestors.len(),
                content: content(tree, node),
            });
            ancestors.push(node);
        }
        Self(parts)
    }
}

fn content(tree: &Tree, node: NodeId) -> Content {
    match tree.kind(node) {
        NodeKind::Object => Content::Object,
        NodeKind::Array => Content::Array,
        NodeKind::Member => Content::Member,
        NodeKind::Number => Content::Number(tree.raw(node).to_owned()),
        NodeKind::True => Content::True,
        NodeKind::False => Content::False,
        NodeKind::Null => Content::Null,
        NodeKind::Missing => Content::Missing,
        NodeKind::String | NodeKind::Bare => Content::Text(text(tree, node).unwrap_or_default()),
    }
}

/// The text of a string or of unquoted text; `None` for any other node.
pub(super) fn text(tree: &Tree, node: NodeId) -> Option<String> {
    let unquoted = || (tree.kind(node) == NodeKind::Bare).then(|| tree.raw(node).to_owned());
    tree.string(node)
        .map(|text| text.into_owned())
        .or_else(unquoted)
}
