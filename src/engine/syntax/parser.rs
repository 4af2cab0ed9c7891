//! Builds the tree from the tokens, with an explicit stack of the objects and arrays that are open.

use std::sync::Arc;

use super::builder::Builder;
use super::duplicates;
use super::errors::SyntaxError;
use super::escaped;
use super::lexer::{Lexeme, Lexer, Place};
use super::messages;
use super::token::{MAX_TEXT_LEN, TokenKind};
use super::tree::{NO_PARENT, NodeKind, Tree};
use crate::engine::text::Span;

use brackets::{ClosedLater, Count};

mod array;
mod brackets;
mod document;
mod object;
mod separator;

/// Reads any text; what is wrong with it is in the errors of the tree.
pub fn parse(text: &str) -> Tree {
    let mut parser = Parser::new(text);
    if text.len() > MAX_TEXT_LEN {
        parser.lexer.errors.add(|| messages::too_long(text));
    } else if let Some(error) = escaped::find(text) {
        parser.report(|| error);
    } else {
        parser.document();
    }
    parser.lexer.take(TokenKind::Surrounding, text.len());
    let Lexer {
        tokens, mut errors, ..
    } = parser.lexer;
    let nodes = parser.builder.nodes;
    let mut tree = Tree {
        text: Arc::from(text),
        nodes,
        tokens,
        errors: Vec::new(),
    };
    duplicates::report(&tree, &mut errors);
    tree.errors = errors.sorted();
    tree
}

/// Any text without reading it: one token, no node, no error.
pub fn unread(text: &str) -> Tree {
    let mut lexer = Lexer::new(text);
    lexer.take(TokenKind::Surrounding, text.len());
    Tree {
        text: Arc::from(text),
        nodes: Vec::new(),
        tokens: lexer.tokens,
        errors: Vec::new(),
    }
}

/// What an open object or array waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expect {
    /// The first item, or the end.
    First,
    /// An item, after a comma.
    Item,
    /// A comma or the end, after an item.
    Comma,
    /// An item, a comma or the end, where a missing comma was reported otherwise.
    Anything,
    /// The colon of the open member.
    Colon,
    /// The value of the open member.
    Value,
}

/// An object or array that is open.
#[derive(Debug, Clone, Copy)]
struct Frame {
    node: u32,
    is_object: bool,
    expect: Expect,
    /// The number of items so far.
    items: u32,
    /// The open member of an object.
    member: u32,
}

impl Frame {
    fn new(node: u32, is_object: bool) -> Self {
        Frame {
            node,
            is_object,
            expect: Expect::First,
            items: 0,
            member: NO_PARENT,
        }
    }
}

/// The object or array that was closed last, with its bracket.
#[derive(Debug, Clone, Copy)]
struct Closed {
    frame: Frame,
    bracket: Span,
}

struct Parser<'t> {
    lexer: Lexer<'t>,
    builder: Builder,
    stack: Vec<Frame>,
    /// How many objects and arrays are on the stack.
    open: Count,
    closed_later: ClosedLater,
    last_closed: Option<Closed>,
    /// The last token that is neither space nor comment.
    previous: Span,
    /// Whether a quote of that token is missing or in doubt.
    previous_is_doubtful: bool,
}

impl<'t> Parser<'t> {
    fn new(text: &'t str) -> Self {
        let expected_nodes = text.len() / 16;
        Parser {
            lexer: Lexer::new(text),
            builder: Builder::with_capacity(expected_nodes),
            stack: Vec::new(),
            open: Count::default(),
            closed_later: ClosedLater::default(),
            last_closed: None,
            previous: Span::at(0),
            previous_is_doubtful: false,
        }
    }

    /// Reads until every open object and array is closed.
    fn read_open(&mut self) {
        while let Some(frame) = self.stack.last().copied() {
            self.lexer.skip_trivia();
            let place = if frame.is_object && frame.expect != Expect::Value {
                Place::Key
            } else {
                Place::Value
            };
            match self.lexer.peek(place) {
                None => self.end_of_text(),
                Some(lexeme) if frame.is_object => self.in_object(frame, lexeme),
                Some(lexeme) => self.in_array(frame, lexeme),
            }
        }
    }

    /// Takes the token ahead.
    fn take(&mut self, lexeme: Lexeme) {
        self.lexer.take(lexeme.kind, lexeme.span.end);
        self.previous = lexeme.span;
        self.previous_is_doubtful = self.lexer.is_doubtful(lexeme);
    }

    fn expect(&mut self, expect: Expect) {
        if let Some(frame) = self.stack.last_mut() {
            frame.expect = expect;
        }
    }

    /// Adds the value that begins with the token ahead; an object or array stays open.
    fn value(&mut self, lexeme: Lexeme, parent: u32, ordinal: u32) {
        let kind = value_kind(lexeme.kind);
        let (span, spelling) = (lexeme.span, lexeme.spelling);
        let node = self
            .builder
            .spelled_leaf(kind, span, parent, ordinal, spelling);
        self.last_closed = None;
        self.take(lexeme);
        if kind.is_container() {
            self.open(Frame::new(node, kind == NodeKind::Object));
        } else {
            self.report_spelling(lexeme, Place::Value);
            self.value_done(span.end);
        }
    }

    /// Goes on after a complete value: the member around it, if any, ends with it.
    fn value_done(&mut self, end: usize) {
        let Some(frame) = self.stack.last_mut() else {
            return;
        };
        frame.expect = Expect::Comma;
        if frame.is_object {
            self.builder.close(frame.member, end);
        }
    }

    fn open(&mut self, frame: Frame) {
        self.open.add(frame.is_object, 1);
        self.stack.push(frame);
    }

    /// Closes the innermost open object or array.
    fn close(&mut self, end: usize) {
        if let Some(frame) = self.stack.pop() {
            self.open.add(frame.is_object, -1);
            self.builder.close(frame.node, end);
            self.value_done(end);
        }
    }

    fn report(&mut self, error: impl FnOnce() -> SyntaxError) {
        self.lexer.errors.add(error);
    }

    /// Reports a key or value that is not spelled as JSON wants it.
    fn report_spelling(&mut self, lexeme: Lexeme, place: Place) {
        let text = self.lexer.text();
        let errors = &mut self.lexer.errors;
        errors.add_all(|| messages::spelling(text, lexeme, place));
    }
}

fn value_kind(token: TokenKind) -> NodeKind {
    match token {
        TokenKind::OpenBrace => NodeKind::Object,
        TokenKind::OpenBracket => NodeKind::Array,
        TokenKind::String => NodeKind::String,
        TokenKind::Number => NodeKind::Number,
        TokenKind::True => NodeKind::True,
        TokenKind::False => NodeKind::False,
        TokenKind::Null => NodeKind::Null,
        _ => NodeKind::Bare,
    }
}
