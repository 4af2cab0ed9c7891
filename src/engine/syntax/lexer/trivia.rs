//! Space and comments.

use super::super::messages;
use super::super::token::TokenKind;
use super::Lexer;
use crate::engine::text::Span;

impl Lexer<'_> {
    /// Takes all space and comments that stand here, and reports what JSON does not allow.
    pub(in super::super) fn skip_trivia(&mut self) {
        loop {
            match self.byte(self.at) {
                Some(b' ' | b'\n' | b'\t' | b'\r') => self.white_space(),
                Some(b'/' | b'#') if self.comment_end(self.at).is_some() => self.comment(),
                Some(byte) if byte < b' ' || byte >= 0x7f => {
                    if !self.foreign_space() {
                        return;
                    }
                }
                _ => return,
            }
        }
    }

    fn white_space(&mut self) {
        let bytes = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let len = bytes
            .iter()
            .position(|byte| !matches!(byte, b' ' | b'\n' | b'\t' | b'\r'))
            .unwrap_or(bytes.len());
        self.take(TokenKind::WhiteSpace, self.at + len);
    }

    fn comment(&mut self) {
        let Some(end) = self.comment_end(self.at) else {
            return;
        };
        let span = Span::new(self.at, end);
        let text = self.text;
        self.errors.add(|| messages::comment(text, span));
        if span.text(text).starts_with("/*") && !span.text(text).ends_with("*/") {
            self.no_comment_end = true;
        }
        self.take(TokenKind::Comment, end);
    }

    /// The end of the comment that begins at `at`, if one does.
    pub(super) fn comment_end(&self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        if let Some(inside) = rest.strip_prefix("/*") {
            let close = if self.no_comment_end {
                None
            } else {
                inside.find("*/")
            };
            return Some(close.map_or_else(|| at + line_len(rest), |close| at + close + 4));
        }
        (rest.starts_with("//") || rest.starts_with('#')).then(|| at + line_len(rest))
    }

    fn foreign_space(&mut self) -> bool {
        let rest = self.rest(self.at);
        let len: usize = rest
            .chars()
            .take_while(|character| is_foreign_space(*character))
            .map(char::len_utf8)
            .sum();
        if len == 0 {
            return false;
        }
        let span = Span::new(self.at, self.at + len);
        let text = self.text;
        self.errors.add(|| messages::foreign_space(text, span));
        self.take(TokenKind::ForeignSpace, span.end);
        true
    }
}

/// The bytes up to the end of the line, without trailing blanks.
pub(super) fn line_len(rest: &str) -> usize {
    let line = rest
        .find(['\n', '\r'])
        .and_then(|end| rest.get(..end))
        .unwrap_or(rest);
    line.trim_end_matches([' ', '\t']).len()
}

/// Space, visible or not, that JSON does not allow between tokens.
pub(in super::super) fn is_foreign_space(character: char) -> bool {
    let is_json_space = matches!(character, ' ' | '\n' | '\r' | '\t');
    let is_invisible = matches!(character, '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    !is_json_space && (is_invisible || character.is_control() || character.is_whitespace())
}
