//! Brackets that are missing, of the wrong kind, or too many.

use super::super::errors::{SyntaxError, SyntaxErrorKind};
use crate::engine::text::{Edit, Span};

const EACH_IS_CLOSED: &str = "Each opening bracket needs one closing bracket of its kind; otherwise it is open which part is inside which.";

pub(in super::super) fn missing_closing_bracket(
    at: usize,
    brackets: &str,
    comma: &str,
) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::MissingClosingBracket,
        Span::at(at),
        format!("{} here.", are_missing(brackets)),
        EACH_IS_CLOSED,
        "Add what is missing where the object or list ends.",
    )
    .perhaps_mended_by(
        format!("Add `{brackets}`"),
        [Edit::insert(at, format!("{brackets}{comma}"))],
    )
}

/// An object or array that is open at the end of the text.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Unclosed {
    pub closing: char,
    /// Where the opening bracket stands.
    pub opened_at: usize,
}

/// `unclosed` begins with the innermost.
pub(in super::super) fn unclosed_at_end(
    text: &str,
    at: usize,
    unclosed: &[Unclosed],
) -> SyntaxError {
    let brackets: String = unclosed
        .iter()
        .take(MAX_NAMED)
        .map(|unclosed| unclosed.closing)
        .collect();
    let what = if unclosed.len() > MAX_NAMED {
        format!(
            "{} closing brackets are missing at the end.",
            unclosed.len()
        )
    } else {
        format!("{} at the end.", are_missing(&brackets))
    };
    SyntaxError::new(
        SyntaxErrorKind::MissingClosingBracket,
        Span::at(at),
        what,
        EACH_IS_CLOSED,
        "Add them, or copy the policy again if its end was cut off.",
    )
    .mended_by(
        "Close what is open",
        [Edit::insert(at, closing(text, at, unclosed))],
    )
}

/// How many missing brackets are written out in a message, and closed line by line in a repair.
const MAX_NAMED: usize = 12;

fn are_missing(brackets: &str) -> String {
    let verb = if brackets.chars().count() == 1 {
        "is"
    } else {
        "are"
    };
    format!("`{brackets}` {verb} missing")
}

/// The closing brackets, each on a line of its own below its opening bracket when that stands on another line.
fn closing(text: &str, at: usize, unclosed: &[Unclosed]) -> String {
    let mut written = String::new();
    for Unclosed { closing, opened_at } in unclosed {
        let between = Span::new(*opened_at, at).text(text);
        if unclosed.len() <= MAX_NAMED && between.contains(['\n', '\r']) {
            written.push('\n');
            written.push_str(indent(text, *opened_at));
        }
        written.push(*closing);
    }
    written
}

/// The blanks at the start of the line on which `offset` lies.
fn indent(text: &str, offset: usize) -> &str {
    let before = Span::new(0, offset).text(text);
    let line_start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let line = Span::new(line_start, text.len()).text(text);
    let len = line.len() - line.trim_start_matches([' ', '\t']).len();
    line.get(..len).unwrap_or_default()
}

pub(in super::super) fn missing_opening_brace(at: usize) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::MissingOpeningBracket,
        Span::at(at),
        "`{` is missing at the start.",
        "A policy is one JSON object, from `{` to `}`.",
        "Add the brace, or copy the policy again if its start was cut off.",
    )
    .perhaps_mended_by("Add `{`", [Edit::insert(at, "{")])
}

pub(in super::super) fn surplus_bracket(bracket: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::SurplusClosingBracket,
        bracket,
        "This bracket is one too many.",
        EACH_IS_CLOSED,
        "Remove the bracket, or add the one that it should close.",
    )
    .perhaps_mended_by("Remove the bracket", [Edit::delete(bracket)])
}

pub(in super::super) fn mismatched_bracket(bracket: Span, wanted: char) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::MismatchedClosingBracket,
        bracket,
        format!("`{wanted}` should stand here."),
        "A list begins with `[` and ends with `]`, an object begins with `{` and ends with `}`.",
        "Write the bracket that closes what is open here.",
    )
    .perhaps_mended_by(
        format!("Write `{wanted}`"),
        [Edit::replace(bracket, wanted)],
    )
}
