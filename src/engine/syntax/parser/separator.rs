//! The comma or colon that is missing between two tokens, and the quote too many that seems to be a token itself.

use super::Parser;
use crate::engine::syntax::errors::SyntaxError;
use crate::engine::syntax::lexer::Lexeme;
use crate::engine::syntax::messages;
use crate::engine::syntax::token::TokenKind;
use crate::engine::text::Span;

impl Parser<'_> {
    /// Reports a comma that is missing before the token ahead.
    pub(super) fn missing_comma(&mut self, next: Lexeme) {
        self.missing_separator(next, messages::missing_comma);
    }

    /// Reports a colon that is missing before the token ahead.
    pub(super) fn missing_colon(&mut self, next: Lexeme) {
        self.missing_separator(next, messages::missing_colon);
    }

    /// Where a quote is in doubt, so is the place of the separator; beside a backslash it would mend nothing.
    fn missing_separator(&mut self, next: Lexeme, error: fn(usize) -> SyntaxError) {
        let at = self.previous.end;
        let is_doubtful = self.previous_is_doubtful || self.lexer.is_doubtful(next);
        let is_by_backslash = self.is_by_backslash(next);
        self.report(|| {
            let mut error = error(at);
            if is_by_backslash {
                error.repair = None;
            }
            if let Some(repair) = &mut error.repair {
                repair.unambiguous &= !is_doubtful;
            }
            error
        });
    }

    fn is_by_backslash(&self, next: Lexeme) -> bool {
        let text = self.lexer.text();
        let before = Span::new(0, self.previous.end).text(text);
        before.ends_with('\\') || next.span.text(text).starts_with('\\')
    }

    /// Takes a second closing quote, as in `"Version"": "2012-10-17"`, where one of `separators` or the end of the line follows.
    pub(super) fn surplus_quote(&mut self, next: Lexeme, separators: &[char]) -> bool {
        let text = self.lexer.text();
        let quote = Span::new(next.span.start, next.span.start + 1);
        let follows_quote = self.previous.end == quote.start
            && self.previous.text(text).ends_with('"')
            && quote.text(text) == "\"";
        let is_surplus = follows_quote
            && self.lexer.is_doubtful(next)
            && self.lexer.is_followed_by(quote.end, separators);
        if is_surplus {
            self.report(|| messages::surplus_quote(quote));
            self.lexer.take(TokenKind::Bare, quote.end);
            self.previous = quote;
            self.previous_is_doubtful = false;
        }
        is_surplus
    }
}
