//! The strings of a policy, each with the place where it counts, and those with stand-ins cut into parts.

use super::capture::Part;
use super::filling::Filling;
use crate::engine::placeholders::Piece;
use crate::engine::syntax::{NodeId, NodeKind, PathStep, Tree};
use crate::engine::text::Span;

/// A string of a policy.
pub(super) struct PlacedString {
    /// The same for strings that can stand for one another: the element, and within it the condition key or the type of principal.
    pub place: String,
    /// The list that it stands in, or the string itself.
    pub list: NodeId,
    /// Its text, with neutral values.
    pub text: String,
    /// The text cut at the stand-ins without a value; one plain part where there is none.
    pub parts: Vec<Part>,
}

impl PlacedString {
    /// The number of the placeholder that is the whole string.
    pub fn stand_in_alone(&self) -> Option<usize> {
        match self.parts.as_slice() {
            [Part::StandIn(number)] => Some(*number),
            _ => None,
        }
    }

    pub fn has_stand_in(&self) -> bool {
        let is_stand_in = |part: &Part| matches!(part, Part::StandIn(_));
        self.parts.iter().any(is_stand_in)
    }

    /// How much of it is plain text.
    pub fn plain_length(&self) -> usize {
        let lengths = self.parts.iter().map(|part| match part {
            Part::Plain(plain) => plain.len(),
            Part::StandIn(_) => 0,
        });
        lengths.sum()
    }
}

/// More strings than this are not looked at.
const MOST_STRINGS: usize = 4096;

/// The strings of a policy in the order of the text.
pub(super) fn strings(filling: &Filling) -> Vec<PlacedString> {
    let tree = &filling.tree;
    let Some(root) = tree.root() else {
        return Vec::new();
    };
    let nodes = tree.descendants(root);
    nodes
        .filter(|node| tree.kind(*node) == NodeKind::String)
        .take(MOST_STRINGS)
        .filter_map(|node| placed(filling, node))
        .collect()
}

fn placed(filling: &Filling, node: NodeId) -> Option<PlacedString> {
    let tree = &filling.tree;
    let parent = tree.parent(node);
    let list = parent.filter(|parent| tree.kind(*parent) == NodeKind::Array);
    Some(PlacedString {
        place: place(tree, node)?,
        list: list.unwrap_or(node),
        text: tree.string(node)?.into_owned(),
        parts: parts(filling, tree.content_span(node)),
    })
}

/// `None` for what is deeper than any string of a policy, and for the names of elements.
fn place(tree: &Tree, node: NodeId) -> Option<String> {
    let is_deep = std::iter::successors(Some(node), |node| tree.parent(*node))
        .nth(DEEPEST)
        .is_some();
    let path = (!is_deep).then(|| tree.path(node))?;
    let names: Vec<&PathStep> = path
        .0
        .iter()
        .filter(|step| !matches!(step, PathStep::Index(_)))
        .collect();
    match names.as_slice() {
        [_, PathStep::Value(condition), _, PathStep::Key(_)] if condition == "Condition" => {
            Some("key".to_owned())
        }
        [_, PathStep::Value(condition), _, PathStep::Value(key)] if condition == "Condition" => {
            // What is round it may be a stand-in of its own, as in `{{issuer}}:sub` and `aws:ResourceTag/{{tag_key}}`.
            let name = key
                .rsplit(':')
                .next()
                .and_then(|name| name.split('/').next());
            Some(format!(
                "condition {}",
                name.unwrap_or(key).to_ascii_lowercase()
            ))
        }
        [_, PathStep::Value(element), PathStep::Value(kind)] => Some(format!("{element} {kind}")),
        [_, PathStep::Value(element)] => Some(element.clone()),
        _ => None,
    }
}

/// A condition value in a list of a statement in a list, counted in nodes.
const DEEPEST: usize = 16;

fn parts(filling: &Filling, content: Span) -> Vec<Part> {
    let text = filling.tree.text();
    let mut parts = Vec::new();
    let mut done = content.start;
    let first = filling
        .pieces
        .partition_point(|piece| piece.to.end <= content.start);
    let within = filling.pieces.iter().skip(first);
    for piece in within.take_while(|piece| piece.to.start < content.end) {
        if filling.open(piece.placeholder).is_some() {
            let (start, end) = clipped(piece, content);
            push_plain(&mut parts, Span::new(done, start).text(text));
            parts.push(Part::StandIn(piece.placeholder));
            done = end;
        }
    }
    push_plain(&mut parts, Span::new(done, content.end).text(text));
    parts
}

/// A piece without the quotes that it may bring along.
fn clipped(piece: &Piece, content: Span) -> (usize, usize) {
    let start = piece.to.start.max(content.start);
    (start, piece.to.end.min(content.end).max(start))
}

fn push_plain(parts: &mut Vec<Part>, plain: &str) {
    if !plain.is_empty() {
        parts.push(Part::Plain(plain.to_owned()));
    }
}
