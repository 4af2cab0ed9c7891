//! Inside an array.

use super::{Expect, Frame, Parser};
use crate::engine::syntax::lexer::Lexeme;
use crate::engine::syntax::messages;
use crate::engine::syntax::token::TokenKind;

impl Parser<'_> {
    pub(super) fn in_array(&mut self, frame: Frame, lexeme: Lexeme) {
        match lexeme.kind {
            TokenKind::CloseBracket => self.closing_bracket(frame, lexeme),
            TokenKind::CloseBrace => self.mismatched_bracket(lexeme),
            TokenKind::Comma => self.comma(frame, lexeme),
            TokenKind::Elision => self.elision(frame, lexeme),
            TokenKind::Colon => self.extra_colon(lexeme),
            TokenKind::String if self.is_next_member(lexeme) => self.unclosed_array(),
            _ => self.element(frame, lexeme),
        }
    }

    fn element(&mut self, frame: Frame, lexeme: Lexeme) {
        if frame.expect == Expect::Comma {
            self.missing_comma();
        }
        if let Some(frame) = self.stack.last_mut() {
            frame.items += 1;
        }
        self.value(lexeme, frame.node, frame.items);
    }

    /// Whether the string ahead names a member of the object around this array.
    fn is_next_member(&self, lexeme: Lexeme) -> bool {
        let around = self
            .stack
            .len()
            .checked_sub(2)
            .and_then(|around| self.stack.get(around));
        around.is_some_and(|around| around.is_object) && self.lexer.colon_follows(lexeme.span.end)
    }

    /// Closes the array before the comma, if one was read, which then separates members.
    fn unclosed_array(&mut self) {
        let after_comma = self
            .stack
            .last()
            .is_some_and(|frame| frame.expect == Expect::Item);
        let end = if after_comma {
            self.previous.start
        } else {
            self.previous.end
        };
        let comma = if after_comma { "" } else { "," };
        self.lexer
            .errors
            .add(|| messages::missing_closing_bracket(end, "]", comma));
        self.close(end);
        self.expect(if after_comma {
            Expect::Item
        } else {
            Expect::Anything
        });
    }

    pub(super) fn comma(&mut self, frame: Frame, lexeme: Lexeme) {
        let is_extra = matches!(frame.expect, Expect::First | Expect::Item);
        if is_extra {
            self.lexer.errors.add(|| messages::extra_comma(lexeme.span));
        } else {
            self.expect(Expect::Item);
        }
        self.take(lexeme);
    }

    pub(super) fn closing_bracket(&mut self, frame: Frame, lexeme: Lexeme) {
        if frame.expect == Expect::Item {
            let comma = self.previous;
            self.lexer.errors.add(|| messages::trailing_comma(comma));
        }
        self.take(lexeme);
        self.close(lexeme.span.end);
    }

    pub(super) fn extra_colon(&mut self, lexeme: Lexeme) {
        self.lexer.errors.add(|| messages::extra_colon(lexeme.span));
        self.take(lexeme);
    }

    pub(super) fn elision(&mut self, frame: Frame, lexeme: Lexeme) {
        let text = self.lexer.text();
        let comma_before = (frame.expect == Expect::Item).then_some(self.previous);
        self.lexer
            .errors
            .add(|| messages::elision(text, lexeme.span, comma_before));
        self.expect(Expect::Anything);
        self.take(lexeme);
    }
}
