//! Where the document begins and ends in the text.

use super::Parser;
use crate::engine::syntax::lexer::Place;
use crate::engine::syntax::messages;
use crate::engine::syntax::token::TokenKind;
use crate::engine::syntax::tree::NO_PARENT;
use crate::engine::text::Span;

impl Parser<'_> {
    pub(super) fn document(&mut self) {
        self.text_before();
        self.lexer.skip_trivia();
        let Some(lexeme) = self.lexer.peek(Place::Value) else {
            self.lexer.errors.add(messages::empty);
            return;
        };
        self.value(lexeme, NO_PARENT, 0);
        self.read_open();
        self.text_after();
    }

    fn text_before(&mut self) {
        let text = self.lexer.text();
        let first =
            text.find(|character: char| !character.is_whitespace() && character != '\u{FEFF}');
        let Some(brace) = text
            .find('{')
            .filter(|brace| first.is_some_and(|first| first < *brace))
        else {
            return;
        };
        let starts_with_value = first
            .and_then(|first| text.get(first..))
            .is_some_and(|rest| rest.starts_with(['[', '"', '/', '#']));
        if let (false, Some(first)) = (starts_with_value, first) {
            self.lexer.skip_trivia();
            self.lexer
                .errors
                .add(|| messages::text_before(text, Span::new(first, brace)));
            self.lexer.take(TokenKind::Surrounding, brace);
        }
    }

    fn text_after(&mut self) {
        self.lexer.skip_trivia();
        let text = self.lexer.text();
        let start = self.lexer.at();
        let len = text.get(start..).unwrap_or_default().trim_end().len();
        if len > 0 {
            self.lexer
                .errors
                .add(|| messages::text_after(text, Span::new(start, start + len)));
        }
    }
}
