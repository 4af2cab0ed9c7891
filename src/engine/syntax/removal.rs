//! Taking an item out of an object or array so that JSON remains.

use super::token::TokenKind;
use super::tree::{NodeId, NodeKind, Tree};
use crate::engine::text::{Edit, Edits, Span};

impl Tree {
    /// The edits that remove an element of an array or a member of an object, with one comma beside it.
    ///
    /// A line on which nothing else stands goes with it.
    /// For a key or value of a member, the member is removed; for the document itself, there is nothing to edit.
    pub fn remove_element(&self, id: NodeId) -> Edits {
        let item = self.item_around(id);
        if self.parent(item).is_none() {
            return Edits::default();
        }
        let span = self.span(item);
        let after = self.comma_after(span.end);
        let before = if after.is_none() {
            self.comma_before(span.start)
        } else {
            None
        };
        let mut edits = Vec::new();
        edits.extend(before.map(Edit::delete));
        match after {
            Some(comma) if self.is_blank(Span::new(span.end, comma.start)) => {
                edits.push(Edit::delete(
                    self.with_own_line(Span::new(span.start, comma.end)),
                ));
            }
            _ => edits.push(Edit::delete(self.with_own_line(span))),
        }
        if let Some(comma) = after.filter(|comma| !self.is_blank(Span::new(span.end, comma.start)))
        {
            edits.push(Edit::delete(comma));
        }
        Edits::new(edits).unwrap_or_default()
    }

    fn item_around(&self, id: NodeId) -> NodeId {
        self.parent(id)
            .filter(|parent| self.kind(*parent) == NodeKind::Member)
            .unwrap_or(id)
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

    fn is_blank(&self, span: Span) -> bool {
        span.text(&self.text).trim().is_empty()
    }

    /// The span, or its whole lines with their last line break when nothing else stands on them.
    fn with_own_line(&self, span: Span) -> Span {
        let text = &*self.text;
        let before = Span::new(0, span.start).text(text);
        let after = Span::new(span.end, text.len()).text(text);
        let indent = before.len() - before.trim_end_matches([' ', '\t']).len();
        let blanks = after.len() - after.trim_start_matches([' ', '\t']).len();
        let rest = after.get(blanks..).unwrap_or_default();
        let line_break = if rest.starts_with("\r\n") {
            2
        } else {
            usize::from(rest.starts_with(['\n', '\r']))
        };
        let begins_line = before
            .get(..before.len() - indent)
            .is_some_and(|before| before.ends_with(['\n', '\r']));
        if begins_line && line_break > 0 {
            return Span::new(span.start - indent, span.end + blanks + line_break);
        }
        let following_blanks =
            if line_break == 0 && rest.len() < after.len() && !rest.starts_with([']', '}']) {
                blanks
            } else {
                0
            };
        Span::new(span.start, span.end + following_blanks)
    }
}
