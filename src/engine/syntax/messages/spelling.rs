//! Keys and values that are not spelled as JSON wants them.

use super::super::errors::{SyntaxError, SyntaxErrorKind};
use super::super::lexer::{Lexeme, Place, is_meant_as_number, respelled_number};
use super::super::strings;
use super::super::token::TokenKind;
use super::super::tree::Spelling;
use super::{contents, quoted};
use crate::engine::text::{Edit, Span};

const IN_DOUBLE_QUOTES: &str =
    "In JSON, every name and every text stands in straight double quotes.";

/// What is wrong with a key or value; nothing for one that is spelled well.
pub(in super::super) fn spelling(text: &str, lexeme: Lexeme, place: Place) -> Vec<SyntaxError> {
    let span = lexeme.span;
    let written = span.text(text);
    match (lexeme.kind, place) {
        (TokenKind::String, _) => string(text, span, lexeme.spelling),
        (TokenKind::Number, Place::Value) => Vec::new(),
        (TokenKind::True | TokenKind::False | TokenKind::Null, Place::Value) => {
            literal(span, written).into_iter().collect()
        }
        (_, Place::Value) if is_meant_as_number(written) => vec![number(span, written)],
        (_, Place::Value) => vec![unquoted_value(span, written)],
        (_, Place::Key) => vec![unquoted_key(span, written)],
    }
}

fn string(text: &str, span: Span, spelling: Spelling) -> Vec<SyntaxError> {
    match spelling {
        Spelling::Plain => Vec::new(),
        Spelling::Escaped => contents::in_string(text, span),
        Spelling::OddlyQuoted => vec![odd_quotes(text, span)],
        Spelling::Unclosed => vec![unclosed(text, span)],
        Spelling::Unopened => vec![unopened(span)],
    }
}

fn odd_quotes(text: &str, span: Span) -> SyntaxError {
    let mut characters = span.text(text).chars();
    let (open, close) = (
        characters.next().unwrap_or_default(),
        characters.next_back().unwrap_or_default(),
    );
    let is_smart = |quote: char| !quote.is_ascii();
    let (kind, what) = if is_smart(open) || is_smart(close) {
        (
            SyntaxErrorKind::SmartQuotes,
            "These are typographic quotes.",
        )
    } else {
        (
            SyntaxErrorKind::SingleQuotes,
            "These are not double quotes.",
        )
    };
    let value = strings::encode(&strings::decode(characters.as_str()));
    SyntaxError::new(
        kind,
        span,
        what,
        IN_DOUBLE_QUOTES,
        "Write straight double quotes.",
    )
    .mended_by("Use double quotes", [Edit::replace(span, value)])
}

fn unclosed(text: &str, span: Span) -> SyntaxError {
    let open = span.text(text).chars().next().unwrap_or('"');
    SyntaxError::new(
        SyntaxErrorKind::UnterminatedString,
        Span::at(span.end),
        "The closing quote is missing.",
        IN_DOUBLE_QUOTES,
        "Add a double quote where the text ends.",
    )
    .perhaps_mended_by("Add the quote here", [Edit::insert(span.end, open)])
}

fn unopened(span: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::MissingOpeningQuote,
        Span::at(span.start),
        "The opening quote is missing.",
        IN_DOUBLE_QUOTES,
        "Add a double quote where the text begins.",
    )
    .perhaps_mended_by("Add the quote here", [Edit::insert(span.start, "\"")])
}

fn literal(span: Span, written: &str) -> Option<SyntaxError> {
    let lower = written.to_ascii_lowercase();
    if lower == written {
        return None;
    }
    let error = SyntaxError::new(
        SyntaxErrorKind::LiteralCase,
        span,
        format!("{} is not in lower case.", quoted(written)),
        "JSON knows `true`, `false` and `null` in lower case only.",
        "Write it in lower case.",
    );
    Some(error.mended_by(format!("Write `{lower}`"), [Edit::replace(span, lower)]))
}

fn number(span: Span, written: &str) -> SyntaxError {
    let error = SyntaxError::new(
        SyntaxErrorKind::InvalidNumber,
        span,
        format!("{} is not a number that JSON knows.", quoted(written)),
        "JSON writes numbers in decimal digits, without a plus sign, without leading zeros, and not beyond what readers can hold.",
        "Write the number plainly; an account ID stands in quotes.",
    );
    match respelled_number(written) {
        Some(number) => {
            error.perhaps_mended_by(format!("Write `{number}`"), [Edit::replace(span, number)])
        }
        None => error.perhaps_mended_by(
            "Put it in quotes",
            [Edit::replace(span, strings::encode(written))],
        ),
    }
}

fn unquoted_value(span: Span, written: &str) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::UnquotedValue,
        span,
        format!("The value {} has no quotes.", quoted(written)),
        IN_DOUBLE_QUOTES,
        "Put the text in double quotes.",
    )
    .perhaps_mended_by(
        "Put it in quotes",
        [Edit::replace(span, strings::encode(written))],
    )
}

fn unquoted_key(span: Span, written: &str) -> SyntaxError {
    let error = SyntaxError::new(
        SyntaxErrorKind::UnquotedKey,
        span,
        format!("The name {} has no quotes.", quoted(written)),
        IN_DOUBLE_QUOTES,
        "Put the name in double quotes.",
    );
    let edits = [Edit::replace(span, strings::encode(written))];
    let is_word = written
        .chars()
        .all(|character| character.is_ascii_alphanumeric() || ":_-/".contains(character));
    if is_word {
        error.mended_by("Put it in quotes", edits)
    } else {
        error.perhaps_mended_by("Put it in quotes", edits)
    }
}
