//! Values of Terraform's language as JSON.
//!
//! What is computed, such as `var.name` or `join(",", x)`, becomes a text with an interpolation: `"${var.name}"`.
//! Source: HCL Native Syntax Specification, "Expressions", 2025.

use std::ops::Range;

use super::super::excerpt::Excerpt;
use super::structure::value_end;
use super::tokens::{Kind, Token};
use crate::engine::syntax::encode;
use crate::engine::text::Span;

/// Code with its tokens.
#[derive(Clone, Copy)]
pub(super) struct Code<'c> {
    pub text: &'c Excerpt,
    pub tokens: &'c [Token],
}

impl<'c> Code<'c> {
    /// The text of some tokens as it is written.
    pub(super) fn written(&self, tokens: Range<usize>) -> &'c str {
        self.span(tokens).text(self.text.text())
    }

    fn span(&self, tokens: Range<usize>) -> Span {
        let inside = self.tokens.get(tokens).unwrap_or_default();
        let start = inside.first().map_or(0, |token| token.span.start);
        Span::new(start, inside.last().map_or(start, |token| token.span.end))
    }

    /// The value of some tokens where they are one text without interpolation.
    pub(super) fn plain_text(&self, tokens: &Range<usize>) -> Option<String> {
        let inside = self.tokens.get(tokens.clone())?;
        let [
            Token {
                kind: Kind::Text,
                span,
            },
        ] = inside
        else {
            return None;
        };
        let text = decoded(content(*span).text(self.text.text()));
        (!text.contains("${")).then_some(text)
    }

    /// For each token the number of the one that closes it, or the last one.
    fn closing(&self, tokens: &Range<usize>) -> Vec<usize> {
        let mut closing = vec![tokens.end; tokens.len()];
        let mut open = Vec::new();
        for at in tokens.clone() {
            match self.tokens.get(at).map_or(0, Token::nesting) {
                1 => open.push(at),
                -1 => {
                    let place = open
                        .pop()
                        .and_then(|bracket: usize| closing.get_mut(bracket - tokens.start));
                    place.into_iter().for_each(|place| *place = at);
                }
                _ => {}
            }
        }
        closing
    }

    /// The value of some tokens as JSON without white space.
    pub(super) fn json(&self, tokens: Range<usize>) -> Excerpt {
        let mut writer = Writer {
            code: *self,
            out: Excerpt::default(),
            closing: self.closing(&tokens),
            start: tokens.start,
            at: tokens.start,
            end: tokens.end,
            open: Vec::new(),
        };
        writer.value();
        while !writer.open.is_empty() {
            writer.step();
        }
        writer.out
    }
}

/// A text without its quotes; a text that is not closed has one only.
fn content(text: Span) -> Span {
    Span::new(text.start + 1, text.end.saturating_sub(1))
}

struct Writer<'c> {
    code: Code<'c>,
    out: Excerpt,
    /// For each token from `start` on, the number of the token that closes it, where it is a bracket.
    closing: Vec<usize>,
    start: usize,
    at: usize,
    end: usize,
    /// The objects and lists that are open, and whether something stands in them already.
    open: Vec<Open>,
}

struct Open {
    is_object: bool,
    is_empty: bool,
}

