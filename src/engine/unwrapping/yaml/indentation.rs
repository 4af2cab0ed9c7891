//! Lines that stand too far to the right, as when a list was indented by hand on a page.

use crate::engine::text::{Edit, Edits, Span};
use crate::engine::unwrapping::copying::lines;
use crate::engine::unwrapping::margin::blanks_at;

/// A block that stands too far to the right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Misplaced {
    /// Its first name, such as `PolicyDocument`.
    pub name: String,
    /// The name it belongs beside, such as `PolicyName`.
    pub beside: String,
    /// Where its first line stands.
    pub at: usize,
    /// By how many blanks it stands too far to the right.
    pub by: usize,
    /// The blanks to take away, line by line.
    pub blanks: Vec<Span>,
}

impl Misplaced {
    /// The one way to mend it.
    pub(super) fn edits(misplaced: &[Misplaced]) -> Edits {
        let blanks = misplaced.iter().flat_map(|one| &one.blanks);
        Edits::new(blanks.map(|span| Edit::delete(*span)).collect()).unwrap_or_default()
    }
}

/// A line with a name and a colon.
struct Named<'t> {
    name: &'t str,
    /// The column of the name, from 0.
    column: usize,
    /// Whether a value follows on the same line, so that nothing can stand below it.
    has_value: bool,
}

/// The blocks that stand further right than the complete line before them, to whose level they belong.
pub(super) fn misplaced(text: &str) -> Vec<Misplaced> {
    let mut found: Vec<Misplaced> = Vec::new();
    let mut before: Option<Named> = None;
    for (at, line) in lines(text) {
        let column = blanks_at(line, 0).len();
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        if let Some(open) = found
            .last_mut()
            .filter(|open| open.goes_on(text, at, column))
        {
            open.blanks.push(Span::new(at, at + open.by));
            before = named(line, open.by);
            continue;
        }
        let here = named(line, 0);
        if let (Some(before), Some(here)) = (&before, &here)
            && before.has_value
            && here.column > before.column
            && column == here.column
        {
            let by = here.column - before.column;
            found.push(Misplaced {
                name: here.name.to_owned(),
                beside: before.name.to_owned(),
                at,
                by,
                blanks: vec![Span::new(at, at + by)],
            });
        }
        before = here;
    }
    found
}

impl Misplaced {
    /// Whether a line in this column belongs to the block: it follows, and stands no further left than the block's first line.
    fn goes_on(&self, text: &str, at: usize, column: usize) -> bool {
        let first = blanks_at(text, self.at).len();
        let last = self.blanks.last().map_or(0, |span| span.start);
        let between = Span::new(last, at).text(text);
        let is_next = between
            .lines()
            .skip(1)
            .all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
        is_next && column >= first
    }
}

/// Reads a line such as `- PolicyName: x`, moved left by some blanks; `None` where it has no name.
fn named(line: &str, by: usize) -> Option<Named<'_>> {
    let begun = line.trim_start_matches(' ');
    let item = begun.trim_start_matches("- ").trim_start_matches(' ');
    let (name, value) = item.split_once(':')?;
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || matches!(letter, '_' | ':' | '"' | '\''));
    let value = value.split(" #").next().unwrap_or(value).trim();
    let is_block = value.starts_with(['|', '>', '&', '!', '{', '[']) || value.is_empty();
    is_name.then_some(Named {
        name: name.trim_matches(['"', '\'']),
        column: (line.len() - item.len()).saturating_sub(by),
        has_value: !is_block,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn mended(text: &str) -> (Vec<(String, usize)>, String) {
        let found = misplaced(text);
        let mended = Misplaced::edits(&found).apply(text).unwrap();
        (
            found.into_iter().map(|one| (one.name, one.by)).collect(),
            mended,
        )
    }

    #[test]
    fn moves_each_block_to_the_line_it_belongs_beside() {
        let text = "# why\n- Name: a\n    Document:\n        Version: x\n\n        List:\n        - b\n- Name: c\n    Document:\n        d: e\n";
        let expected = "# why\n- Name: a\n  Document:\n      Version: x\n\n      List:\n      - b\n- Name: c\n  Document:\n      d: e\n";
        let found = vec![("Document".to_owned(), 2), ("Document".to_owned(), 2)];
        assert_eq!(mended(text), (found, expected.to_owned()));
    }

    #[test]
    fn moves_names_in_one_mapping_too() {
        let text = "a: b\n   c: d\n   e: f\ng: h\n";
        assert_eq!(
            mended(text),
            (
                vec![("c".to_owned(), 3)],
                "a: b\nc: d\ne: f\ng: h\n".to_owned()
            )
        );
    }

    #[test]
    fn leaves_alone_what_stands_right() {
        for text in [
            "",
            "a:\n  b: c\n",
            "- a: b\n  c: d\n",
            "a: |\n  b: c\n",
            "a: &x\n  b: c\n",
            "- a\n- b: c\n",
            "a: b\n  and more\n",
        ] {
            assert_eq!(mended(text), (vec![], text.to_owned()), "{text}");
        }
    }
}
