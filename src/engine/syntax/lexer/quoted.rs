//! Strings: in double quotes, in other quotes, and unfinished ones.

use super::super::strings;
use super::super::token::TokenKind;
use super::super::tree::Spelling;
use super::trivia::line_of;
use super::{Lexeme, Lexer, Place};
use crate::engine::text::Span;

/// How far behind the first quote that could close a string a better one is looked for, in bytes.
const MAX_LOOK_AHEAD: usize = 100;

impl Lexer<'_> {
    /// The string whose double quote stands at `start`.
    pub(super) fn string(&self, start: usize, place: Place) -> Lexeme {
        let (close, spelling) = self.closing_quote(start + 1);
        match close {
            Some(close) if self.ends_cleanly(close + 1) => lexeme(start, close + 1, spelling),
            Some(close) => self
                .smartly_closed_string(start, close)
                .or_else(|| self.string_before_separator(start, close, place))
                .unwrap_or(lexeme(start, close + 1, spelling)),
            None => self
                .smartly_closed_string(start, self.text.len())
                .unwrap_or_else(|| self.unclosed_string(start, start + 1, place)),
        }
    }

    /// The double quote that closes the string, and whether something stands before it that needs a closer look.
    fn closing_quote(&self, content: usize) -> (Option<usize>, Spelling) {
        let bytes = self.text.as_bytes();
        let mut at = content;
        let mut spelling = Spelling::Plain;
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let Some(plain) = rest
                .iter()
                .position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))
            else {
                return (None, spelling);
            };
            at += plain;
            match bytes.get(at) {
                Some(b'"') => match self.call_end(content, at) {
                    Some(end) => at = end,
                    None => return (Some(at), spelling),
                },
                Some(b'\\') if !matches!(bytes.get(at + 1), Some(b'\n' | b'\r')) => at += 2,
                Some(b'\n') if !self.goes_on_after_line_break(at + 1) => return (None, spelling),
                Some(b'\r')
                    if bytes.get(at + 1) != Some(&b'\n')
                        && !self.goes_on_after_line_break(at + 1) =>
                {
                    return (None, spelling);
                }
                _ => at += 1,
            }
            spelling = Spelling::Escaped;
        }
    }

    /// The end of the `${function(…)}` that the quote at `quote` is part of, as in `"${join("/", parts)}/*"`.
    ///
    /// Terraform writes such quotes inside a string; the whole is a stand-in and belongs together.
    fn call_end(&self, content: usize, quote: usize) -> Option<usize> {
        let before = Span::new(content.max(quote.saturating_sub(MAX_LOOK_AHEAD)), quote);
        let before = self.text.get(before.start..before.end)?;
        let inside = before.get(before.rfind("${")? + "${".len()..)?;
        let function = inside.split_once('(')?.0;
        let is_function = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
        let is_call = !function.is_empty() && function.bytes().all(is_function);
        let rest = characters_of_line(self.rest(quote)).take(MAX_LOOK_AHEAD);
        let mut behind_parenthesis = false;
        let mut quotes = 0;
        for (at, character) in rest.filter(|_| is_call && !inside.contains('}')) {
            quotes += usize::from(character == '"');
            if character == '}' && behind_parenthesis && quotes % 2 == 0 {
                return Some(quote + at + 1);
            }
            behind_parenthesis = character == ')' || behind_parenthesis && character == ' ';
        }
        None
    }

    /// Whether the line at `at` completes a string of the line before: a quote that can close it comes first.
    fn goes_on_after_line_break(&self, at: usize) -> bool {
        let line = line_of(self.rest(at));
        let Some(quote) = line.find('"') else {
            return false;
        };
        let before = line.get(..quote).unwrap_or_default().trim_start();
        let after = line.get(quote + 1..).unwrap_or_default().trim_start();
        let is_structure =
            before.starts_with([',', '{', '}', '[', ']', '#']) || before.starts_with("//");
        let can_end = after.is_empty() || after.starts_with([',', ']', '}']);
        !is_structure && can_end
    }

    /// Whether a quote of a string is missing, or stands where a string can hardly end.
    pub(in super::super) fn is_doubtful(&self, lexeme: Lexeme) -> bool {
        let lacks_quote = matches!(lexeme.spelling, Spelling::Unclosed | Spelling::Unopened);
        let is_string = lexeme.kind == TokenKind::String;
        is_string && (lacks_quote || !self.ends_cleanly(lexeme.span.end))
    }

    /// Whether one of the characters, or the end of the line, comes next after the blanks at `at`.
    pub(in super::super) fn is_followed_by(&self, at: usize, characters: &[char]) -> bool {
        let rest = self.rest(at).trim_start_matches([' ', '\t']);
        rest.is_empty() || rest.starts_with(['\n', '\r']) || rest.starts_with(characters)
    }

    /// Whether the byte after a closing quote is one that JSON allows there.
    fn ends_cleanly(&self, end: usize) -> bool {
        matches!(
            self.byte(end),
            None | Some(b',' | b':' | b'}' | b']' | b' ' | b'\n' | b'\r' | b'\t')
        )
    }

    /// The string up to a typographic quote before `limit` on its line, such as `"Effect”`.
    fn smartly_closed_string(&self, start: usize, limit: usize) -> Option<Lexeme> {
        let content = Span::new(start + 1, limit).text(self.text);
        let (at, quote) = characters_of_line(content)
            .find(|(_, character)| strings::is_smart_double_quote(*character))?;
        let end = start + 1 + at + quote.len_utf8();
        self.string_can_end(end)
            .then_some(lexeme(start, end, Spelling::OddlyQuoted))
    }

    /// The string up to the colon or comma before `quote`, which then opens the next string: `"Effect: "Allow"`.
    fn string_before_separator(&self, start: usize, quote: usize, place: Place) -> Option<Lexeme> {
        let separator = if place == Place::Key { ':' } else { ',' };
        let content = Span::new(start + 1, quote).text(self.text);
        let content = content
            .trim_end_matches([' ', '\t', '[', '{'])
            .strip_suffix(separator)?
            .trim_end();
        let end = start + 1 + content.len();
        (!content.is_empty()).then_some(lexeme(start, end, Spelling::Unclosed))
    }

    /// The string that has no closing quote on its line, without the punctuation that ends the line.
    fn unclosed_string(&self, start: usize, content_start: usize, place: Place) -> Lexeme {
        let content = line_of(self.rest(content_start)).trim_end();
        let key_end = content
            .match_indices(':')
            .map(|(at, _)| at)
            .find(|at| separates(content, *at));
        let content = match key_end.filter(|_| place == Place::Key) {
            Some(end) => content.get(..end).unwrap_or_default(),
            None => without_closing_punctuation(content),
        };
        lexeme(
            start,
            content_start + content.trim_end().len(),
            Spelling::Unclosed,
        )
    }

    /// The string whose opening quote, not a double quote, stands at `start`.
    pub(super) fn oddly_quoted_string(&self, start: usize, open: char, place: Place) -> Lexeme {
        let content_start = start + open.len_utf8();
        let mut closing = characters_of_line(self.rest(content_start))
            .filter(|(_, character)| strings::closes(open, *character))
            .map(|(at, character)| content_start + at + character.len_utf8());
        let Some(first) = closing.next() else {
            return self.unclosed_string(start, content_start, place);
        };
        let nearby = closing.take_while(|end| *end < first + MAX_LOOK_AHEAD);
        let best = std::iter::once(first)
            .chain(nearby)
            .find(|end| !self.is_apostrophe_before(*end));
        lexeme(start, best.unwrap_or(first), Spelling::OddlyQuoted)
    }

    /// Whether the word goes on at `end`, so that the quote before it is an apostrophe, as in `'Bob's bucket'`.
    fn is_apostrophe_before(&self, end: usize) -> bool {
        self.character(end).is_some_and(char::is_alphanumeric)
    }
}

