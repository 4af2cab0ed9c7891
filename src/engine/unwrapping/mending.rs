//! What comes along when JSON is copied from a page or a word processor, and is taken out again.

use super::excerpt::Excerpt;
use super::paste::{counted, listed, quoted};
use crate::engine::syntax::{SyntaxError, SyntaxErrorKind, Tree, parse};
use crate::engine::text::{Edit, Edits, Span};

/// Mending one thing can bring the next to light, as with comments inside escaped text.
const ROUNDS: usize = 3;

/// The document without the traces of copying, and a sentence for each kind of them.
///
/// Errors of the document itself stay for the editor to show, each with its repair.
pub(super) fn mended(document: Excerpt) -> (Excerpt, Vec<String>) {
    let (mut document, mut done) = match as_string(&document) {
        Some(decoded) => (
            decoded,
            vec!["Read the text as the string that it was copied out of.".to_owned()],
        ),
        None => without_backslashes(document),
    };
    for _ in 0..ROUNDS {
        let tree = parse(document.text());
        let traces: Vec<&SyntaxError> = tree
            .errors()
            .iter()
            .filter(|error| is_trace(error.kind))
            .collect();
        let edits = disjoint(&traces);
        if edits.is_empty() {
            break;
        }
        done.extend(sentences(&tree, &traces));
        document = document.edited(&edits);
    }
    (document, done)
}

/// What is left that only the author knows, each in a sentence.
pub(super) fn left_open(document: &Excerpt) -> Vec<String> {
    let tree = parse(document.text());
    let gaps = tree
        .errors()
        .iter()
        .filter(|error| error.kind == SyntaxErrorKind::Elision)
        .count();
    match gaps {
        0 => Vec::new(),
        _ => vec![format!(
            "{} left out of the text: write what belongs there, or remove the dots.",
            things_are(gaps)
        )],
    }
}

fn things_are(gaps: usize) -> String {
    let verb = if gaps == 1 { "is" } else { "are" };
    format!("{} {verb}", counted(gaps, "part", "parts"))
}

fn is_trace(kind: SyntaxErrorKind) -> bool {
    matches!(
        kind,
        SyntaxErrorKind::ByteOrderMark
            | SyntaxErrorKind::ForeignSpace
            | SyntaxErrorKind::SmartQuotes
            | SyntaxErrorKind::EscapedQuotes
            | SyntaxErrorKind::Comment
    )
}

/// The repairs that can be made together: of two that meet, the first.
fn disjoint(traces: &[&SyntaxError]) -> Edits {
    let repairs = traces.iter().filter_map(|error| error.repair.as_ref());
    let mut edits: Vec<Edit> = repairs
        .flat_map(|repair| repair.edits.iter().cloned())
        .collect();
    edits.sort_by_key(|edit| edit.span);
    let mut end = 0;
    edits.retain(|edit| {
        let is_free = edit.span.start >= end;
        end = end.max(edit.span.end);
        is_free
    });
    Edits::new(edits).unwrap_or_default()
}

fn sentences(tree: &Tree, traces: &[&SyntaxError]) -> Vec<String> {
    let of = |kind: SyntaxErrorKind| traces.iter().filter(move |error| error.kind == kind);
    let comments: Vec<String> = of(SyntaxErrorKind::Comment)
        .map(|error| comment_text(tree, error))
        .collect();
    let sentence = |kind: SyntaxErrorKind| {
        let count = of(kind).count();
        let sentence = match kind {
            _ if count == 0 => return None,
            SyntaxErrorKind::ByteOrderMark => "Removed an invisible byte order mark.".to_owned(),
            SyntaxErrorKind::ForeignSpace => format!(
                "Replaced or removed {}.",
                counted(
                    count,
                    "space that JSON does not allow",
                    "spaces that JSON does not allow"
                )
            ),
            SyntaxErrorKind::SmartQuotes => format!(
                "Wrote straight quotes round {}.",
                counted(
                    count,
                    "string that had typographic ones",
                    "strings that had typographic ones"
                )
            ),
            SyntaxErrorKind::EscapedQuotes => {
                "Took away the backslashes before all quotes.".to_owned()
            }
            _ => format!(
                "Removed {}: {}.",
                counted(count, "comment", "comments"),
                listed(&comments)
            ),
        };
        Some(sentence)
    };
    let kinds = [
        SyntaxErrorKind::ByteOrderMark,
        SyntaxErrorKind::ForeignSpace,
        SyntaxErrorKind::SmartQuotes,
        SyntaxErrorKind::EscapedQuotes,
        SyntaxErrorKind::Comment,
    ];
    kinds.into_iter().filter_map(sentence).collect()
}

