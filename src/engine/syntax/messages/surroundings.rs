//! What stands around the document and between its parts: other text, comments, space.

use super::super::errors::{SyntaxError, SyntaxErrorKind};
use super::super::lexer::is_invisible;
use super::quoted;
use crate::engine::text::{Edit, Span, own_lines};

const ALONE: &str = "AWS takes the policy alone, from its first brace to its last.";

pub(in super::super) fn empty() -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::Empty,
        Span::at(0),
        "There is nothing here yet.",
        "A policy is a JSON object.",
        "Paste a policy, or begin with a template.",
    )
}

pub(in super::super) fn too_long(text: &str) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::TooLong,
        Span::new(0, text.len()),
        "The text is too long to be read.",
        "It is many times longer than AWS allows for any policy.",
        "Paste the policy alone.",
    )
}

pub(in super::super) fn no_document(span: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::NoDocument,
        span,
        "There is no policy in this text.",
        "A policy is a JSON object: it begins with `{` and ends with `}`.",
        "Paste the policy with its braces.",
    )
}

pub(in super::super) fn text_before(span: Span) -> SyntaxError {
    around(
        SyntaxErrorKind::TextBefore,
        span,
        "There is text before the policy.",
    )
    .perhaps_mended_by("Remove the text", [Edit::delete(span)])
}

pub(in super::super) fn text_after(span: Span) -> SyntaxError {
    around(
        SyntaxErrorKind::TextAfter,
        span,
        "There is text after the policy.",
    )
    .perhaps_mended_by("Remove the text", [Edit::delete(span)])
}

pub(in super::super) fn markdown_fence(span: Span) -> SyntaxError {
    around(
        SyntaxErrorKind::MarkdownFence,
        span,
        "This is the mark of a Markdown code block, not part of the policy.",
    )
    .perhaps_mended_by("Remove the mark", [Edit::delete(span)])
}

fn around(kind: SyntaxErrorKind, span: Span, what: &str) -> SyntaxError {
    SyntaxError::new(
        kind,
        span,
        what,
        ALONE,
        "Remove what does not belong to the policy.",
    )
}

pub(in super::super) fn second_document(span: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::SecondDocument,
        span,
        "A second document follows the first.",
        "One policy is one JSON object; several statements belong in one `Statement` list.",
        "Move the statements into the first policy, or paste the second one by itself.",
    )
    .perhaps_mended_by("Remove the second document", [Edit::delete(span)])
}

pub(in super::super) fn comment(text: &str, span: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::Comment,
        span,
        format!("{} is a comment.", quoted(span.text(text))),
        "JSON has no comments, so AWS rejects a policy that holds one.",
        "Remove the comment; a `Sid` can say what a statement is for.",
    )
    .mended_by(
        "Remove the comment",
        [Edit::delete(comment_removal(text, span))],
    )
}

/// The comment with the blanks before it, or with its lines when nothing else stands on them.
fn comment_removal(text: &str, comment: Span) -> Span {
    let after = Span::new(comment.end, text.len()).text(text);
    let rest = after.trim_start_matches([' ', '\t']);
    let ends_line = rest.is_empty() || rest.starts_with(['\n', '\r']);
    let before = Span::new(0, comment.start).text(text);
    let start = if ends_line {
        before.trim_end_matches([' ', '\t']).len()
    } else {
        comment.start
    };
    own_lines(text, comment).unwrap_or(Span::new(start, comment.end))
}

pub(in super::super) fn byte_order_mark(span: Span) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::ByteOrderMark,
        span,
        "The text begins with an invisible byte order mark.",
        "Some editors put one at the start of a file; JSON readers stumble over it.",
        "Remove the mark.",
    )
    .mended_by("Remove the mark", [Edit::delete(span)])
}

pub(in super::super) fn foreign_space(text: &str, span: Span) -> SyntaxError {
    let written = span.text(text);
    let first = written.chars().next().unwrap_or_default();
    let what = match first {
        '\u{A0}' | '\u{202F}' => "There is a no-break space here.",
        '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {
            "There is an invisible character without width here."
        }
        '\u{2028}' | '\u{2029}' => {
            "There is a line separator here that is not a line break of JSON."
        }
        _ if first.is_control() => "There is a control character here.",
        _ => "There is space here that is not a blank.",
    };
    SyntaxError::new(
        SyntaxErrorKind::ForeignSpace,
        span,
        what,
        "Between its parts, JSON allows blanks, tabs and line breaks only; others come along when text is copied from a page.",
        "Replace it by an ordinary blank, or remove it.",
    )
    .mended_by("Use ordinary blanks", [Edit::replace(span, written.chars().filter_map(ordinary_space).collect::<String>())])
}

/// What to write for a character of space; nothing for one without width.
fn ordinary_space(space: char) -> Option<char> {
    match space {
        _ if is_invisible(space) => None,
        '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{B}' | '\u{C}' => Some('\n'),
        _ => Some(' '),
    }
}
