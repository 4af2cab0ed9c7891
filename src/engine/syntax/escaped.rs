//! A document whose quotes are all escaped, as when it was copied out of a string of another document.

use super::errors::{SyntaxError, SyntaxErrorKind};
use super::parser::parse;
use super::strings;
use crate::engine::text::{Edit, Span};

/// The error of a text that is a document once one layer of backslashes is taken off.
pub(super) fn find(text: &str) -> Option<SyntaxError> {
    let document = text.trim();
    if !document.starts_with(['{', '[']) || !are_quotes_escaped(document) {
        return None;
    }
    let plain = strings::decode(document);
    let is_document = !are_quotes_escaped(&plain) && parse(&plain).errors().is_empty();
    let start = text.len() - text.trim_start().len();
    let span = Span::new(start, start + document.len());
    is_document.then(|| error(span, &plain))
}

/// Whether there are quotes and each has a backslash before it; a document has some that have none.
fn are_quotes_escaped(text: &str) -> bool {
    let mut quotes = text.match_indices('"').peekable();
    quotes.peek().is_some() && quotes.all(|(at, _)| Span::new(0, at).text(text).ends_with('\\'))
}

fn error(span: Span, plain: &str) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::EscapedQuotes,
        span,
        "Every quote in this policy has a backslash before it.",
        "A policy looks like this inside a string of another document; AWS takes it without the backslashes.",
        "Remove the backslashes.",
    )
    .mended_by("Remove the backslashes", [Edit::replace(span, plain)])
}
