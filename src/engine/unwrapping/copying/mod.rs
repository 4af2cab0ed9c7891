//! What a text takes along when it is copied whole from a page, a terminal or an editor.

mod entities;
mod line_marks;
mod line_numbers;

use super::excerpt::Excerpt;
use crate::engine::text::Span;

/// Takes one kind of thing away and says so; `None` where the text has none of it.
type Step = fn(&Excerpt) -> Option<(Excerpt, String)>;

const STEPS: [Step; 4] = [
    without_byte_order_mark,
    line_numbers::without,
    line_marks::without,
    entities::read,
];

/// The text without what came along, and a sentence for each kind of it.
pub(super) fn cleaned(text: Excerpt) -> (Excerpt, Vec<String>) {
    let mut done = Vec::new();
    let cleaned = STEPS
        .into_iter()
        .fold(text, |text, step| match step(&text) {
            Some((cleaned, sentence)) => {
                done.push(sentence);
                cleaned
            }
            None => text,
        });
    (cleaned, done)
}

fn without_byte_order_mark(text: &Excerpt) -> Option<(Excerpt, String)> {
    let rest = text.text().strip_prefix('\u{FEFF}')?.len();
    let len = text.text().len();
    let without = text.part(Span::new(len - rest, len));
    Some((without, "Removed an invisible byte order mark.".to_owned()))
}

/// The lines of a text with the offset of each, without their line breaks.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let at = start;
        start += line.len();
        (at, line.trim_end_matches(['\n', '\r']))
    })
}
