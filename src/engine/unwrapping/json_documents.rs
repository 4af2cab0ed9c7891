//! Where JSON documents stand in a text: alone, one after the other, or between other text.

use crate::engine::text::Span;

/// The most documents that are taken from one text.
pub(super) const MOST_DOCUMENTS: usize = 200;

/// The documents in the order of the text: objects and lists with their brackets, outermost only.
///
/// A document whose brackets do not match reaches to the end of the text, where a tolerant reader can mend it.
pub(super) fn documents(text: &str) -> Vec<Span> {
    let mut documents = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at) {
        let end = matching_end(text, start).unwrap_or(text.trim_end().len());
        documents.push(Span::new(start, end));
        at = end.max(start + 1);
        if documents.len() == MOST_DOCUMENTS {
            break;
        }
    }
    documents
}

/// The next bracket that opens a document: with a name, a bracket, a comment or the end of the line behind it.
fn next_start(text: &str, from: usize) -> Option<usize> {
    let candidates = text.get(from..)?.match_indices(['{', '[']);
    candidates
        .map(|(at, _)| from + at)
        .find(|at| opens_document(text, *at))
}

fn opens_document(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let after = text.get(at + 1..).unwrap_or_default();
    let inside = after.trim_start_matches([' ', '\t', '\r', '\u{A0}']);
    let is_object = text.get(at..).is_some_and(|rest| rest.starts_with('{'));
    let begins_item = begins_string(inside.trim_start())
        || (is_object && begins_comment(inside))
        || (!is_object && begins_object(inside.trim_start()));
    let has_own_line = inside.starts_with('\n') && is_at_line_start(before);
    !is_part_of_word(before) && (begins_item || has_own_line)
}

/// Whether a bracket behind this is part of something else: a stand-in, an index, a call, a link.
fn is_part_of_word(before: &str) -> bool {
    before.ends_with(|last: char| {
        matches!(last, '$' | '{' | '#' | '%' | '@' | ']' | ')') || last.is_alphanumeric()
    })
}

/// Whether an object begins here rather than a stand-in such as `{{name}}`.
fn begins_object(inside: &str) -> bool {
    inside.starts_with('{') && !inside.starts_with("{{")
}

fn begins_comment(inside: &str) -> bool {
    inside.starts_with("//") || inside.starts_with("/*") || inside.starts_with('#')
}

fn is_at_line_start(before: &str) -> bool {
    let blank = before.trim_end_matches([' ', '\t', '\u{A0}', '\u{FEFF}']);
    blank.is_empty() || blank.ends_with('\n')
}

/// Blanks as they are written in a string.
const ESCAPED_BLANKS: [&str; 3] = ["\\n", "\\r", "\\t"];

fn begins_string(inside: &str) -> bool {
    let mut unescaped = inside;
    while let Some(rest) = ESCAPED_BLANKS
        .iter()
        .find_map(|blank| unescaped.strip_prefix(blank))
    {
        unescaped = rest.trim_start();
    }
    let unescaped = unescaped.trim_start_matches('\\');
    unescaped.starts_with(|first: char| matches!(first, '"' | '\'' | '\u{201C}'..='\u{201F}'))
}

/// The end of the bracket that closes the one at `start`; brackets in strings and comments do not count.
///
/// A string ends at the end of its line, closed or not, so that a forgotten quote costs one line only.
fn matching_end(text: &str, start: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut bytes = text.bytes().enumerate().skip(start).peekable();
    let mut in_string = false;
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\n' => in_string = false,
            b'\\' if in_string => {
                bytes.next_if(|(_, escaped)| *escaped != b'\n');
            }
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_documents_between_other_text() {
        for (text, found) in [
            ("{}", &[][..]),
            ("{\n}", &["{\n}"]),
            (
                "x {\"a\": 1} y\n[{\"b\": \"}\"}]",
                &["{\"a\": 1}", "[{\"b\": \"}\"}]"],
            ),
            (
                "{\"a\": 1}{\"b\": 2},\n{\"c\": 3}",
                &["{\"a\": 1}", "{\"b\": 2}", "{\"c\": 3}"],
            ),
            ("arn:${x} [link](y) {{token}} f(){\n}", &[]),
            (
                "{\"a\": \"${b}\", \"c\": \"<d>\"",
                &["{\"a\": \"${b}\", \"c\": \"<d>\""],
            ),
            ("{\"a: 1,\n\"b\": [2]\n}", &["{\"a: 1,\n\"b\": [2]\n}"]),
            ("{“a”: 1}", &["{“a”: 1}"]),
            ("{ // why\n\"a\": 1}", &["{ // why\n\"a\": 1}"]),
        ] {
            let texts: Vec<&str> = documents(text)
                .into_iter()
                .map(|span| span.text(text))
                .collect();
            assert_eq!(texts, found, "{text}");
        }
    }

    #[test]
    fn takes_so_many_and_no_more() {
        assert_eq!(documents(&"{\"a\": 1}".repeat(1_000)).len(), MOST_DOCUMENTS);
        assert_eq!(documents(&"{\n".repeat(100_000)).len(), 1);
    }
}
