//! Cuts a text into tokens.

use super::errors::Errors;
use super::strings;
use super::token::{TokenKind, Tokens};
use super::tree::Spelling;
use crate::engine::text::Span;

mod bare;
mod number;
mod quoted;
mod trivia;

pub(super) use number::{is_meant_as_number, respelled_number};
pub(super) use trivia::is_invisible;

/// Where the next token stands; unquoted text ends at a colon only where a name is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Key,
    Value,
}

/// The token ahead, not yet taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lexeme {
    pub kind: TokenKind,
    pub span: Span,
    pub spelling: Spelling,
}

impl Lexeme {
    fn new(kind: TokenKind, start: usize, end: usize) -> Self {
        Lexeme {
            kind,
            span: Span::new(start, end),
            spelling: Spelling::Plain,
        }
    }
}

/// Reads a text from its start to its end.
pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
    /// Whether the rest of the text holds no end of a block comment.
    no_comment_end: bool,
    pub tokens: Tokens,
    pub errors: Errors,
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let expected_tokens = text.len() / 8;
        Lexer {
            text,
            at: 0,
            no_comment_end: false,
            tokens: Tokens::with_capacity(expected_tokens),
            errors: Errors::default(),
        }
    }

    /// A second reader of the rest of the text, which finds out what comes next and is thrown away.
    pub(super) fn ahead(&self, at: usize) -> Self {
        Lexer {
            at,
            no_comment_end: self.no_comment_end,
            tokens: Tokens::default(),
            errors: Errors::default(),
            text: self.text,
        }
    }

    pub(super) fn text(&self) -> &'t str {
        self.text
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// Takes everything up to `end` as one token.
    pub(super) fn take(&mut self, kind: TokenKind, end: usize) {
        if end > self.at {
            self.tokens.push(kind, end);
            self.at = end;
        }
    }

    /// The token that begins here, which must not be space or a comment; `None` at the end of the text.
    pub(super) fn peek(&self, place: Place) -> Option<Lexeme> {
        let start = self.at;
        let single = |kind| Some(Lexeme::new(kind, start, start + 1));
        match self.byte(start)? {
            b'"' => Some(self.string(start, place)),
            b',' => single(TokenKind::Comma),
            b':' => single(TokenKind::Colon),
            b'=' if place == Place::Key => Some(self.equals_sign(start)),
            b'{' if !self.begins_stand_in(start, place) => single(TokenKind::OpenBrace),
            b'}' => single(TokenKind::CloseBrace),
            b'[' => single(TokenKind::OpenBracket),
            b']' => single(TokenKind::CloseBracket),
            _ => Some(self.word(start, place)),
        }
    }

    /// `=` or `=>`, which other languages write for a colon.
    fn equals_sign(&self, start: usize) -> Lexeme {
        let len = if self.byte(start + 1) == Some(b'>') {
            2
        } else {
            1
        };
        Lexeme::new(TokenKind::Colon, start, start + len)
    }

    fn word(&self, start: usize, place: Place) -> Lexeme {
        if let Some(end) = self.elision_end(start) {
            return Lexeme::new(TokenKind::Elision, start, end);
        }
        if let Some(quote) = self
            .character(start)
            .filter(|character| strings::is_quote(*character))
        {
            return self.oddly_quoted_string(start, quote, place);
        }
        let end = self.bare_end(start, place);
        if let Some(end) = self.missing_quote_end(end) {
            return Lexeme {
                kind: TokenKind::String,
                span: Span::new(start, end),
                spelling: Spelling::Unopened,
            };
        }
        let word = Span::new(start, end).text(self.text);
        Lexeme::new(number::word_kind(word), start, end)
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn character(&self, at: usize) -> Option<char> {
        self.rest(at).chars().next()
    }

    fn rest(&self, at: usize) -> &'t str {
        self.text.get(at..).unwrap_or_default()
    }

    /// Whether a colon comes next after the blanks and line breaks at `at`.
    pub(super) fn colon_follows(&self, at: usize) -> bool {
        self.rest(at)
            .bytes()
            .find(|byte| !byte.is_ascii_whitespace())
            == Some(b':')
    }
}
