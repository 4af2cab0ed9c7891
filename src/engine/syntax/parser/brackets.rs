//! Brackets that are missing, of the wrong kind, or too many.

use super::{Closed, Expect, Frame, Parser};
use crate::engine::syntax::lexer::Lexeme;
use crate::engine::syntax::messages::{self, Unclosed};
use crate::engine::syntax::token::TokenKind;
use crate::engine::text::Span;

/// A number of objects and of arrays.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Count {
    pub objects: isize,
    pub arrays: isize,
}

impl Count {
    pub(super) fn add(&mut self, is_object: bool, change: isize) {
        *if is_object {
            &mut self.objects
        } else {
            &mut self.arrays
        } += change;
    }

    fn of(self, is_object: bool) -> isize {
        if is_object { self.objects } else { self.arrays }
    }
}

/// How many objects and arrays the text behind a place closes beyond those that it opens.
///
/// Counted once for the whole rest, and then brought forward, so that many questions cost no more than one.
#[derive(Debug, Default)]
pub(super) struct ClosedLater {
    known: Option<(usize, Count)>,
}

impl ClosedLater {
    fn after(&mut self, text: &str, offset: usize) -> Count {
        let count = match self.known {
            None => closed_in(Span::new(offset, text.len()).text(text)),
            Some((known, mut count)) => {
                let passed = closed_in(Span::new(known, offset).text(text));
                count.objects -= passed.objects;
                count.arrays -= passed.arrays;
                count
            }
        };
        self.known = Some((offset, count));
        count
    }
}

/// Closing less opening brackets, without those in strings; a string ends with its line.
fn closed_in(text: &str) -> Count {
    let mut count = Count::default();
    let mut in_string = false;
    let mut escaped = false;
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_string,
            b'"' => in_string = !in_string,
            b'\n' => in_string = false,
            _ if in_string => {}
            b'{' => count.objects -= 1,
            b'}' => count.objects += 1,
            b'[' => count.arrays -= 1,
            b']' => count.arrays += 1,
            _ => {}
        }
    }
    count
}

impl Parser<'_> {
    /// How many more objects or arrays the text behind `offset` closes than are open.
    fn surplus_later(&mut self, is_object: bool, offset: usize) -> isize {
        self.closed_later
            .after(self.lexer.text(), offset)
            .of(is_object)
            - self.open.of(is_object)
    }

    /// Whether the rest of the text closes everything of this kind that is open, so that no bracket is needed here.
    fn is_closed_later(&mut self, is_object: bool, offset: usize) -> bool {
        self.surplus_later(is_object, offset) >= 0
    }

    /// A closing bracket of the other kind than the innermost open one.
    pub(super) fn mismatched_bracket(&mut self, frame: Frame, lexeme: Lexeme) {
        let closes_object = lexeme.kind == TokenKind::CloseBrace;
        let after = lexeme.span.end;
        let is_needed =
            self.open.of(closes_object) > 0 && !self.is_closed_later(closes_object, after);
        if is_needed {
            self.close_up_to(closes_object);
        } else if self.is_closed_later(frame.is_object, after) {
            self.report(|| messages::surplus_bracket(lexeme.span));
            self.take(lexeme);
        } else {
            let wanted = closing_bracket(frame.is_object);
            self.report(|| messages::mismatched_bracket(lexeme.span, wanted));
            self.closing_bracket(frame, lexeme);
        }
    }

    /// Closes what is open inside the innermost object or array that the bracket ahead can close.
    fn close_up_to(&mut self, closes_object: bool) {
        let end = self.previous.end;
        let mut missing = String::new();
        while let Some(frame) = self
            .stack
            .last()
            .copied()
            .filter(|frame| frame.is_object != closes_object)
        {
            self.report_trailing_comma(frame);
            missing.push(closing_bracket(frame.is_object));
            self.close(end);
        }
        self.report(|| messages::missing_closing_bracket(end, &missing, ""));
    }

    /// Closes the innermost object or array, of which the next token cannot be a part.
    ///
    /// A comma that was read already separates what follows from what is closed.
    pub(super) fn close_before_next(&mut self, frame: Frame) {
        let after_comma = frame.expect == Expect::Item;
        let end = if after_comma {
            self.previous.start
        } else {
            self.previous.end
        };
        let comma = if after_comma { "" } else { "," };
        let missing = closing_bracket(frame.is_object).to_string();
        self.report(|| messages::missing_closing_bracket(end, &missing, comma));
        self.close(end);
        self.expect(if after_comma {
            Expect::Item
        } else {
            Expect::Anything
        });
    }

    /// The text ends while objects and arrays are open.
    pub(super) fn end_of_text(&mut self) {
        let end = self.previous.end;
        let mut unclosed = Vec::with_capacity(self.stack.len());
        while let Some(frame) = self.stack.last().copied() {
            if matches!(frame.expect, Expect::Colon | Expect::Value) {
                self.missing_value(frame);
            }
            self.report_trailing_comma(frame);
            let opened_at = self.builder.start(frame.node);
            unclosed.push(Unclosed {
                closing: closing_bracket(frame.is_object),
                opened_at,
            });
            self.close(end);
        }
        let text = self.lexer.text();
        self.report(|| messages::unclosed_at_end(text, end, &unclosed));
    }

    pub(super) fn report_trailing_comma(&mut self, frame: Frame) {
        if frame.expect == Expect::Item {
            let comma = self.previous;
            self.report(|| messages::trailing_comma(comma));
        }
    }

    /// Opens the object that was closed last again, when a bracket too many closed it: a member of it comes next.
    pub(super) fn reopen_object(&mut self, parent: u32) -> bool {
        let Some(Closed { frame, bracket }) =
            self.last_closed.filter(|closed| closed.frame.is_object)
        else {
            return false;
        };
        let at = self.lexer.at();
        if self.builder.parent(frame.node) != parent || self.surplus_later(true, at) < 1 {
            return false;
        }
        self.report(|| messages::surplus_bracket(bracket));
        let after_comma = self.previous.start > bracket.start;
        self.open(Frame {
            expect: if after_comma {
                Expect::Item
            } else {
                Expect::Comma
            },
            ..frame
        });
        true
    }
}

fn closing_bracket(is_object: bool) -> char {
    if is_object { '}' } else { ']' }
}
