//! Reads the shown text of a policy into a value, with parameters where stand-ins are left.

use super::refusal::Refusal;
use super::text::Text;
use super::value::Value;
use crate::engine::placeholders::{Piece, Placeholder, UsePosition};
use crate::engine::syntax::{NodeId, NodeKind, Tree, parse, unescape};
use crate::engine::text::Span;

/// The deepest nesting that is read; a policy needs six levels.
pub(super) const DEEPEST: usize = 24;

/// A stand-in that is left: where it stands in the shown text, and the number of its parameter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    pub span: Span,
    pub parameter: usize,
    pub is_list: bool,
}

/// Whether an array can take the place of the stand-in wherever it is used, whatever stands round it.
pub(super) fn takes_a_list(placeholder: &Placeholder, tree: &Tree, pieces: &[Piece]) -> bool {
    let is_whole = |position| matches!(position, UsePosition::WholeString | UsePosition::Bare);
    let stands_alone = |piece: &Piece| {
        let node = tree.node_at(piece.to.start);
        let parent = node.and_then(|node| tree.parent(node));
        parent.is_some_and(|parent| match tree.kind(parent) {
            NodeKind::Array => tree.elements(parent).count() == 1,
            _ => true,
        })
    };
    placeholder.kind.list
        && placeholder.uses.iter().all(|one| is_whole(one.position))
        && pieces.iter().all(stands_alone)
}

/// Reads the text; an error of syntax outside the gaps is a refusal, and so is a document that is no object.
pub(super) fn read(tree: &Tree, gaps: &[Gap]) -> Result<Value, Refusal> {
    let spoils = |span: Span| !gaps.iter().any(|gap| gap.span.touches(span));
    let mut errors = tree.errors().iter().map(|error| error.span);
    if let Some(span) = errors.find(|span| spoils(*span)) {
        return Err(Refusal::NotJson(span.start));
    }
    let reader = Reader { tree, gaps };
    match tree.root() {
        Some(root) if tree.kind(root) == NodeKind::Object => reader.value(root, 0),
        _ => Err(Refusal::NotJson(0)),
    }
}

/// The shown text as a tree.
pub(super) fn tree(shown: &str) -> Tree {
    parse(shown)
}

struct Reader<'t> {
    tree: &'t Tree,
    gaps: &'t [Gap],
}

impl Reader<'_> {
    fn value(&self, node: NodeId, depth: usize) -> Result<Value, Refusal> {
        if depth > DEEPEST {
            return Err(self.not_json(node));
        }
        match self.tree.kind(node) {
            NodeKind::Object => self.object(node, depth),
            NodeKind::Array => self.array(node, depth),
            NodeKind::String | NodeKind::Bare => self.string(node),
            NodeKind::Number | NodeKind::True | NodeKind::False | NodeKind::Null => {
                Ok(Value::Word(self.tree.raw(node).to_owned()))
            }
            NodeKind::Member | NodeKind::Missing => Err(self.not_json(node)),
        }
    }

    fn object(&self, node: NodeId, depth: usize) -> Result<Value, Refusal> {
        let members = self.tree.members(node).map(|member| {
            let key = self.text(member.key)?;
            Ok((key, self.value(member.value, depth + 1)?))
        });
        members.collect::<Result<_, _>>().map(Value::Object)
    }

    fn array(&self, node: NodeId, depth: usize) -> Result<Value, Refusal> {
        let elements = self.tree.elements(node);
        let elements: Vec<Value> = elements
            .map(|element| self.value(element, depth + 1))
            .collect::<Result<_, _>>()?;
        Ok(match elements.as_slice() {
            [Value::List(number)] => Value::List(*number),
            _ => Value::Array(elements),
        })
    }

    fn string(&self, node: NodeId) -> Result<Value, Refusal> {
        let text = self.text(node)?;
        let list = text.as_parameter().filter(|number| {
            self.gaps
                .iter()
                .any(|gap| gap.parameter == *number && gap.is_list)
        });
        Ok(list.map_or(Value::Text(text), Value::List))
    }

    fn text(&self, node: NodeId) -> Result<Text, Refusal> {
        let content = self.tree.content_span(node);
        let is_gap = self.gaps.iter().any(|gap| gap.span == content);
        if self.tree.kind(node) != NodeKind::String && !is_gap {
            return Err(self.not_json(node));
        }
        let mut text = Text::default();
        let mut done = content.start;
        for gap in self.gaps.iter().filter(|gap| content.covers(gap.span)) {
            text.push_fixed(&self.unescaped(done, gap.span.start));
            text.push_parameter(gap.parameter);
            done = gap.span.end;
        }
        text.push_fixed(&self.unescaped(done, content.end));
        Ok(text)
    }

    fn unescaped(&self, start: usize, end: usize) -> String {
        unescape(Span::new(start, end.max(start)).text(self.tree.text())).into_owned()
    }

    fn not_json(&self, node: NodeId) -> Refusal {
        Refusal::NotJson(self.tree.span(node).start)
    }
}
