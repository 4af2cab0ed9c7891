//! Inside an array.

use super::{Closed, Expect, Frame, Parser};
use crate::engine::syntax::lexer::Lexeme;
use crate::engine::syntax::messages;
use crate::engine::syntax::token::TokenKind;

impl Parser<'_> {
    pub(super) fn in_array(&mut self, frame: Frame, lexeme: Lexeme) {
        match lexeme.kind {
            TokenKind::CloseBracket => self.closing_bracket(frame, lexeme),
            TokenKind::CloseBrace => self.mismatched_bracket(frame, lexeme),
            TokenKind::Comma => self.comma(frame, lexeme),
            TokenKind::Elision => self.elision(frame, lexeme),
            TokenKind::Colon => self.extra_colon(lexeme),
            TokenKind::String
                if frame.expect == Expect::Comma && self.surplus_quote(lexeme, &[',', ']']) => {}
            TokenKind::String if self.lexer.colon_follows(lexeme.span.end) => {
                self.member_ahead(frame, lexeme)
            }
            _ => self.element(frame, lexeme),
        }
    }

    fn element(&mut self, frame: Frame, lexeme: Lexeme) {
        if frame.expect == Expect::Comma {
            self.missing_comma(lexeme);
        }
        if let Some(frame) = self.stack.last_mut() {
            frame.items += 1;
        }
        self.value(lexeme, frame.node, frame.items);
    }

    /// A name with a colon: a member of the last element, closed too early, or of the object around the array.
    fn member_ahead(&mut self, frame: Frame, lexeme: Lexeme) {
        let around = self
            .stack
            .len()
            .checked_sub(2)
            .and_then(|around| self.stack.get(around));
        let is_in_object = around.is_some_and(|around| around.is_object);
        if self.reopen_object(frame.node) {
            return;
        }
        if is_in_object {
            self.close_before_next(frame);
        } else {
            self.element(frame, lexeme);
        }
    }

    pub(super) fn comma(&mut self, frame: Frame, lexeme: Lexeme) {
        let is_extra = matches!(frame.expect, Expect::First | Expect::Item);
        if is_extra {
            self.report(|| messages::extra_comma(lexeme.span));
        } else {
            self.expect(Expect::Item);
        }
        self.take(lexeme);
    }

    pub(super) fn closing_bracket(&mut self, frame: Frame, lexeme: Lexeme) {
        self.report_trailing_comma(frame);
        self.take(lexeme);
        self.close(lexeme.span.end);
        self.last_closed = Some(Closed {
            frame,
            bracket: lexeme.span,
        });
    }

    pub(super) fn extra_colon(&mut self, lexeme: Lexeme) {
        self.report(|| messages::extra_colon(lexeme.span));
        self.take(lexeme);
    }

    pub(super) fn elision(&mut self, frame: Frame, lexeme: Lexeme) {
        let text = self.lexer.text();
        let comma_before = (frame.expect == Expect::Item).then_some(self.previous);
        self.report(|| messages::elision(text, lexeme.span, comma_before));
        self.expect(Expect::Anything);
        self.take(lexeme);
    }
}
