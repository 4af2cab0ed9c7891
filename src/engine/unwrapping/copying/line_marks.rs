//! Marks before each line: a shell's prompts, the `>` of a quotation, the `+` of a patch.

use super::super::excerpt::Excerpt;
use super::lines;
use crate::engine::text::{Edit, Edits, Span};

/// The prompts of a shell and of its continued lines.
const PROMPTS: [&str; 3] = ["$ ", "> ", "% "];

/// The text without the marks before its lines; `None` where they have none.
pub(super) fn without(excerpt: &Excerpt) -> Option<(Excerpt, String)> {
    let text = excerpt.text();
    let (marks, sentence) = marked_all(text, '>')
        .map(|marks| (marks, "Removed the `>` before each line."))
        .or_else(|| Some((marked_all(text, '+')?, "Removed the `+` before each line.")))
        .or_else(|| Some((prompts(text)?, "Removed the shell's prompts.")))?;
    let edits = Edits::new(marks.into_iter().map(Edit::delete).collect())?;
    Some((excerpt.edited(&edits), sentence.to_owned()))
}

/// The mark of every line with the blank behind it; `None` where a line with text has none.
fn marked_all(text: &str, mark: char) -> Option<Vec<Span>> {
    let mut marks = Vec::new();
    for (at, line) in lines(text).filter(|(_, line)| !line.trim().is_empty()) {
        let rest = line.trim_start_matches([' ', '\t']).strip_prefix(mark)?;
        let rest = rest.strip_prefix(' ').unwrap_or(rest);
        marks.push(Span::new(at, at + line.len() - rest.len()));
    }
    (marks.len() > 1).then_some(marks)
}

/// The prompts of a session; `None` where no line begins with `$ `.
fn prompts(text: &str) -> Option<Vec<Span>> {
    let mut marks = Vec::new();
    let mut is_session = false;
    for (at, line) in lines(text) {
        let begun = line.trim_start_matches([' ', '\t']);
        is_session |= begun.starts_with("$ ");
        if PROMPTS.iter().any(|prompt| begun.starts_with(prompt)) {
            let start = at + line.len() - begun.len();
            marks.push(Span::new(start, start + 2));
        }
    }
    is_session.then_some(marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_marks_away() {
        for (text, expected) in [
            (
                "$ cat > a.json <<EOF\n> {\n>   \"a\": 1\n> }\n> EOF",
                Some("cat > a.json <<EOF\n{\n  \"a\": 1\n}\nEOF"),
            ),
            ("> {\n>  \"a\": 1\n\n> }", Some("{\n \"a\": 1\n\n}")),
            ("+{\n+ \"a\": 1\n+}", Some("{\n\"a\": 1\n}")),
            ("{\n  \"a\": \"$ x\"\n}", None),
            (">", None),
        ] {
            let without = without(&Excerpt::whole(text));
            assert_eq!(
                without.as_ref().map(|(text, _)| text.text()),
                expected,
                "{text}"
            );
        }
    }
}
