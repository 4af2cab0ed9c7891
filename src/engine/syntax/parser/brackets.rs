//! Brackets that do not match.

use super::{Expect, Parser};
use crate::engine::syntax::lexer::Lexeme;
use crate::engine::syntax::messages;
use crate::engine::syntax::token::TokenKind;

/// How many brackets the rest of the text closes beyond those that it opens.
#[derive(Debug, Default)]
pub(super) struct Balance {}

impl Parser<'_> {
    /// A closing bracket of the other kind than the innermost open one.
    pub(super) fn mismatched_bracket(&mut self, lexeme: Lexeme) {
        let closes_object = lexeme.kind == TokenKind::CloseBrace;
        if !self
            .stack
            .iter()
            .any(|frame| frame.is_object == closes_object)
        {
            self.lexer
                .errors
                .add(|| messages::surplus_bracket(lexeme.span));
            self.take(lexeme);
            return;
        }
        let end = self.previous.end;
        let mut missing = String::new();
        while let Some(frame) = self
            .stack
            .last()
            .copied()
            .filter(|frame| frame.is_object != closes_object)
        {
            missing.push(if frame.is_object { '}' } else { ']' });
            self.close(end);
        }
        self.lexer
            .errors
            .add(|| messages::missing_closing_bracket(end, &missing, ""));
    }

    /// The text ends while objects and arrays are open.
    pub(super) fn end_of_text(&mut self) {
        let end = self.previous.end;
        let mut missing = String::new();
        while let Some(frame) = self.stack.last().copied() {
            if matches!(frame.expect, Expect::Colon | Expect::Value) {
                self.missing_value(frame);
            }
            missing.push(if frame.is_object { '}' } else { ']' });
            self.close(end);
        }
        self.lexer
            .errors
            .add(|| messages::unclosed_at_end(end, &missing));
    }
}
