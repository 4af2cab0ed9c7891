//! Strings: in double quotes, in other quotes, and unfinished ones.

use super::super::strings;
use super::super::token::TokenKind;
use super::super::tree::Spelling;
use super::{Lexeme, Lexer, Place};
use crate::engine::text::Span;

impl Lexer<'_> {
    /// The string whose double quote stands at `start`.
    pub(super) fn string(&self, start: usize, _place: Place) -> Lexeme {
        let bytes = self.text.as_bytes();
        let mut at = start + 1;
        let mut spelling = Spelling::Plain;
        loop {
            match bytes.get(at) {
                Some(b'"') => return lexeme(start, at + 1, spelling),
                Some(b'\\') => {
                    spelling = Spelling::Escaped;
                    at += 2;
                }
                Some(b'\n' | b'\r') | None => return self.unclosed_string(start),
                Some(_) => at += 1,
            }
        }
    }

    fn unclosed_string(&self, start: usize) -> Lexeme {
        let rest = self.rest(start);
        let line = rest
            .find(['\n', '\r'])
            .and_then(|end| rest.get(..end))
            .unwrap_or(rest);
        let content = line.trim_end_matches([' ', '\t']);
        let content = content.strip_suffix(',').unwrap_or(content);
        lexeme(start, start + content.len(), Spelling::Unclosed)
    }

    /// The string whose opening quote, not a double quote, stands at `start`.
    pub(super) fn oddly_quoted_string(&self, start: usize) -> Lexeme {
        let open = self.quote_at(start).unwrap_or('\'');
        let inside = start + open.len_utf8();
        let rest = self.rest(inside);
        let line = rest
            .find(['\n', '\r'])
            .and_then(|end| rest.get(..end))
            .unwrap_or(rest);
        let close = line
            .char_indices()
            .find(|(_, character)| strings::closes(open, *character));
        match close {
            Some((at, close)) => {
                lexeme(start, inside + at + close.len_utf8(), Spelling::OddlyQuoted)
            }
            None => self.unclosed_string(start),
        }
    }
}

fn lexeme(start: usize, end: usize, spelling: Spelling) -> Lexeme {
    Lexeme {
        kind: TokenKind::String,
        span: Span::new(start, end),
        spelling,
    }
}
