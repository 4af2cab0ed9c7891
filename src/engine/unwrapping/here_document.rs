//! Here-documents of a shell and heredocs of Terraform: `<<EOF`, the text, and a line of `EOF`.

use super::copying::lines;
use crate::engine::text::Span;

/// A here-document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HereDocument {
    /// The line that opens it, up to the operator.
    pub opening: Span,
    /// The rest of that line, behind the word.
    pub rest: Span,
    /// The text, with its last line break.
    pub body: Span,
    /// Whether the word stands in quotes, so that the shell replaces nothing in the text.
    pub quoted: bool,
}

/// The here-documents of a text in order; one that is not closed ends with the text.
pub(super) fn here_documents(text: &str) -> Vec<HereDocument> {
    let mut found: Vec<HereDocument> = Vec::new();
    let mut open: Option<(HereDocument, String)> = None;
    for (at, line) in lines(text) {
        match open.take() {
            Some((mut document, word)) => {
                document.body.end = at;
                match line.trim() == word {
                    true => found.push(document),
                    false => open = Some((document, word)),
                }
            }
            None => open = opened(text, at, line),
        }
    }
    if let Some((mut document, _)) = open {
        document.body.end = text.len();
        found.push(document);
    }
    found
}

/// The here-document that a line opens, with the word that ends it.
fn opened(text: &str, at: usize, line: &str) -> Option<(HereDocument, String)> {
    let operator = line
        .find("<<")
        .filter(|place| !line.get(..*place).unwrap_or_default().contains('"'))?;
    let after = line
        .get(operator + 2..)?
        .trim_start_matches(['-', '~'])
        .trim_start_matches(' ');
    let unquoted = after.trim_start_matches(['\'', '"', '\\']);
    let is_letter = |letter: &char| letter.is_ascii_alphanumeric() || *letter == '_';
    let word: String = unquoted.chars().take_while(is_letter).collect();
    let is_word = word.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
    let end = at + line.len();
    let body = (end
        + text
            .get(end..)?
            .find('\n')
            .map_or(0, |line_break| line_break + 1))
    .min(text.len());
    let rest = unquoted.get(word.len()..)?.trim_start_matches(['\'', '"']);
    is_word.then(|| {
        let document = HereDocument {
            opening: Span::new(at, at + operator),
            rest: Span::new(end - rest.len(), end),
            body: Span::new(body, body),
            quoted: unquoted.len() < after.len(),
        };
        (document, word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_here_documents_of_shells_and_of_terraform() {
        let text = "cat > a.json <<EOF\n{}\nEOF\nx\n  policy = <<-POLICY\n    {a}\n  POLICY\ncat <<'END' > b.json\n[]";
        let found: Vec<[&str; 3]> = here_documents(text)
            .iter()
            .map(|one| {
                [
                    one.opening.text(text),
                    one.rest.text(text),
                    one.body.text(text),
                ]
            })
            .collect();
        assert_eq!(
            found,
            [
                ["cat > a.json ", "", "{}\n"],
                ["  policy = ", "", "    {a}\n"],
                ["cat ", " > b.json", "[]"],
            ]
        );
        let quoted: Vec<bool> = here_documents(text).iter().map(|one| one.quoted).collect();
        assert_eq!(quoted, [false, false, true]);
    }

    #[test]
    fn leaves_other_text_alone() {
        for text in [
            "",
            "a << 2",
            "{\"a\": \"<<EOF\"}",
            "<<<\n",
            "<<PLACEHOLDER_X>>",
        ] {
            let found = here_documents(text);
            assert!(
                found.iter().all(|one| one.body.text(text).is_empty()),
                "{text}: {found:?}"
            );
        }
    }
}
