//! Writes a document out anew, with its names, order and spelling kept.

use super::tree::{NodeId, NodeKind, Tree};

/// How a document is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// Each item on its own line, indented by this many blanks for each level.
    Indented(usize),
    /// On one line without any blanks.
    Minified,
}

/// The deepest level that gets an indent of its own: without a limit, a deep nest would grow with its square.
const MAX_INDENTED_LEVEL: usize = 32;

/// The document of a tree in a style; `None` when the text has an error.
///
/// An indented document ends without a line break; an empty object or array stays on its line.
pub fn format(tree: &Tree, style: Style) -> Option<String> {
    if !tree.errors().is_empty() {
        return None;
    }
    let mut writer = Writer {
        tree,
        style,
        out: String::with_capacity(tree.text().len()),
        open: Vec::new(),
    };
    writer.node(tree.root()?);
    for id in tree.descendants(tree.root()?) {
        writer.close_before(Some(id));
        writer.node(id);
    }
    writer.close_before(None);
    Some(writer.out)
}

struct Writer<'t> {
    tree: &'t Tree,
    style: Style,
    out: String,
    /// The objects and arrays that are open.
    open: Vec<NodeId>,
}

impl Writer<'_> {
    /// Closes what does not hold the next node.
    fn close_before(&mut self, next: Option<NodeId>) {
        while let Some(open) = self
            .open
            .last()
            .copied()
            .filter(|open| !self.holds(*open, next))
        {
            self.open.pop();
            if self.tree.children(open).next().is_some() {
                self.break_line();
            }
            let is_object = self.tree.kind(open) == NodeKind::Object;
            self.out.push(if is_object { '}' } else { ']' });
        }
    }

    fn holds(&self, container: NodeId, next: Option<NodeId>) -> bool {
        next.is_some_and(|next| self.tree.span(container).covers(self.tree.span(next)))
    }

    fn node(&mut self, id: NodeId) {
        let around = self.tree.parent(id).map(|parent| self.tree.kind(parent));
        let is_first = self.tree.ordinal(id) == 0;
        if matches!(around, Some(NodeKind::Object | NodeKind::Array)) {
            self.out.push_str(if is_first { "" } else { "," });
            self.break_line();
        }
        match self.tree.kind(id) {
            NodeKind::Member => {}
            NodeKind::Object => self.begin(id, '{'),
            NodeKind::Array => self.begin(id, '['),
            _ => self.out.push_str(self.tree.raw(id)),
        }
        if around == Some(NodeKind::Member) && is_first {
            let is_minified = self.style == Style::Minified;
            self.out.push_str(if is_minified { ":" } else { ": " });
        }
    }

    fn begin(&mut self, id: NodeId, bracket: char) {
        self.out.push(bracket);
        self.open.push(id);
    }

    fn break_line(&mut self) {
        if let Style::Indented(width) = self.style {
            self.out.push('\n');
            let level = self.open.len().min(MAX_INDENTED_LEVEL);
            self.out.extend(std::iter::repeat_n(' ', width * level));
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::engine::syntax::parse;

    const TEXT: &str = r#" {"b":[1 ,{"\u0061" : "\/"}],"a":{ } , "c":[[] ,true]}"#;

    #[test]
    fn sets_each_item_on_its_line_and_keeps_order_and_spelling() {
        let expected = "{\n  \"b\": [\n    1,\n    {\n      \"\\u0061\": \"\\/\"\n    }\n  ],\n  \"a\": {},\n  \"c\": [\n    [],\n    true\n  ]\n}";
        assert_eq!(format(&parse(TEXT), Style::Indented(2)).unwrap(), expected);
    }

    #[test]
    fn leaves_out_all_space() {
        let expected = r#"{"b":[1,{"\u0061":"\/"}],"a":{},"c":[[],true]}"#;
        assert_eq!(format(&parse(TEXT), Style::Minified).unwrap(), expected);
    }

    #[test]
    fn formats_nothing_with_an_error() {
        assert_eq!(format(&parse("[1 2]"), Style::Minified), None);
        assert_eq!(format(&parse(""), Style::Minified), None);
    }
}
