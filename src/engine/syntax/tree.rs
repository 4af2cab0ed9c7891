//! The document as nodes in one flat list, in the order of the text.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::errors::SyntaxError;
use super::strings;
use super::token::{Token, Tokens, narrow, widen};
use crate::engine::text::Span;

/// Names a node of one tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NodeKind {
    /// An object; its children are members.
    Object,
    /// An array; its children are values.
    Array,
    /// A member of an object; its two children are its key and its value.
    Member,
    /// A string, also one whose quotes are wrong or missing on one side.
    String,
    /// A number.
    Number,
    /// `true`
    True,
    /// `false`
    False,
    /// `null`
    Null,
    /// Unquoted text, kept because it may be a stand-in.
    Bare,
    /// A key or value that should be there and is not; its span is empty.
    Missing,
}

impl NodeKind {
    /// Whether the node can have children.
    pub fn is_container(self) -> bool {
        matches!(self, NodeKind::Object | NodeKind::Array | NodeKind::Member)
    }
}

/// A node; the nodes of its subtree follow it directly, up to `subtree_end`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub start: u32,
    pub end: u32,
    pub parent: u32,
    pub subtree_end: u32,
    /// The place among its parent's children.
    pub ordinal: u32,
    pub kind: NodeKind,
    pub spelling: Spelling,
}

/// How a string is written, so that most strings can be read without looking at every byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
    /// Between double quotes, and the text is the value.
    Plain,
    /// Between double quotes, with escapes.
    Escaped,
    /// Between quotes of which at least one is not a double quote.
    OddlyQuoted,
    /// With an opening quote only.
    Unclosed,
    /// With a closing quote only.
    Unopened,
}

/// A member of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Member {
    /// The member itself.
    pub node: NodeId,
    /// Its name; of kind [`NodeKind::Missing`] where there is none.
    pub key: NodeId,
    /// Its value; of kind [`NodeKind::Missing`] where there is none.
    pub value: NodeId,
}

/// A text with the nodes, tokens and errors found in it.
#[derive(Debug, Clone)]
pub struct Tree {
    pub(super) text: Arc<str>,
    pub(super) nodes: Vec<Node>,
    pub(super) tokens: Tokens,
    pub(super) errors: Vec<SyntaxError>,
}

pub(super) const NO_PARENT: u32 = u32::MAX;

impl Tree {
    /// The text, byte for byte as it was given.
    pub fn text(&self) -> &Arc<str> {
        &self.text
    }

    /// The tokens in order, without a gap from the first byte of the text to the last.
    pub fn tokens(&self) -> impl Iterator<Item = Token> {
        self.tokens.iter()
    }

    /// The errors, ordered by span; at most [`super::MAX_ERRORS`], those that stand first in the text.
    pub fn errors(&self) -> &[SyntaxError] {
        &self.errors
    }

    /// The value that is the document; `None` when there is none.
    pub fn root(&self) -> Option<NodeId> {
        (!self.nodes.is_empty()).then_some(NodeId(0))
    }

    /// What the node is.
    pub fn kind(&self, id: NodeId) -> NodeKind {
        self.node(id).map_or(NodeKind::Missing, |node| node.kind)
    }

    /// Where the node stands, quotes and brackets included.
    pub fn span(&self, id: NodeId) -> Span {
        self.node(id).map_or(Span::at(0), |node| {
            Span::new(widen(node.start), widen(node.end))
        })
    }

    /// The text of the node as written.
    pub fn raw(&self, id: NodeId) -> &str {
        self.span(id).text(&self.text)
    }

