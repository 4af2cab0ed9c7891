//! Inside an object.

use super::{Expect, Frame, Parser};
use crate::engine::syntax::lexer::{Lexeme, Place};
use crate::engine::syntax::messages;
use crate::engine::syntax::token::TokenKind;
use crate::engine::syntax::tree::NodeKind;
use crate::engine::text::Span;

impl Parser<'_> {
    pub(super) fn in_object(&mut self, frame: Frame, lexeme: Lexeme) {
        match frame.expect {
            Expect::Colon => self.after_key(frame, lexeme),
            Expect::Value => self.member_value(frame, lexeme),
            _ => self.next_member(frame, lexeme),
        }
    }

    fn next_member(&mut self, frame: Frame, lexeme: Lexeme) {
        match lexeme.kind {
            TokenKind::CloseBrace => self.closing_bracket(frame, lexeme),
            TokenKind::CloseBracket => self.mismatched_bracket(frame, lexeme),
            TokenKind::Comma => self.comma(frame, lexeme),
            TokenKind::Elision => self.elision(frame, lexeme),
            TokenKind::OpenBrace if self.is_next_element() => self.close_before_next(frame),
            TokenKind::Colon | TokenKind::OpenBrace | TokenKind::OpenBracket => {
                self.nameless_member(frame, lexeme)
            }
            _ if frame.expect == Expect::Comma && self.surplus_quote(lexeme, &[',', '}']) => {}
            _ => self.named_member(frame, lexeme),
        }
    }

    /// Whether an object ahead must be the next element of the array around this object.
    fn is_next_element(&self) -> bool {
        let around = self
            .stack
            .len()
            .checked_sub(2)
            .and_then(|around| self.stack.get(around));
        around.is_some_and(|around| !around.is_object)
    }

    fn begin_member(&mut self, frame: Frame, lexeme: Lexeme) -> u32 {
        let start = lexeme.span.start;
        if frame.expect == Expect::Comma {
            self.missing_comma(lexeme);
        }
        let member = self
            .builder
            .leaf(NodeKind::Member, Span::at(start), frame.node, frame.items);
        if let Some(frame) = self.stack.last_mut() {
            frame.items += 1;
            frame.member = member;
            frame.expect = Expect::Colon;
        }
        member
    }

    fn named_member(&mut self, frame: Frame, lexeme: Lexeme) {
        let member = self.begin_member(frame, lexeme);
        let kind = if lexeme.kind == TokenKind::String {
            NodeKind::String
        } else {
            NodeKind::Bare
        };
        self.builder
            .spelled_leaf(kind, lexeme.span, member, 0, lexeme.spelling);
        self.report_spelling(lexeme, Place::Key);
        self.take(lexeme);
    }

    fn nameless_member(&mut self, frame: Frame, lexeme: Lexeme) {
        let start = lexeme.span.start;
        let member = self.begin_member(frame, lexeme);
        self.builder
            .leaf(NodeKind::Missing, Span::at(start), member, 0);
        self.report(|| messages::missing_key(lexeme.span));
        if lexeme.kind == TokenKind::Colon {
            self.take(lexeme);
        }
        self.expect(Expect::Value);
    }

    fn after_key(&mut self, frame: Frame, lexeme: Lexeme) {
        match lexeme.kind {
            TokenKind::Colon => self.colon(lexeme),
            TokenKind::Comma
            | TokenKind::CloseBrace
            | TokenKind::CloseBracket
            | TokenKind::Elision => {
                self.missing_value(frame);
            }
            TokenKind::String if self.surplus_quote(lexeme, &[':']) => {}
            TokenKind::String | TokenKind::Bare if self.lexer.colon_follows(lexeme.span.end) => {
                self.missing_value(frame)
            }
            _ => {
                self.missing_colon(lexeme);
                self.expect(Expect::Value);
            }
        }
    }

    fn colon(&mut self, lexeme: Lexeme) {
        let text = self.lexer.text();
        if lexeme.span.text(text) != ":" {
            self.report(|| messages::equals_sign(text, lexeme.span));
        }
        self.take(lexeme);
        self.expect(Expect::Value);
    }

    fn member_value(&mut self, frame: Frame, lexeme: Lexeme) {
        match lexeme.kind {
            TokenKind::Comma | TokenKind::CloseBrace | TokenKind::CloseBracket => {
                self.missing_value(frame)
            }
            TokenKind::Colon => self.extra_colon(lexeme),
            TokenKind::Elision => {
                self.builder.leaf(
                    NodeKind::Missing,
                    Span::at(self.previous.end),
                    frame.member,
                    1,
                );
                self.elision(frame, lexeme);
                self.value_done(lexeme.span.start);
            }
            TokenKind::String if self.lexer.colon_follows(lexeme.span.end) => {
                self.missing_value(frame);
                self.expect(Expect::Anything);
            }
            _ => self.value(lexeme, frame.member, 1),
        }
    }

    /// Completes the open member with a value that is not there.
    pub(super) fn missing_value(&mut self, frame: Frame) {
        let previous = self.previous;
        let place = Span::at(previous.end);
        self.builder.leaf(NodeKind::Missing, place, frame.member, 1);
        if frame.expect == Expect::Colon {
            let name = previous.text(self.lexer.text());
            self.report(|| messages::lone_name(previous, name));
        } else {
            self.report(|| messages::missing_value(place));
        }
        self.value_done(place.end);
    }
}