impl Writer<'_> {
    fn token(&self, at: usize) -> Option<Token> {
        self.code.tokens.get(at).copied().filter(|_| at < self.end)
    }

    fn is(&self, at: usize, sign: u8) -> bool {
        self.token(at).is_some_and(|token| token.is(sign))
    }

    /// Writes the next item of the innermost object or list, or its end.
    fn step(&mut self) {
        while self
            .token(self.at)
            .is_some_and(|token| matches!(token.kind, Kind::LineBreak | Kind::Sign(b',')))
        {
            self.at += 1;
        }
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let (is_object, is_first) = (open.is_object, open.is_empty);
        let next = self
            .code
            .tokens
            .get(self.at)
            .copied()
            .filter(|_| self.at < self.end);
        if next.is_none_or(|token| token.nesting() < 0) {
            self.push(if is_object { "}" } else { "]" });
            self.open.pop();
            self.at += 1;
            return;
        }
        open.is_empty = false;
        if !is_first {
            self.push(",");
        }
        if is_object {
            self.key();
        }
        self.value();
    }

    /// Writes a key and passes the sign behind it.
    fn key(&mut self) {
        match self.token(self.at) {
            Some(token) if token.kind == Kind::Text => self.text(token.span),
            Some(token) if token.kind == Kind::Name => self.quoted(token.span),
            _ => {
                let end = self.key_end();
                self.computed(self.at..end);
                self.at = end.saturating_sub(1);
            }
        }
        self.at += 1;
        if self.is(self.at, b'=') || self.is(self.at, b':') {
            self.at += 1;
        }
        self.push(":");
    }

    /// The token behind a key such as `(var.name)`.
    fn key_end(&self) -> usize {
        let mut depth = 0;
        for at in self.at..self.end {
            depth += self.token(at).map_or(0, |token| token.nesting());
            if depth <= 0 {
                return at + 1;
            }
        }
        self.end
    }

    /// Writes a value, or opens it.
    fn value(&mut self) {
        while self
            .token(self.at)
            .is_some_and(|token| token.kind == Kind::LineBreak)
        {
            self.at += 1;
        }
        let opens = self
            .token(self.at)
            .filter(|token| token.is(b'{') || token.is(b'['));
        if let Some(bracket) = opens.filter(|_| !self.is_comprehension() && self.is_alone()) {
            let is_object = bracket.is(b'{');
            self.push(if is_object { "{" } else { "[" });
            self.open.push(Open {
                is_object,
                is_empty: true,
            });
            self.at += 1;
            return;
        }
        let end = value_end(self.code.tokens, self.at)
            .min(self.end)
            .max(self.at);
        match self.token(self.at).filter(|_| end == self.at + 1) {
            Some(token) => self.single(token),
            None => self.computed(self.at..end),
        }
        self.at = end;
    }

    /// Whether the bracket's value ends with it: behind `{…}.name` or `[…][0]`, something computed goes on.
    fn is_alone(&self) -> bool {
        let Some(close) = self.closing.get(self.at.saturating_sub(self.start)) else {
            return false;
        };
        let after = self.token(close + 1);
        after.is_none_or(|token| {
            matches!(token.kind, Kind::LineBreak | Kind::Sign(b',')) || token.nesting() < 0
        })
    }

    /// Whether a bracket begins `[for …]` or `{for …}`.
    fn is_comprehension(&self) -> bool {
        let inside = (self.at + 1..self.end)
            .find_map(|at| self.token(at).filter(|token| token.kind != Kind::LineBreak));
        inside.is_some_and(|token| token.span.text(self.code.text.text()) == "for")
    }

    fn single(&mut self, token: Token) {
        let written = token.span.text(self.code.text.text());
        match token.kind {
            Kind::Text => self.text(token.span),
            Kind::HereDocument { .. } => self.out.push_for(
                &encode(&unescaped(written)),
                self.code.text.origin(token.span),
            ),
            Kind::Number => self.out.push(self.code.text, token.span),
            Kind::Name if matches!(written, "true" | "false" | "null") => {
                self.out.push(self.code.text, token.span)
            }
            _ => self.computed(self.at..self.at + 1),
        }
    }

    /// Writes a text; one without escapes keeps its places to the letter.
    fn text(&mut self, span: Span) {
        let content = content(span);
        let written = content.text(self.code.text.text());
        let value = decoded(written);
        match value == written && !written.contains('"') {
            true => self.quoted(content),
            false => self
                .out
                .push_for(&encode(&value), self.code.text.origin(span)),
        }
    }

    fn quoted(&mut self, content: Span) {
        let place = |at| self.code.text.origin(Span::at(at));
        let (start, end) = (place(content.start), place(content.end));
        self.out.push_for("\"", Span::at(start.start));
        self.out.push(self.code.text, content);
        self.out.push_for("\"", Span::at(end.start));
    }

    /// Writes what is computed as an interpolation.
    fn computed(&mut self, tokens: Range<usize>) {
        let span = self.code.span(tokens);
        let written = span
            .text(self.code.text.text())
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let json = match written.is_empty() {
            true => "null".to_owned(),
            false => encode(&format!("${{{written}}}")),
        };
        self.out.push_for(&json, self.code.text.origin(span));
    }

    fn push(&mut self, json: &str) {
        let at = self.token(self.at).map_or(0, |token| token.span.start);
        self.out
            .push_for(json, Span::at(self.code.text.origin(Span::at(at)).start));
    }
}

/// The value of a text with its escapes read; interpolations stay as they are written.
fn decoded(written: &str) -> String {
    let mut value = String::with_capacity(written.len());
    let mut rest = written.chars();
    while let Some(letter) = rest.next() {
        match letter {
            '\\' => match rest.next() {
                Some('n') => value.push('\n'),
                Some('r') => value.push('\r'),
                Some('t') => value.push('\t'),
                Some(other) => value.push(other),
                None => value.push('\\'),
            },
            _ => value.push(letter),
        }
    }
    unescaped(&value)
}

/// The text with `$${` and `%%{`, which stand for the same without an interpolation, written once.
pub(super) fn unescaped(text: &str) -> String {
    text.replace("$${", "${").replace("%%{", "%{")
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn json(text: &str) -> String {
        let excerpt = Excerpt::whole(text);
        let tokens = tokens(text);
        let code = Code {
            text: &excerpt,
            tokens: &tokens,
        };
        code.json(0..tokens.len()).text().to_owned()
    }

    #[test]
    fn writes_values_as_json() {
        for (text, expected) in [
            (r#""a""#, r#""a""#),
            (
                r#""arn:${var.x}/$${aws:username}""#,
                r#""arn:${var.x}/${aws:username}""#,
            ),
            (
                r#""${join("/", local.p)}\n""#,
                r#""${join(\"/\", local.p)}\n""#,
            ),
            ("var.name", r#""${var.name}""#),
            (
                "[\n  1, true,\n  aws_s3_bucket.b.arn,\n]",
                r#"[1,true,"${aws_s3_bucket.b.arn}"]"#,
            ),
            ("{ a = \"b\", \"c\" : [] }", r#"{"a":"b","c":[]}"#),
            (
                "{\n  a = {\n    b = null\n  }\n  (var.k) = 1\n}",
                r#"{"a":{"b":null},"${(var.k)}":1}"#,
            ),
            (
                "[for b in var.bs : \"${b}/*\"]",
                r#""${[for b in var.bs : \"${b}/*\"]}""#,
            ),
            (
                "{\n a = concat([\"x\"],\n   var.y)\n b = 2\n}",
                r#"{"a":"${concat([\"x\"], var.y)}","b":2}"#,
            ),
            ("{ a = var.x ? 1 : 2 }", r#"{"a":"${var.x ? 1 : 2}"}"#),
            ("{ a = <<X\nline\nX\n}", r#"{"a":"line\n"}"#),
            (
                "{ a = [1, 2][0], b = {c = 1}.c }",
                r#"{"a":"${[1, 2][0]}","b":"${{c = 1}.c}"}"#,
            ),
            ("[", "[]"),
            ("{ a", r#"{"a":null}"#),
        ] {
            assert_eq!(json(text), expected, "{text}");
        }
    }
}