fn comment_text(tree: &Tree, error: &SyntaxError) -> String {
    let written = error.span.text(tree.text());
    written
        .trim_matches(|letter: char| matches!(letter, '/' | '*' | '#') || letter.is_whitespace())
        .to_owned()
}

/// The document in a string's text: its line breaks are `\n`, and every quote in it has a backslash.
fn as_string(document: &Excerpt) -> Option<Excerpt> {
    let text = document.text();
    let mut quotes = text.match_indices('"').map(|(at, _)| at);
    let is_escaped = |at: usize| text.get(..at).is_some_and(|before| before.ends_with('\\'));
    let is_string = text.contains("\\n") && text.contains('"') && quotes.all(is_escaped);
    let tree = parse(&format!("\"{text}\""));
    let value = tree
        .root()
        .filter(|_| is_string && tree.errors().is_empty())?;
    let mut decoded = Excerpt::default();
    decoded.push_for(
        &tree.string(value)?,
        document.origin(Span::new(0, text.len())),
    );
    Some(decoded)
}

/// Characters that Markdown escapes and JSON does not; an escaped quote or backslash may be JSON's own.
const ESCAPED_BY_MARKDOWN: &str = "*_.()[]{}#+-!<>|~&:$@=,%^?;'`";

/// The document without the backslashes of raw Markdown: `s3:Get\*` is `s3:Get*`.
fn without_backslashes(document: Excerpt) -> (Excerpt, Vec<String>) {
    let text = document.text();
    let mut escaped = Vec::new();
    let mut rest = text.char_indices();
    while let Some((at, letter)) = rest.next() {
        let next = (letter == '\\').then(|| rest.next()).flatten();
        if next.is_some_and(|(_, next)| ESCAPED_BY_MARKDOWN.contains(next)) {
            escaped.push(Span::new(at, at + 1));
        }
    }
    let Some(first) = escaped.first() else {
        return (document, Vec::new());
    };
    let example = Span::new(first.start, first.end + 1).text(text);
    let places = counted(
        escaped.len(),
        "character that Markdown escapes",
        "characters that Markdown escapes",
    );
    let done = format!(
        "Took away the backslashes before {places}, such as {}.",
        quoted(example)
    );
    let edits = Edits::new(escaped.into_iter().map(Edit::delete).collect());
    (document.edited(&edits.unwrap_or_default()), vec![done])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_out_what_came_along_with_the_copy() {
        for (text, expected, sentences) in [
            ("{\"a\": 1}", "{\"a\": 1}", &[][..]),
            (
                "\u{FEFF}{\"a\": 1}",
                "{\"a\": 1}",
                &["Removed an invisible byte order mark."],
            ),
            (
                "{\u{A0}\"a\":\u{200B} 1}",
                "{ \"a\": 1}",
                &["Replaced or removed 2 spaces that JSON does not allow."],
            ),
            (
                "{“a”: ‘b’}",
                "{\"a\": \"b\"}",
                &["Wrote straight quotes round 2 strings that had typographic ones."],
            ),
            (
                "{\n\"a\": 1 // why\n}",
                "{\n\"a\": 1\n}",
                &["Removed 1 comment: `why`."],
            ),
            (
                r#"{"a\_b": "s3:Get\*"}"#,
                r#"{"a_b": "s3:Get*"}"#,
                &[
                    "Took away the backslashes before 2 characters that Markdown escapes, such as `\\_`.",
                ],
            ),
            (
                r#"{\"a\": \"b\"}"#,
                r#"{"a": "b"}"#,
                &["Took away the backslashes before all quotes."],
            ),
            (r#"{"a": "\\*\"\n"}"#, r#"{"a": "\\*\"\n"}"#, &[]),
        ] {
            let (document, done) = mended(Excerpt::whole(text));
            assert_eq!(
                (document.text(), done.as_slice()),
                (
                    expected,
                    sentences
                        .iter()
                        .map(|one| one.to_string())
                        .collect::<Vec<_>>()
                        .as_slice()
                )
            );
        }
    }

    #[test]
    fn leaves_the_errors_of_the_document_to_the_editor() {
        let text = "{\"a\": [1 2,], b: <c>}";
        assert_eq!(mended(Excerpt::whole(text)), (Excerpt::whole(text), vec![]));
    }

    #[test]
    fn says_where_text_was_left_out() {
        let open = |text: &str| left_open(&Excerpt::whole(text)).concat();
        assert_eq!(
            open("[1, ...]"),
            "1 part is left out of the text: write what belongs there, or remove the dots."
        );
        assert_eq!(
            open("[1, ..., 2, …]").split(" left").next(),
            Some("2 parts are")
        );
        assert_eq!(open("[1]"), "");
    }
}
