//! Space and comments.

use super::super::messages;
use super::super::token::TokenKind;
use super::Lexer;
use crate::engine::text::Span;

const BYTE_ORDER_MARK: char = '\u{FEFF}';

impl Lexer<'_> {
    /// Takes all space and comments that stand here, and reports what JSON does not allow.
    pub(in super::super) fn skip_trivia(&mut self) {
        loop {
            let taken = match self.byte(self.at) {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.white_space(),
                Some(b'/' | b'#') => self.comment(),
                Some(0..b' ' | 0x7F..) => self.foreign_space(),
                _ => false,
            };
            if !taken {
                return;
            }
        }
    }

    fn white_space(&mut self) -> bool {
        let bytes = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let len = bytes
            .iter()
            .position(|byte| !matches!(byte, b' ' | b'\n' | b'\t' | b'\r'));
        self.take(TokenKind::WhiteSpace, self.at + len.unwrap_or(bytes.len()));
        true
    }

    fn comment(&mut self) -> bool {
        let Some(end) = self.comment_end(self.at) else {
            return false;
        };
        let span = Span::new(self.at, end);
        let text = self.text;
        self.errors.add(|| messages::comment(text, span));
        let written = span.text(text);
        self.no_comment_end |= written.starts_with("/*") && !written.ends_with("*/");
        self.take(TokenKind::Comment, end);
        true
    }

    /// The end of the comment that begins at `at`, if one does; a block comment without an end takes its line.
    pub(super) fn comment_end(&self, at: usize) -> Option<usize> {
        if !self.begins_comment(at) {
            return None;
        }
        let rest = self.rest(at);
        let line_end = || at + line_of(rest).trim_end_matches([' ', '\t']).len();
        let inside = rest.strip_prefix("/*").filter(|_| !self.no_comment_end);
        let close = inside.and_then(|inside| inside.find("*/"));
        Some(close.map_or_else(line_end, |close| at + close + 4))
    }

    pub(super) fn begins_comment(&self, at: usize) -> bool {
        matches!(
            self.text.as_bytes().get(at..),
            Some([b'#', ..] | [b'/', b'/' | b'*', ..])
        )
    }

    fn foreign_space(&mut self) -> bool {
        let rest = self.rest(self.at);
        if self.at == 0 && rest.starts_with(BYTE_ORDER_MARK) {
            let span = Span::new(0, BYTE_ORDER_MARK.len_utf8());
            self.errors.add(|| messages::byte_order_mark(span));
            self.take(TokenKind::ForeignSpace, span.end);
            return true;
        }
        let len = rest.len() - rest.trim_start_matches(is_foreign_space).len();
        let span = Span::new(self.at, self.at + len);
        if len > 0 {
            let text = self.text;
            self.errors.add(|| messages::foreign_space(text, span));
            self.take(TokenKind::ForeignSpace, span.end);
        }
        len > 0
    }
}

/// The text up to the first line break.
pub(super) fn line_of(rest: &str) -> &str {
    let end = rest.bytes().position(|byte| matches!(byte, b'\n' | b'\r'));
    end.and_then(|end| rest.get(..end)).unwrap_or(rest)
}

/// Space, visible or not, and control characters, which JSON does not allow between tokens.
pub(in super::super) fn is_foreign_space(character: char) -> bool {
    let is_json_space = matches!(character, ' ' | '\n' | '\r' | '\t');
    !is_json_space && (is_invisible(character) || character.is_whitespace())
}

/// Characters without width of their own: joiners, marks of direction, soft hyphens, control characters.
pub(in super::super) fn is_invisible(character: char) -> bool {
    let is_format = matches!(
        character,
        '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    );
    is_format || (character.is_control() && !character.is_whitespace())
}
