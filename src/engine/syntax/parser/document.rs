//! Where the document begins and ends in the text.

use super::{Frame, Parser};
use crate::engine::syntax::lexer::{Lexeme, Place};
use crate::engine::syntax::messages;
use crate::engine::syntax::strings;
use crate::engine::syntax::token::TokenKind;
use crate::engine::syntax::tree::{NO_PARENT, NodeKind};
use crate::engine::text::Span;

const FENCES: [&str; 2] = ["```", "~~~"];

impl Parser<'_> {
    pub(super) fn document(&mut self) {
        self.lexer.skip_trivia();
        let Some(first) = self.lexer.peek(Place::Value) else {
            self.report(messages::empty);
            return;
        };
        match first.kind {
            TokenKind::OpenBrace | TokenKind::OpenBracket => self.root(first),
            TokenKind::String if self.lexer.colon_follows(first.span.end) => {
                self.object_without_bracket()
            }
            _ if self.is_blank_after(first) && !self.is_prose(first) => self.root(first),
            _ => self.document_in_text(first),
        }
    }

    fn root(&mut self, first: Lexeme) {
        self.value(first, NO_PARENT, 0);
        self.read_open();
        self.after_root();
    }

    /// Whether unquoted text is no stand-in for a policy: it has no bracket and no sign of one.
    fn is_prose(&self, lexeme: Lexeme) -> bool {
        let written = lexeme.span.text(self.lexer.text());
        lexeme.kind == TokenKind::Bare && !written.contains(['{', '[', '<', '$'])
    }

    fn is_blank_after(&self, lexeme: Lexeme) -> bool {
        let mut rest = self.lexer.ahead(lexeme.span.end);
        rest.skip_trivia();
        rest.peek(Place::Value).is_none()
    }

    /// Members without an object around them, as when part of a policy was copied.
    fn object_without_bracket(&mut self) {
        let start = self.lexer.at();
        self.report(|| messages::missing_opening_brace(start));
        let node = self
            .builder
            .leaf(NodeKind::Object, Span::at(start), NO_PARENT, 0);
        self.previous = Span::at(start);
        self.open(Frame::new(node, true));
        self.read_open();
        self.after_root();
    }

    /// A document with other text before it, or other text alone.
    fn document_in_text(&mut self, first: Lexeme) {
        let text = self.lexer.text();
        let start = first.span.start;
        let Some(brace) = document_start(text, start) else {
            return self.no_document(first);
        };
        let before = Span::new(start, brace);
        let is_fence = FENCES
            .iter()
            .any(|fence| before.text(text).starts_with(fence));
        let message = if is_fence {
            messages::markdown_fence
        } else {
            messages::text_before
        };
        self.report(|| message(before));
        self.lexer.take(TokenKind::Surrounding, brace);
        match self.lexer.peek(Place::Value) {
            Some(brace) => self.root(brace),
            None => self.after_root(),
        }
    }

    fn no_document(&mut self, first: Lexeme) {
        if matches!(
            first.kind,
            TokenKind::String
                | TokenKind::Number
                | TokenKind::True
                | TokenKind::False
                | TokenKind::Null
        ) {
            return self.root(first);
        }
        let span = trimmed_rest(self.lexer.text(), first.span.start);
        self.report(|| messages::no_document(span));
    }

    /// What stands behind the document.
    fn after_root(&mut self) {
        self.lexer.skip_trivia();
        while let Some(next) = self.lexer.peek(Place::Value) {
            match next.kind {
                TokenKind::CloseBrace | TokenKind::CloseBracket => {
                    self.report(|| messages::surplus_bracket(next.span));
                    self.take(next);
                }
                TokenKind::Comma if self.is_blank_after(next) => {
                    self.report(|| messages::trailing_comma(next.span));
                    self.take(next);
                }
                TokenKind::Comma | TokenKind::String if self.goes_on(next) => self.read_open(),
                _ => return self.text_after(next),
            }
            self.lexer.skip_trivia();
        }
    }

    /// Opens the document again when a bracket too many closed it: a member of it comes next.
    fn goes_on(&mut self, next: Lexeme) -> bool {
        let mut ahead = self.lexer.ahead(next.span.start);
        if next.kind == TokenKind::Comma {
            ahead.take(TokenKind::Comma, next.span.end);
            ahead.skip_trivia();
        }
        let is_member = ahead.peek(Place::Key).is_some_and(|name| {
            name.kind == TokenKind::String && ahead.colon_follows(name.span.end)
        });
        is_member && self.reopen_object(NO_PARENT)
    }

    fn text_after(&mut self, next: Lexeme) {
        let text = self.lexer.text();
        let span = trimmed_rest(text, next.span.start);
        let written = span.text(text);
        let begins_document = written
            .trim_start_matches([',', ' ', '\n', '\r', '\t'])
            .starts_with('{');
        let message = if FENCES.contains(&written) {
            messages::markdown_fence
        } else if begins_document {
            messages::second_document
        } else {
            messages::text_after
        };
        self.report(|| message(span));
    }
}

fn trimmed_rest(text: &str, start: usize) -> Span {
    let rest = Span::new(start, text.len()).text(text);
    Span::new(start, start + rest.trim_end().len())
}

/// The brace that most likely opens the document: the first with a name, a closing brace or a comment behind it.
fn document_start(text: &str, from: usize) -> Option<usize> {
    let is_stand_in = |at: usize| {
        Span::new(at, at + 2).text(text) == "{{"
            || Span::new(0, at).text(text).ends_with(['{', '$'])
    };
    let braces = || {
        text.match_indices('{')
            .map(|(at, _)| at)
            .filter(|at| *at > from && !is_stand_in(*at))
    };
    let opens_object = |at: &usize| {
        let inside = text.get(at + 1..).unwrap_or_default().trim_start();
        inside.starts_with(['}', '#', '/']) || inside.starts_with(strings::is_quote)
    };
    braces().find(opens_object).or_else(|| braces().next())
}
