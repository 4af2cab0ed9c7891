//! The errors in words: what is wrong, why it matters, what to do.

use super::errors::{SyntaxError, SyntaxErrorKind as Kind};
use super::lexer::{Lexeme, Place};
use super::strings;
use super::token::TokenKind;
use super::tree::Spelling;
use crate::engine::text::{Edit, Span};

pub(super) fn empty() -> SyntaxError {
    SyntaxError::new(
        Kind::Empty,
        Span::at(0),
        "There is nothing here yet.",
        "A policy is a JSON object.",
        "Paste a policy, or choose a template.",
    )
}

pub(super) fn too_long(text: &str) -> SyntaxError {
    SyntaxError::new(
        Kind::TooLong,
        Span::new(0, text.len()),
        "The text is too long to be read.",
        "It is longer than any policy can be.",
        "Paste the policy alone.",
    )
}

pub(super) fn missing_comma(at: usize) -> SyntaxError {
    SyntaxError::new(
        Kind::MissingComma,
        Span::at(at),
        "A comma is missing here.",
        "Two neighbours in a list or object are separated by a comma.",
        "Add a comma at the end of this value.",
    )
    .mended_by("Add the comma", [Edit::insert(at, ",")])
}

pub(super) fn trailing_comma(comma: Span) -> SyntaxError {
    SyntaxError::new(
        Kind::TrailingComma,
        comma,
        "Nothing follows this comma.",
        "A comma stands between two neighbours only; JSON does not allow one after the last.",
        "Remove the comma.",
    )
    .mended_by("Remove the comma", [Edit::delete(comma)])
}

pub(super) fn extra_comma(comma: Span) -> SyntaxError {
    SyntaxError::new(
        Kind::ExtraComma,
        comma,
        "There is one comma too many here.",
        "Exactly one comma stands between two neighbours.",
        "Remove the comma, or write what should stand before it.",
    )
    .mended_by("Remove the comma", [Edit::delete(comma)])
}

pub(super) fn missing_colon(at: usize) -> SyntaxError {
    SyntaxError::new(
        Kind::MissingColon,
        Span::at(at),
        "A colon is missing here.",
        "In an object, a colon stands between a name and its value.",
        "Add a colon after the name.",
    )
    .mended_by("Add the colon", [Edit::insert(at, ":")])
}

pub(super) fn extra_colon(colon: Span) -> SyntaxError {
    SyntaxError::new(
        Kind::ExtraColon,
        colon,
        "A colon does not belong here.",
        "A colon stands only between a name and its value in an object.",
        "Remove the colon.",
    )
    .perhaps_mended_by("Remove the colon", [Edit::delete(colon)])
}

pub(super) fn missing_key(place: Span) -> SyntaxError {
    SyntaxError::new(
        Kind::MissingKey,
        Span::at(place.start),
        "A name is missing here.",
        "Each value in an object has a name in front of it.",
        "Write the name in quotes, and a colon, before the value.",
    )
}

pub(super) fn missing_value(at: usize) -> SyntaxError {
    SyntaxError::new(
        Kind::MissingValue,
        Span::at(at),
        "A value is missing here.",
        "Each name in an object is followed by a colon and a value.",
        "Write the value, or remove the name.",
    )
}

pub(super) fn missing_closing_bracket(at: usize, brackets: &str, comma: &str) -> SyntaxError {
    SyntaxError::new(
        Kind::MissingClosingBracket,
        Span::at(at),
        format!("`{brackets}` is missing here."),
        "Each opening bracket needs its closing bracket.",
        "Add the closing bracket.",
    )
    .perhaps_mended_by(
        format!("Add `{brackets}`"),
        [Edit::insert(at, format!("{brackets}{comma}"))],
    )
}

pub(super) fn unclosed_at_end(at: usize, brackets: &str) -> SyntaxError {
    SyntaxError::new(
        Kind::MissingClosingBracket,
        Span::at(at),
        format!("`{brackets}` is missing at the end."),
        "Each opening bracket needs its closing bracket.",
        "Add the closing brackets, or paste the rest of the policy if the end was cut off.",
    )
    .mended_by(format!("Add `{brackets}`"), [Edit::insert(at, brackets)])
}

pub(super) fn surplus_bracket(bracket: Span) -> SyntaxError {
    SyntaxError::new(
        Kind::SurplusClosingBracket,
        bracket,
        "This bracket closes nothing.",
        "Each closing bracket needs an opening bracket before it.",
        "Remove the bracket.",
    )
    .perhaps_mended_by("Remove the bracket", [Edit::delete(bracket)])
}

