//! The tokens of Terraform's language.
//!
//! Source: HCL Native Syntax Specification, "Lexical Elements", 2025.

use super::super::here_document::{HereDocument, here_documents};
use crate::engine::text::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name or keyword, hyphens included.
    Name,
    /// A number.
    Number,
    /// A text in quotes, with them; interpolations are part of it.
    Text,
    /// A heredoc's text, and whether its indent is to be taken away.
    HereDocument { flush: bool },
    /// The end of a line.
    LineBreak,
    /// Any other character.
    Sign(u8),
}

/// A token; blanks and comments are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: Kind,
    pub span: Span,
}

impl Token {
    pub(super) fn is(&self, sign: u8) -> bool {
        self.kind == Kind::Sign(sign)
    }

    /// By how much the token changes the depth of brackets.
    pub(super) fn nesting(&self) -> isize {
        match self.kind {
            Kind::Sign(b'(' | b'[' | b'{') => 1,
            Kind::Sign(b')' | b']' | b'}') => -1,
            _ => 0,
        }
    }
}

/// The tokens of a text in order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer {
        text,
        at: 0,
        here_documents: here_documents(text).into_iter().peekable(),
    };
    std::iter::from_fn(|| lexer.next()).collect()
}

struct Lexer<'t> {
    text: &'t str,
    at: usize,
    here_documents: std::iter::Peekable<std::vec::IntoIter<HereDocument>>,
}

impl Lexer<'_> {
    fn next(&mut self) -> Option<Token> {
        self.skip_blanks();
        let start = self.at;
        let first = self.byte(start)?;
        let (kind, end) = match first {
            b'\n' => (Kind::LineBreak, start + 1),
            b'"' => (Kind::Text, text_end(self.text, start)),
            b'<' => self
                .here_document(start)
                .unwrap_or((Kind::Sign(b'<'), start + 1)),
            b'0'..=b'9' => (
                Kind::Number,
                self.end_while(start, |byte| byte.is_ascii_alphanumeric() || byte == b'.'),
            ),
            _ if is_in_name(first) => (
                Kind::Name,
                self.end_while(start, |byte| is_in_name(byte) || byte == b'-'),
            ),
            _ => (Kind::Sign(first), start + 1),
        };
        self.at = end.max(start + 1);
        let span = match kind {
            Kind::HereDocument { .. } => self.body_before(end),
            _ => Span::new(start, end),
        };
        Some(Token { kind, span })
    }

    /// The heredoc that an operator at this place opens, with the place behind its last line.
    fn here_document(&mut self, at: usize) -> Option<(Kind, usize)> {
        let flush = self.byte(at + 2) == Some(b'-');
        while self
            .here_documents
            .next_if(|one| one.opening.end < at)
            .is_some()
        {}
        let document = self
            .here_documents
            .peek()
            .filter(|one| one.opening.end == at)?;
        let last_line = self.text.get(document.body.end..).unwrap_or_default();
        let len = last_line.find('\n').unwrap_or(last_line.len());
        Some((Kind::HereDocument { flush }, document.body.end + len))
    }

    fn body_before(&mut self, end: usize) -> Span {
        let document = self.here_documents.next();
        document.map_or(Span::at(end), |document| document.body)
    }

    fn skip_blanks(&mut self) {
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let skipped = match rest.as_bytes() {
                [b' ' | b'\t' | b'\r', ..] => 1,
                [b'#', ..] | [b'/', b'/', ..] => rest.find('\n').unwrap_or(rest.len()),
                [b'/', b'*', ..] => rest.find("*/").map_or(rest.len(), |end| end + 2),
                _ => return,
            };
            self.at += skipped;
        }
    }

    fn end_while(&self, start: usize, is_part: impl Fn(u8) -> bool) -> usize {
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        start + rest.iter().take_while(|byte| is_part(**byte)).count()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }
}

fn is_in_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii()
}

/// The end of a text in quotes; quotes inside an interpolation belong to it.
///
/// A text that is not closed ends with its line.
fn text_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    // For each interpolation that is open, the braces that are open in it; between them, texts in quotes.
    let mut braces: Vec<usize> = Vec::new();
    let mut in_text = false;
    let mut at = start;
    while let Some(byte) = bytes.get(at).copied() {
        let next = bytes.get(at + 1).copied();
        match byte {
            b'\n' => return at,
            b'"' if !in_text => in_text = true,
            b'"' if braces.is_empty() => return at + 1,
            b'"' => in_text = false,
            b'\\' if in_text => at += 1,
            b'$' | b'%' if in_text && next == Some(byte) && bytes.get(at + 2) == Some(&b'{') => {
                at += 2
            }
            b'$' | b'%' if in_text && next == Some(b'{') => {
                braces.push(0);
                in_text = false;
                at += 1;
            }
            b'{' if !in_text => braces.iter_mut().rev().take(1).for_each(|open| *open += 1),
            b'}' if !in_text => match braces.last_mut() {
                Some(0) | None => {
                    braces.pop();
                    in_text = true;
                }
                Some(open) => *open -= 1,
            },
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<&str> {
        tokens(text)
            .iter()
            .map(|token| token.span.text(text))
            .collect()
    }

    #[test]
    fn cuts_a_text_into_tokens() {
        assert_eq!(
            texts("a-b = \"x\" # c\n/* d */ [1.5, e.f] // g\n"),
            [
                "a-b", "=", "\"x\"", "\n", "[", "1.5", ",", "e", ".", "f", "]", "\n"
            ]
        );
    }

    #[test]
    fn an_interpolation_is_part_of_its_text() {
        for text in [
            r#""a${b}c""#,
            r#""${join("/", {a = "}"})}""#,
            r#""$${aws:username}""#,
            r#""a\"b""#,
            r#""${"${"x"}"}""#,
        ] {
            assert_eq!(texts(text), [text]);
        }
        assert_eq!(texts("\"a\nb"), ["\"a", "\n", "b"]);
    }

    #[test]
    fn a_heredoc_is_one_token() {
        assert_eq!(
            texts("a = <<-X\n  {}\n  X\nb"),
            ["a", "=", "  {}\n", "\n", "b"]
        );
        assert_eq!(texts("a << 2"), ["a", "<", "<", "2"]);
    }
}
