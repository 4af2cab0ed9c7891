//! Markdown pages: their code blocks, and the text between them.

use super::excerpt::Excerpt;
use crate::engine::text::Span;

/// A stretch of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Where it stands: the code without its fences, or the text between two blocks.
    pub span: Span,
    /// The language after the opening fence, in lower case; `None` for text between blocks.
    pub language: Option<String>,
    /// The heading above it.
    pub heading: Option<String>,
}

/// The stretches of a page in order; `None` where the text has no fenced block.
pub(super) fn stretches(text: &str) -> Option<Vec<Stretch>> {
    let mut page = Page::default();
    for line in text.split_inclusive('\n') {
        page.read_line(line);
    }
    page.end_stretch(None);
    page.has_block.then_some(page.stretches)
}

/// The code of a block with the indent of its least indented line taken away from all lines.
pub(super) fn code(page: &Excerpt, span: Span) -> Excerpt {
    super::margin::unindented(&page.part(span))
}

#[derive(Default)]
struct Page {
    at: usize,
    start: usize,
    open: Option<Fence>,
    heading: Option<String>,
    has_block: bool,
    stretches: Vec<Stretch>,
}

/// A line that opens or closes a block.
struct Fence {
    mark: char,
    len: usize,
    /// What stands behind the mark.
    info: String,
}

impl Page {
    fn read_line(&mut self, line: &str) {
        let fence = Fence::read(line);
        match (&self.open, fence) {
            (None, Some(fence)) => {
                self.end_stretch(None);
                self.has_block = true;
                self.start = self.at + line.len();
                self.open = Some(fence);
            }
            (Some(open), Some(fence)) if fence.closes(open) => {
                self.end_stretch(self.open.as_ref().map(Fence::language));
                self.start = self.at + line.len();
                self.open = None;
            }
            (None, None) => self.heading = heading(line).or(self.heading.take()),
            _ => {}
        }
        self.at += line.len();
    }

    /// Keeps what was read since the last fence; an open block at the end of the page is one as well.
    fn end_stretch(&mut self, language: Option<String>) {
        let language = language.or_else(|| self.open.as_ref().map(Fence::language));
        let span = Span::new(self.start, self.at);
        if !span.is_empty() {
            self.stretches.push(Stretch {
                span,
                language,
                heading: self.heading.clone(),
            });
        }
    }
}

/// What stands before a fence in lists and quotations.
const BEFORE_FENCE: [char; 5] = [' ', '\t', '>', '*', '-'];

impl Fence {
    fn read(line: &str) -> Option<Self> {
        let begun = line.trim_start_matches(BEFORE_FENCE);
        let mark = begun
            .chars()
            .next()
            .filter(|mark| matches!(mark, '`' | '~'))?;
        let info = begun.trim_start_matches(mark);
        let len = begun.len() - info.len();
        let is_fence = len >= 3 && !info.contains('`');
        is_fence.then(|| Fence {
            mark,
            len,
            info: info.trim().to_owned(),
        })
    }

    fn closes(&self, open: &Fence) -> bool {
        self.mark == open.mark && self.len >= open.len && self.info.is_empty()
    }

    /// The first word after the mark, without the braces of attributes.
    fn language(&self) -> String {
        let is_part = |letter: &char| letter.is_alphanumeric() || matches!(letter, '-' | '+' | '_');
        let begun = self.info.trim_start_matches(['{', '.', ' ']);
        begun
            .chars()
            .take_while(is_part)
            .collect::<String>()
            .to_lowercase()
    }
}

/// The text of a heading, without links and escapes.
fn heading(line: &str) -> Option<String> {
    let text = line
        .trim_end()
        .trim_start()
        .strip_prefix('#')?
        .trim_start_matches('#')
        .strip_prefix(' ')?;
    let plain = text
        .split('<')
        .next()
        .unwrap_or(text)
        .replace(['\\', '`', '*'], "");
    let name = plain.trim().trim_end_matches('#').trim();
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<(Option<String>, Option<String>, String)> {
        let page = Excerpt::whole(text);
        let read = |one: Stretch| {
            let code = code(&page, one.span).text().to_owned();
            (one.language, one.heading, code)
        };
        stretches(text)
            .unwrap_or_default()
            .into_iter()
            .map(read)
            .collect()
    }

    #[test]
    fn takes_a_page_apart() {
        let page = "# The *role*<a name=\"x\"></a>\ntext\n```json\n{}\n```\nmore\n1. step\n\n   ~~~ {.yaml}\n   a:\n     b\n   ~~~\n";
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            blocks(page),
            [
                (
                    None,
                    some("The role"),
                    "# The *role*<a name=\"x\"></a>\ntext\n".to_owned()
                ),
                (some("json"), some("The role"), "{}\n".to_owned()),
                (None, some("The role"), "more\n1. step\n\n".to_owned()),
                (some("yaml"), some("The role"), "a:\n  b\n".to_owned()),
            ]
        );
    }

    #[test]
    fn a_longer_fence_holds_a_shorter_one_and_an_open_one_the_rest() {
        assert_eq!(
            blocks("````\n```\n````\n"),
            [(Some(String::new()), None, "```\n".to_owned())]
        );
        assert_eq!(
            blocks("```\n{}"),
            [(Some(String::new()), None, "{}".to_owned())]
        );
    }

    #[test]
    fn a_text_without_fence_is_no_page() {
        for text in ["", "{}", "# a\ntext with ```code``` in it", "`` x"] {
            assert_eq!(stretches(text), None, "{text}");
        }
    }
}