pub(super) fn elision(text: &str, dots: Span, comma_before: Option<Span>) -> SyntaxError {
    let removals = comma_before.into_iter().chain([dots]).map(Edit::delete);
    SyntaxError::new(
        Kind::Elision,
        dots,
        format!("`{}` stands for something left out.", dots.text(text)),
        "AWS reads the policy as it is written.",
        "Write what was left out, or remove the dots if nothing is missing.",
    )
    .perhaps_mended_by("Remove the dots", removals)
}

pub(super) fn comment(text: &str, comment: Span) -> SyntaxError {
    let _ = text;
    SyntaxError::new(
        Kind::Comment,
        comment,
        "This is a comment.",
        "JSON has no comments, and AWS rejects a policy that has one.",
        "Remove the comment.",
    )
    .mended_by("Remove the comment", [Edit::delete(comment)])
}

pub(super) fn foreign_space(text: &str, space: Span) -> SyntaxError {
    let visible = space
        .text(text)
        .chars()
        .any(|character| character.is_whitespace());
    SyntaxError::new(
        Kind::ForeignSpace,
        space,
        "There is space here that JSON does not allow.",
        "It often comes along when text is copied from a web page.",
        "Replace it by ordinary blanks.",
    )
    .mended_by(
        "Replace by a blank",
        [Edit::replace(space, if visible { " " } else { "" })],
    )
}

pub(super) fn text_before(text: &str, span: Span) -> SyntaxError {
    let _ = text;
    SyntaxError::new(
        Kind::TextBefore,
        span,
        "There is text before the policy.",
        "AWS accepts the JSON document alone.",
        "Remove the text.",
    )
    .perhaps_mended_by("Remove the text", [Edit::delete(span)])
}

pub(super) fn text_after(text: &str, span: Span) -> SyntaxError {
    let _ = text;
    SyntaxError::new(
        Kind::TextAfter,
        span,
        "There is text after the policy.",
        "AWS accepts the JSON document alone.",
        "Remove the text.",
    )
    .perhaps_mended_by("Remove the text", [Edit::delete(span)])
}

/// What is wrong with the spelling of a key or value; nothing for one that JSON knows.
pub(super) fn spelling(text: &str, lexeme: Lexeme, place: Place) -> Vec<SyntaxError> {
    let span = lexeme.span;
    let written = span.text(text);
    let error = match lexeme.kind {
        TokenKind::String if lexeme.spelling == Spelling::Unclosed => SyntaxError::new(
            Kind::UnterminatedString,
            Span::at(span.end),
            "The closing quote is missing here.",
            "A string begins and ends with a double quote, on one line.",
            "Add the closing quote.",
        )
        .perhaps_mended_by("Add the closing quote", [Edit::insert(span.end, "\"")]),
        TokenKind::String if lexeme.spelling == Spelling::Unopened => SyntaxError::new(
            Kind::MissingOpeningQuote,
            span,
            "The opening quote is missing.",
            "A string begins and ends with a double quote.",
            "Add the opening quote.",
        )
        .perhaps_mended_by("Add the opening quote", [Edit::insert(span.start, "\"")]),
        TokenKind::String if lexeme.spelling == Spelling::OddlyQuoted => {
            let content: String = written
                .chars()
                .skip(1)
                .take(written.chars().count().saturating_sub(2))
                .collect();
            SyntaxError::new(
                Kind::SingleQuotes,
                span,
                "These are not double quotes.",
                "JSON knows straight double quotes only.",
                "Use double quotes.",
            )
            .mended_by(
                "Use double quotes",
                [Edit::replace(
                    span,
                    strings::encode(&strings::decode(&content)),
                )],
            )
        }
        TokenKind::String | TokenKind::Number => return Vec::new(),
        TokenKind::True | TokenKind::False | TokenKind::Null if place == Place::Value => {
            let lower = written.to_ascii_lowercase();
            if lower == written {
                return Vec::new();
            }
            SyntaxError::new(
                Kind::LiteralCase,
                span,
                format!("`{written}` is not written in lower case."),
                "JSON knows `true`, `false` and `null` in lower case only.",
                "Write it in lower case.",
            )
            .mended_by(format!("Write `{lower}`"), [Edit::replace(span, lower)])
        }
        _ if place == Place::Key => SyntaxError::new(
            Kind::UnquotedKey,
            span,
            format!("The name `{written}` has no quotes."),
            "In JSON, names stand in double quotes.",
            "Put the name in double quotes.",
        )
        .perhaps_mended_by(
            "Add quotes",
            [Edit::replace(span, strings::encode(written))],
        ),
        _ => SyntaxError::new(
            Kind::UnquotedValue,
            span,
            format!("The value `{written}` has no quotes."),
            "In JSON, text stands in double quotes.",
            "Put the text in double quotes.",
        )
        .perhaps_mended_by(
            "Add quotes",
            [Edit::replace(span, strings::encode(written))],
        ),
    };
    vec![error]
}
