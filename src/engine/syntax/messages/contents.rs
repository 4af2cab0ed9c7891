//! What JSON does not allow inside a string.

use super::super::errors::{MAX_ERRORS, SyntaxError, SyntaxErrorKind};
use super::super::strings::{self, Flaw};
use super::quoted;
use crate::engine::text::{Edit, Span};

/// The control characters and the unknown escapes of a string in double quotes, at most [`MAX_ERRORS`].
pub(super) fn in_string(text: &str, string: Span) -> Vec<SyntaxError> {
    let content = Span::new(string.start + 1, string.end.saturating_sub(1));
    let flaws = strings::flaws(content.text(text)).into_iter();
    let place = |within: std::ops::Range<usize>| {
        Span::new(content.start + within.start, content.start + within.end)
    };
    flaws
        .take(MAX_ERRORS)
        .map(|flaw| match flaw {
            Flaw::ControlCharacters(within) => control_characters(text, place(within)),
            Flaw::UnknownEscape(within) => unknown_escape(text, place(within)),
            Flaw::Quote(within) => quote_inside(place(within)),
            Flaw::HalfSurrogatePair(within) => half_pair(text, place(within)),
        })
        .collect()
}

fn control_characters(text: &str, span: Span) -> SyntaxError {
    let written = span.text(text);
    let what = match written.chars().next() {
        Some('\t') => "There is a tab in this text.",
        Some('\n' | '\r') => "There is a line break in this text.",
        _ => "There is a control character in this text.",
    };
    let escaped: String = written.chars().map(strings::control_escape).collect();
    SyntaxError::new(
        SyntaxErrorKind::ControlCharacter,
        span,
        what,
        "In a JSON string, such a character must be written as an escape.",
        "Remove it, or write the escape.",
    )
    .mended_by(
        format!("Write {}", quoted(&escaped)),
        [Edit::replace(span, escaped)],
    )
}

fn unknown_escape(text: &str, span: Span) -> SyntaxError {
    let written = span.text(text);
    let error = SyntaxError::new(
        SyntaxErrorKind::InvalidEscape,
        span,
        format!("{} is not an escape that JSON knows.", quoted(written)),
        "In a JSON string, a backslash is followed by one of `\" \\ / b f n r t` or by `u` and four hexadecimal digits.",
        "Write two backslashes for one, or remove the backslash.",
    );
    if written == "\\'" {
        return error.perhaps_mended_by("Remove the backslash", [Edit::replace(span, "'")]);
    }
    error.perhaps_mended_by("Write two backslashes", [Edit::insert(span.start, "\\")])
}

fn quote_inside(span: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::SurplusQuote,
        span,
        "This quote ends the text before the expression around it does.",
        "In a JSON string, a quote has a backslash before it.",
        "Replace the expression by its value, or write a backslash before the quote.",
    )
    .perhaps_mended_by("Write the backslash", [Edit::insert(span.start, "\\")])
}

fn half_pair(text: &str, span: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::InvalidEscape,
        span,
        format!("{} is half a character.", quoted(span.text(text))),
        "Escapes from `\\ud800` to `\\udfff` mean a character only in pairs.",
        "Write the character itself, or both halves.",
    )
}