    /// The node it belongs to: the object of a member, the member of a key or value, the array of an element.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.node(id)
            .map(|node| node.parent)
            .filter(|parent| *parent != NO_PARENT)
            .map(NodeId)
    }

    /// The place of the node among its parent's children, from 0.
    pub fn ordinal(&self, id: NodeId) -> usize {
        self.node(id).map_or(0, |node| widen(node.ordinal))
    }

    /// The nodes directly in this one, in the order of the text.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        let inside = self.inside(id);
        let mut next = inside.start;
        std::iter::from_fn(move || {
            let child = (next < inside.end).then_some(NodeId(next))?;
            next = self.node(child).map_or(inside.end, |node| node.subtree_end);
            Some(child)
        })
    }

    /// The node that follows this one under the same parent.
    pub fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        let next = self.node(id)?.subtree_end;
        let end = self.node(self.parent(id)?)?.subtree_end;
        (next < end).then_some(NodeId(next))
    }

    /// The node that stands before this one under the same parent.
    pub fn previous_sibling(&self, id: NodeId) -> Option<NodeId> {
        let parent = self.parent(id)?;
        let before = NodeId(id.0.checked_sub(1)?);
        let ancestors = std::iter::successors(Some(before), |node| self.parent(*node));
        ancestors
            .take_while(|node| *node != parent)
            .find(|node| self.parent(*node) == Some(parent))
    }

    /// All nodes in this one, without itself, in the order of the text.
    pub fn descendants(&self, id: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        self.inside(id).map(NodeId)
    }

    /// The members of an object in the order of the text; none for any other node.
    pub fn members(&self, object: NodeId) -> impl Iterator<Item = Member> {
        self.children(object)
            .filter_map(|node| self.as_member(node))
    }

    /// The node as a member, when it is one.
    pub fn as_member(&self, node: NodeId) -> Option<Member> {
        if self.kind(node) != NodeKind::Member {
            return None;
        }
        let mut parts = self.children(node);
        Some(Member {
            node,
            key: parts.next()?,
            value: parts.next()?,
        })
    }

    /// The elements of an array in the order of the text; none for any other node.
    pub fn elements(&self, array: NodeId) -> impl Iterator<Item = NodeId> {
        let is_array = self.kind(array) == NodeKind::Array;
        self.children(array).filter(move |_| is_array)
    }

    /// The member of exactly this name; of several the last, which is the one that JSON readers keep.
    pub fn member(&self, object: NodeId, name: &str) -> Option<Member> {
        self.members(object)
            .filter(|member| self.key_text(*member) == name)
            .last()
    }

    /// The name of a member: decoded when quoted, as written when not, empty when missing.
    pub fn key_text(&self, member: Member) -> Cow<'_, str> {
        self.string(member.key)
            .unwrap_or_else(|| Cow::Borrowed(self.raw(member.key)))
    }

    /// The value of a string, with its escapes read; `None` for any other node.
    ///
    /// An escape that JSON does not know stays as it is written, and half a surrogate pair becomes U+FFFD.
    pub fn string(&self, id: NodeId) -> Option<Cow<'_, str>> {
        let node = self.node(id).filter(|node| node.kind == NodeKind::String)?;
        let content = self.content(node).text(&self.text);
        Some(match node.spelling {
            Spelling::Plain => Cow::Borrowed(content),
            _ => strings::decode(content),
        })
    }

    /// Where the text of a string stands without its quotes; for any other node the same as its span.
    pub fn content_span(&self, id: NodeId) -> Span {
        let string = self.node(id).filter(|node| node.kind == NodeKind::String);
        string.map_or_else(|| self.span(id), |node| self.content(node))
    }

    /// The span of a string without its quotes; those of nearly all strings are known to be one byte wide.
    fn content(&self, node: &Node) -> Span {
        let span = Span::new(widen(node.start), widen(node.end));
        if matches!(node.spelling, Spelling::Plain | Spelling::Escaped) {
            return Span::new(span.start + 1, span.end.saturating_sub(1));
        }
        let written = span.text(&self.text);
        let opening = written
            .chars()
            .next()
            .filter(|_| node.spelling != Spelling::Unopened);
        let closing = written
            .chars()
            .next_back()
            .filter(|_| node.spelling != Spelling::Unclosed);
        let width = |quote: Option<char>| quote.map_or(0, char::len_utf8);
        Span::new(span.start + width(opening), span.end - width(closing))
    }

    /// Where the bytes `range` of a string's value stand in the text; an escape is taken whole.
    ///
    /// For unquoted text the range counts in the text as written.
    /// `None` when the range leaves the value.
    pub fn decoded_range_to_span(&self, id: NodeId, range: Range<usize>) -> Option<Span> {
        let content = self.content_span(id);
        let written = content.text(&self.text);
        let escaped = self.kind(id) == NodeKind::String;
        let within = if escaped {
            strings::written_range(written, range)?
        } else {
            range
        };
        written.get(within.clone())?;
        Some(Span::new(
            content.start + within.start,
            content.start + within.end,
        ))
    }

    /// The innermost node that holds the byte at `offset`.
    pub fn node_at(&self, offset: usize) -> Option<NodeId> {
        let begun = self
            .nodes
            .partition_point(|node| widen(node.start) <= offset);
        let mut candidate = NodeId(narrow(begun.checked_sub(1)?));
        while !self.span(candidate).contains(offset) {
            candidate = self.parent(candidate)?;
        }
        Some(candidate)
    }

    /// Every node in the order of the text.
    pub(super) fn all(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..narrow(self.nodes.len())).map(NodeId)
    }

    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(widen(id.0))
    }

    fn inside(&self, id: NodeId) -> Range<u32> {
        let end = self.node(id).map_or(0, |node| node.subtree_end);
        id.0 + 1..end
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]
mod tests {
    use super::*;
    use crate::engine::syntax::parse;

