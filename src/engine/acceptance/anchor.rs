//! What an accepted finding is known by.

use std::collections::BTreeMap;

use super::content::content;
use super::path;
use super::sha256::{Digest, digest};
use crate::engine::policy::Policy;
use crate::engine::syntax::{NodeId, NodeKind, Path, Tree};
use crate::engine::text::Span;

/// A fingerprint of what a finding is about, as 32 hexadecimal digits in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(String);

/// Half of a SHA-256 digest: short enough for a file that people read, too long for two to meet.
const BYTES: usize = 16;

impl Fingerprint {
    /// Reads 32 hexadecimal digits in lower case; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let is_digit = |letter: u8| letter.is_ascii_digit() || (b'a'..=b'f').contains(&letter);
        (text.len() == 2 * BYTES && text.bytes().all(is_digit)).then(|| Self(text.to_owned()))
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn of(parts: &[&[u8]]) -> Self {
        let digits = digest(parts).into_iter().take(BYTES);
        Self(digits.map(|byte| format!("{byte:02x}")).collect())
    }
}

/// The place and fingerprint of findings in one text; what many findings are about is read once.
pub struct Anchors<'t> {
    tree: &'t Tree,
    statements: Vec<NodeId>,
    contents: BTreeMap<Option<NodeId>, Digest>,
}

/// One place of a finding, free of where its statement stands.
///
/// Ordered by what is said in it, so that the order of a finding's places makes no difference.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    /// The way from the statement, or the element of the document, to the node.
    inside: Path,
    /// The text of a place that is a part of a node.
    part: String,
    content: Digest,
    /// The way from the document to the node.
    path: Path,
}

impl<'t> Anchors<'t> {
    /// Of findings whose places are in this text.
    pub fn new(tree: &'t Tree) -> Self {
        let policy = Policy::new(tree);
        Anchors {
            tree,
            statements: policy
                .statements()
                .iter()
                .map(|statement| statement.node)
                .collect(),
            contents: BTreeMap::new(),
        }
    }

    /// The path of the finding with these places, and the fingerprint of what it is about.
    ///
    /// The path is that of the first place, in an order that does not change when statements or members change places.
    pub fn of(&mut self, places: impl IntoIterator<Item = Span>) -> (Path, Fingerprint) {
        let mut places: Vec<Place> = places.into_iter().map(|span| self.place(span)).collect();
        places.sort();
        let mut message = Vec::new();
        for place in &places {
            push(
                &mut message,
                path::to_json(&place.inside).to_string().as_bytes(),
            );
            push(&mut message, place.part.as_bytes());
            push(&mut message, &place.content);
        }
        let path = places.into_iter().next().map(|first| first.path);
        (path.unwrap_or_default(), Fingerprint::of(&[&message]))
    }

    fn place(&mut self, span: Span) -> Place {
        let node = self.node(span);
        let element = node.and_then(|node| self.element(node));
        let path = node.map(|node| self.tree.path(node)).unwrap_or_default();
        let above = element.map_or(0, |element| self.tree.path(element).0.len());
        let is_whole = node.is_none_or(|node| self.tree.span(node) == span);
        Place {
            inside: Path(path.0.iter().skip(above).cloned().collect()),
            part: if is_whole {
                String::new()
            } else {
                span.text(self.tree.text()).to_owned()
            },
            content: self.content(element),
            path,
        }
    }

    /// The innermost node that the span lies in.
    fn node(&self, span: Span) -> Option<NodeId> {
        let innermost = self.tree.node_at(span.start)?;
        self.with_ancestors(innermost)
            .find(|node| self.tree.span(*node).covers(span))
    }

    /// The statement that a node is in, or else the value of the document's element; `None` for the document itself.
    fn element(&self, node: NodeId) -> Option<NodeId> {
        let is_element = |node: &NodeId| {
            let member = self
                .tree
                .parent(*node)
                .filter(|parent| self.tree.kind(*parent) == NodeKind::Member);
            member.is_some_and(|member| self.tree.parent(member) == self.tree.root())
        };
        self.with_ancestors(node)
            .find(|node| self.statements.binary_search(node).is_ok())
            .or_else(|| self.with_ancestors(node).find(is_element))
    }

    fn with_ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(Some(node), |node| self.tree.parent(*node))
    }

    fn content(&mut self, element: Option<NodeId>) -> Digest {
        let (tree, node) = (self.tree, element.or(self.tree.root()));
        *self
            .contents
            .entry(element)
            .or_insert_with(|| node.map(|node| content(tree, node)).unwrap_or_default())
    }
}

/// Adds a field with its length before it, so that no two messages are alike.
fn push(message: &mut Vec<u8>, field: &[u8]) {
    message.extend((field.len() as u64).to_be_bytes());
    message.extend(field);
}
