//! Taking an item out of an object or array so that JSON remains.

use super::token::TokenKind;
use super::tree::{NodeId, NodeKind, Tree};
use crate::engine::text::{Edit, Edits, Span, own_lines};

impl Tree {
    /// The edits that remove an element of an array or a member of an object, with one comma beside it.
    ///
    /// A line on which nothing else stands goes with it.
    /// For a key or value of a member, the member is removed; for the document itself, there is nothing to edit.
    pub fn remove_element(&self, id: NodeId) -> Edits {
        let item = self
            .parent(id)
            .filter(|parent| self.kind(*parent) == NodeKind::Member)
            .unwrap_or(id);
        if self.parent(item).is_none() {
            return Edits::default();
        }
        self.remove_span(self.span(item))
    }

    /// The edits that remove several elements of one array, in the order of the text, as [`Tree::remove_element`] does.
    pub fn remove_elements(&self, ids: &[NodeId]) -> Edits {
        let runs = ids.chunk_by(|one, next| self.ordinal(*one) + 1 == self.ordinal(*next));
        let spans = runs.filter_map(|run| {
            let (first, last) = (run.first()?, run.last()?);
            Some(Span::new(self.span(*first).start, self.span(*last).end))
        });
        let edits =
            spans.flat_map(|span| self.remove_span(span).iter().cloned().collect::<Vec<_>>());
        Edits::new(edits.collect()).unwrap_or_default()
    }

    /// Removes whole items that stand next to each other.
    fn remove_span(&self, span: Span) -> Edits {
        let after = self.comma_after(span.end).map(|comma| (span, comma));
        let before = self.comma_before(span.start).map(|comma| (comma, span));
        let neighbours = [after, before]
            .into_iter()
            .flatten()
            .find(|pair| self.are_neighbours(*pair));
        let removed: Vec<Span> = match (neighbours, after.or(before)) {
            (Some((first, second)), _) => {
                vec![self.with_blanks(Span::new(first.start, second.end))]
            }
            (None, Some((first, second))) => [first, second]
                .map(|part| own_lines(&self.text, part).unwrap_or(part))
                .into(),
            (None, None) => vec![self.with_blanks(span)],
        };
        Edits::new(removed.into_iter().map(Edit::delete).collect()).unwrap_or_default()
    }

    fn are_neighbours(&self, (first, second): (Span, Span)) -> bool {
        let between = Span::new(first.end, second.start).text(&self.text);
        between.trim_matches([' ', '\t']).is_empty()
    }

    fn comma_after(&self, offset: usize) -> Option<Span> {
        let mut after = self
            .tokens
            .from(offset)
            .skip_while(|token| token.kind.is_trivia());
        after
            .next()
            .filter(|token| token.kind == TokenKind::Comma)
            .map(|token| token.span)
    }

    fn comma_before(&self, offset: usize) -> Option<Span> {
        let mut before = self
            .tokens
            .back_from(offset)
            .skip_while(|token| token.kind.is_trivia());
        before
            .next()
            .filter(|token| token.kind == TokenKind::Comma)
            .map(|token| token.span)
    }

    /// The whole lines of the span, or the span with the blanks that set it apart from the next item on its line.
    fn with_blanks(&self, span: Span) -> Span {
        if let Some(lines) = own_lines(&self.text, span) {
            return lines;
        }
        let ends_in_comma = span.text(&self.text).ends_with(',');
        let after = Span::new(span.end, self.text.len()).text(&self.text);
        let rest = after.trim_start_matches([' ', '\t']);
        let is_apart = ends_in_comma && !rest.starts_with(['\n', '\r', ']', '}']);
        let blanks = if is_apart {
            after.len() - rest.len()
        } else {
            0
        };
        Span::new(span.start, span.end + blanks)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use crate::engine::syntax::{Path, PathStep, parse};

    /// The text without the second item of its list or object.
    fn without_second(text: &str) -> String {
        let tree = parse(text);
        let item = tree.children(tree.root().unwrap()).nth(1).unwrap();
        tree.remove_element(item).apply(text).unwrap()
    }

    #[test]
    fn takes_one_comma_along() {
        for (text, expected) in [
            ("[1, 2, 3]", "[1, 3]"),
            ("[1, 2]", "[1]"),
            ("[ 1,2 ]", "[ 1 ]"),
            (r#"{"a": 1, "b": [2], "c": 3}"#, r#"{"a": 1, "c": 3}"#),
            ("[\n  1,\n  2,\n  3\n]", "[\n  1,\n  3\n]"),
            ("[\n  1,\n  2\n]", "[\n  1\n]"),
            ("[\n  1,\n  2\n, 3]", "[\n  1,\n 3]"),
            ("[1\r\n, 2\r\n, 3]", "[1\r\n, 3]"),
            ("[1 /* one */, /* two */ 2]", "[1 /* one */ /* two */ ]"),
        ] {
            assert_eq!(without_second(text), expected);
        }
    }

    #[test]
    fn takes_several_elements_out_together() {
        for (text, places, expected) in [
            ("[1, 2, 3]", &[1, 2][..], "[1]"),
            ("[1, 2, 3]", &[0, 2], "[2]"),
            ("[1, 2, 3, 4, 5]", &[1, 2, 4], "[1, 4]"),
            ("[\n  1,\n  2,\n  3,\n  4\n]", &[0, 1, 3], "[\n  3\n]"),
            ("[1, 2]", &[], "[1, 2]"),
        ] {
            let tree = parse(text);
            let elements: Vec<_> = tree.elements(tree.root().unwrap()).collect();
            let removed: Vec<_> = places.iter().map(|place| elements[*place]).collect();
            assert_eq!(
                tree.remove_elements(&removed).apply(text).unwrap(),
                expected
            );
        }
    }

    #[test]
    fn removes_the_member_around_a_key_or_value() {
        let tree = parse(r#"{"a": 1, "b": 2}"#);
        for step in [PathStep::Value("a".into()), PathStep::Key("a".into())] {
            let node = tree.find(&Path(vec![step])).unwrap();
            assert_eq!(
                tree.remove_element(node).apply(tree.text()).unwrap(),
                r#"{"b": 2}"#
            );
        }
    }

    #[test]
    fn leaves_the_document_and_empties_a_list_of_one() {
        let tree = parse("[\n  1\n]");
        let root = tree.root().unwrap();
        assert!(tree.remove_element(root).is_empty());
        let only = tree.elements(root).next().unwrap();
        assert_eq!(
            tree.remove_element(only).apply(tree.text()).unwrap(),
            "[\n]"
        );
    }
}
