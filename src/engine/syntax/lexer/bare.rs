//! Unquoted text: stand-ins, words and values whose quotes were forgotten.

use super::trivia::is_foreign_space;
use super::{Lexer, Place};

/// How far the end of a stand-in such as `<bucket name>` may lie from its start, in bytes.
const MAX_STAND_IN_LEN: usize = 128;

impl Lexer<'_> {
    /// The end of the unquoted text that begins at `start`: everything a person would see as one word or stand-in.
    pub(super) fn bare_end(&self, start: usize, place: Place) -> usize {
        let mut at = start;
        let mut end = start;
        while let Some(character) = self.character(at) {
            if at > start && self.ends_bare(at, character, place) {
                break;
            }
            at = self.stand_in_end(at).unwrap_or(at + character.len_utf8());
            if !matches!(character, ' ' | '\t') {
                end = at;
            }
        }
        end
    }

    fn ends_bare(&self, at: usize, character: char, place: Place) -> bool {
        match character {
            ',' | ']' | '}' | '\n' | '\r' | '"' => true,
            ':' => place == Place::Key && self.ends_name(at),
            '=' => place == Place::Key,
            '{' | '[' => self.stand_in_end(at).is_none(),
            '/' | '#' => self.preceded_by_blank(at) && self.begins_comment(at),
            _ => is_foreign_space(character),
        }
    }

    /// Whether the colon ends an unquoted name rather than being part of one, as the first in `aws:SourceIp: x`.
    fn ends_name(&self, colon: usize) -> bool {
        let rest = self.text.as_bytes().get(colon + 1..).unwrap_or_default();
        let is_in_name = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'/';
        let len = rest
            .iter()
            .take(MAX_STAND_IN_LEN)
            .take_while(is_in_name)
            .count();
        let is_part =
            len > 0 && matches!(rest.get(len..), Some([b':', b' ' | b'"' | b'[' | b'{', ..]));
        !is_part
    }

    fn preceded_by_blank(&self, at: usize) -> bool {
        at.checked_sub(1)
            .and_then(|before| self.byte(before))
            .is_some_and(|byte| matches!(byte, b' ' | b'\t'))
    }

    /// Whether `{{name}}`, or `{name}` in the place of a value, stands here rather than an object.
    pub(in super::super) fn begins_stand_in(&self, at: usize, place: Place) -> bool {
        match self.byte(at + 1) {
            Some(b'{') => self.stand_in_end(at).is_some(),
            _ => place == Place::Value && self.is_braced_name(at),
        }
    }

    /// Whether one name in braces is all of a value; an object would have a colon.
    fn is_braced_name(&self, at: usize) -> bool {
        let inside = self.rest(at + 1).as_bytes();
        let is_in_name = |byte: &&u8| byte.is_ascii_alphanumeric() || b"_-".contains(*byte);
        let len = inside
            .iter()
            .take(MAX_STAND_IN_LEN)
            .take_while(is_in_name)
            .count();
        let is_closed = len >= 2 && inside.get(len) == Some(&b'}');
        let before = self.text.get(..at).unwrap_or_default().trim_end();
        is_closed && before.ends_with([':', '[', ','])
    }

    /// The end of a stand-in in brackets that begins here and ends on the same line.
    fn stand_in_end(&self, at: usize) -> Option<usize> {
        let rest = self.text.as_bytes().get(at..)?;
        let (open_len, close): (usize, &[u8]) = match rest {
            [b'{', b'{', ..] => (2, b"}}"),
            [b'$', b'{', ..] => (2, b"}"),
            [b'{', ..] => (1, b"}"),
            [b'<', ..] => (1, b">"),
            [b'[', ..] => (1, b"]"),
            _ => return None,
        };
        let inside = rest.get(open_len..)?;
        let len = inside
            .iter()
            .take(MAX_STAND_IN_LEN)
            .position(|byte| !is_in_stand_in(*byte))?;
        let is_named = inside
            .get(..len)?
            .iter()
            .any(|byte| !byte.is_ascii_whitespace());
        (is_named && inside.get(len..)?.starts_with(close))
            .then_some(at + open_len + len + close.len())
    }

    /// The end of a string without its opening quote: the quote after the word, when the string can end there.
    pub(super) fn missing_quote_end(&self, word_end: usize) -> Option<usize> {
        let end = word_end + 1;
        (self.byte(word_end) == Some(b'"') && self.string_can_end(end)).then_some(end)
    }

    /// Whether what comes after `end` can come after a string.
    pub(super) fn string_can_end(&self, end: usize) -> bool {
        let after = self
            .rest(end)
            .trim_start_matches([' ', '\t'])
            .chars()
            .next();
        after.is_none_or(|after| {
            matches!(after, ',' | ':' | '=' | ']' | '}' | '\n' | '\r') || is_foreign_space(after)
        })
    }

    /// The end of three or more dots, or of ellipsis characters, that begin here.
    pub(super) fn elision_end(&self, at: usize) -> Option<usize> {
        let rest = self.rest(at);
        let dots = rest.len() - rest.trim_start_matches(['.', '\u{2026}']).len();
        let is_elision = rest.starts_with("...") || rest.starts_with('\u{2026}');
        is_elision.then_some(at + dots)
    }
}

fn is_in_stand_in(byte: u8) -> bool {
    !matches!(
        byte,
        b'"' | b'\n' | b'\r' | b',' | b'{' | b'}' | b'[' | b']' | b'<' | b'>'
    )
}