/// The characters up to the first line break, one by one: the line may be long and the answer near.
fn characters_of_line(rest: &str) -> impl Iterator<Item = (usize, char)> {
    let is_in_line = |(_, character): &(usize, char)| !matches!(character, '\n' | '\r');
    rest.char_indices().take_while(is_in_line)
}

/// Whether the colon at `at` ends a name: a blank, a quote, a bracket or the end of the line comes after it.
fn separates(line: &str, at: usize) -> bool {
    let after = line.get(at + 1..).and_then(|after| after.chars().next());
    after.is_none_or(|after| matches!(after, ' ' | '\t' | '"' | '\'' | '[' | '{'))
}

/// The text without a comma at its end, and without closing brackets that nothing in it opens.
fn without_closing_punctuation(line: &str) -> &str {
    let surplus = |open, close| {
        line.matches(close)
            .count()
            .saturating_sub(line.matches(open).count())
    };
    let mut brackets = surplus('[', ']');
    let mut braces = surplus('{', '}');
    let mut content = line.strip_suffix(',').unwrap_or(line).trim_end();
    loop {
        let (surplus, stripped) = match content.chars().next_back() {
            Some(']') => (&mut brackets, content.strip_suffix(']')),
            Some('}') => (&mut braces, content.strip_suffix('}')),
            _ => return content,
        };
        let (Some(left), Some(stripped)) = (surplus.checked_sub(1), stripped) else {
            return content;
        };
        *surplus = left;
        content = stripped.trim_end();
    }
}

fn lexeme(start: usize, end: usize, spelling: Spelling) -> Lexeme {
    Lexeme {
        kind: TokenKind::String,
        span: Span::new(start, end),
        spelling,
    }
}
