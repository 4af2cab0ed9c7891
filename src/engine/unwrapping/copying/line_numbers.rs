//! The numbers that pages and editors print before each line.

use super::super::excerpt::Excerpt;
use super::lines;
use crate::engine::text::{Edit, Edits, Span};

/// So many lines in a row are no accident.
const FEWEST: usize = 3;

/// The text without its line numbers; `None` where its lines are not numbered one by one.
pub(super) fn without(excerpt: &Excerpt) -> Option<(Excerpt, String)> {
    let text = excerpt.text();
    let mut gutters = Vec::new();
    let mut before: Option<u64> = None;
    for (at, line) in lines(text).filter(|(_, line)| !line.trim().is_empty()) {
        let gutter = Gutter::read(line)?;
        if before.is_some_and(|before| gutter.number != before + 1) {
            return None;
        }
        before = Some(gutter.number);
        gutters.push((at, gutter));
    }
    if gutters.len() < FEWEST {
        return None;
    }
    let blanks = gutters
        .iter()
        .filter_map(|(_, gutter)| gutter.blanks)
        .min()
        .unwrap_or_default();
    let width = |gutter: &Gutter| gutter.width + gutter.blanks.map_or(0, |_| blanks);
    let edits = gutters
        .iter()
        .map(|(at, gutter)| Edit::delete(Span::new(*at, at + width(gutter))));
    let without = excerpt.edited(&Edits::new(edits.collect())?);
    Some((without, "Removed the line numbers.".to_owned()))
}

/// A number at the start of a line.
struct Gutter {
    number: u64,
    /// The bytes up to the end of the number and of the mark behind it.
    width: usize,
    /// The blanks before the line's own text; `None` where it has none.
    blanks: Option<usize>,
}

impl Gutter {
    fn read(line: &str) -> Option<Self> {
        let from_number = line.trim_start_matches([' ', '\t']);
        let digits = from_number.bytes().take_while(u8::is_ascii_digit).count();
        let number = from_number.get(..digits)?.parse().ok()?;
        let after = from_number.get(digits..)?;
        let rest = after.trim_start_matches(' ');
        let rest = rest
            .strip_prefix(['|', '\u{2502}'])
            .or(after.strip_prefix(['.', ':', ')']))
            .unwrap_or(after);
        let own = rest.trim_start_matches([' ', '\t']);
        let is_set_apart = own.is_empty() || own.len() < after.len();
        is_set_apart.then_some(Gutter {
            number,
            width: line.len() - rest.len(),
            blanks: (!own.is_empty()).then_some(rest.len() - own.len()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_numbers_away_and_keeps_the_indent() {
        for (text, expected) in [
            ("1 {\n2   \"a\": 1\n3 }", Some("{\n  \"a\": 1\n}")),
            (
                " 9 | {\n10 |   \"a\": 1\n11 | }\n",
                Some("{\n  \"a\": 1\n}\n"),
            ),
            ("1. {\n2.\n3. }", Some("{\n\n}")),
            ("7\t{\n\n8\t\t\"a\": 1\n9\t}", Some("{\n\n\t\"a\": 1\n}")),
            ("1 {\n2 }", None),
            ("1 {\n3 }\n4 x", None),
            ("1{\n2\n3}", None),
            ("{\n1\n}", None),
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
