//! Lays the nodes down in the order of the text.

use super::token::{narrow, widen};
use super::tree::{NO_PARENT, Node, NodeKind, Spelling};
use crate::engine::text::Span;

/// The nodes of a tree under construction.
#[derive(Debug, Default)]
pub(super) struct Builder {
    pub nodes: Vec<Node>,
}

impl Builder {
    pub(super) fn with_capacity(nodes: usize) -> Self {
        Builder {
            nodes: Vec::with_capacity(nodes),
        }
    }

    /// Adds a node whose subtree is complete.
    pub(super) fn leaf(&mut self, kind: NodeKind, span: Span, parent: u32, ordinal: u32) -> u32 {
        self.spelled_leaf(kind, span, parent, ordinal, Spelling::Plain)
    }

    pub(super) fn spelled_leaf(
        &mut self,
        kind: NodeKind,
        span: Span,
        parent: u32,
        ordinal: u32,
        spelling: Spelling,
    ) -> u32 {
        let id = narrow(self.nodes.len());
        let (start, end) = (narrow(span.start), narrow(span.end));
        self.nodes.push(Node {
            start,
            end,
            parent,
            subtree_end: id + 1,
            ordinal,
            kind,
            spelling,
        });
        id
    }

    /// Ends the subtree of a node with what has been added so far.
    pub(super) fn close(&mut self, id: u32, end: usize) {
        let subtree_end = narrow(self.nodes.len());
        if let Some(node) = self.nodes.get_mut(widen(id)) {
            node.end = narrow(end);
            node.subtree_end = subtree_end;
        }
    }

    pub(super) fn parent(&self, id: u32) -> u32 {
        self.nodes
            .get(widen(id))
            .map_or(NO_PARENT, |node| node.parent)
    }

    pub(super) fn start(&self, id: u32) -> usize {
        self.nodes
            .get(widen(id))
            .map_or(0, |node| widen(node.start))
    }
}