    #[test]
    fn reads_strings_in_any_quotes() {
        let tree = parse("[\"a\\u0062\\n\", 'c\\'d', “e”, \"f\n, x\"]");
        let root = tree.root().unwrap();
        let values: Vec<_> = tree
            .elements(root)
            .map(|element| tree.string(element).unwrap())
            .collect();
        assert_eq!(values, ["ab\n", "c'd", "e", "f", "x"]);
        let contents: Vec<_> = tree
            .elements(root)
            .map(|element| tree.content_span(element).text(tree.text()))
            .collect();
        assert_eq!(contents, ["a\\u0062\\n", "c\\'d", "e", "f", "x"]);
    }

    #[test]
    fn finds_a_part_of_a_value_where_it_is_written() {
        let text = r#"["a\u00e9b", <c d>]"#;
        let tree = parse(text);
        let elements: Vec<NodeId> = tree.elements(tree.root().unwrap()).collect();
        let written = |element: usize, range| {
            let span = tree.decoded_range_to_span(elements[element], range)?;
            Some(span.text(text))
        };
        assert_eq!(written(0, 0..1), Some("a"));
        assert_eq!(written(0, 1..3), Some(r"\u00e9"));
        assert_eq!(written(0, 2..4), Some(r"\u00e9b"));
        assert_eq!(written(0, 4..4), Some(""));
        assert_eq!(written(0, 3..5), None);
        assert_eq!(written(1, 1..2), Some("c"));
        assert_eq!(written(1, 4..6), None);
    }

    #[test]
    fn finds_the_innermost_node_at_a_place() {
        let text = r#"{"a": [1, "b"] }"#;
        let tree = parse(text);
        let raw_at = |offset| tree.node_at(offset).map(|node| tree.raw(node));
        assert_eq!(raw_at(0), Some(text));
        assert_eq!(raw_at(2), Some(r#""a""#));
        assert_eq!(raw_at(4), Some(&text[1..14]));
        assert_eq!(raw_at(8), Some(r#"[1, "b"]"#));
        assert_eq!(raw_at(11), Some(r#""b""#));
        assert_eq!(raw_at(15), Some(text));
        assert_eq!(raw_at(16), None);
    }

    #[test]
    fn finds_the_nodes_beside_a_node() {
        let text = r#"[{"a": [1]}, [[2]], 3]"#;
        let tree = parse(text);
        let elements: Vec<NodeId> = tree.elements(tree.root().unwrap()).collect();
        for (at, element) in elements.iter().enumerate() {
            assert_eq!(
                tree.next_sibling(*element),
                elements.get(at + 1).copied(),
                "{at}"
            );
            let before = at.checked_sub(1).map(|before| elements[before]);
            assert_eq!(tree.previous_sibling(*element), before, "{at}");
        }
        let root = tree.root().unwrap();
        assert_eq!(
            (tree.next_sibling(root), tree.previous_sibling(root)),
            (None, None)
        );
    }

    #[test]
    fn gives_the_last_of_several_members_of_one_name() {
        let tree = parse(r#"{"a": 1, "b": 2, "\u0061": 3}"#);
        let member = tree.member(tree.root().unwrap(), "a").unwrap();
        assert_eq!(
            (tree.raw(member.value), tree.ordinal(member.node)),
            ("3", 2)
        );
        assert_eq!(tree.member(tree.root().unwrap(), "A"), None);
    }

    #[test]
    fn a_missing_key_or_value_is_an_empty_node_in_its_place() {
        let tree = parse(r#"{"a": , : 1}"#);
        let members: Vec<Member> = tree.members(tree.root().unwrap()).collect();
        assert_eq!(tree.kind(members[0].value), NodeKind::Missing);
        assert_eq!(tree.span(members[0].value), Span::at(5));
        assert_eq!(
            (tree.kind(members[1].key), tree.key_text(members[1])),
            (NodeKind::Missing, "".into())
        );
    }
}
