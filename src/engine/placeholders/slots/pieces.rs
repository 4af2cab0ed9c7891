//! Dividing a text at separators that stand outside its stand-ins and variables.

use std::ops::Range;

use super::Content;

/// The pieces of a range between the separators outside all atoms, at most `limit`.
pub(super) fn split(
    content: Content,
    within: Range<usize>,
    separators: &[char],
    limit: usize,
) -> Vec<Range<usize>> {
    let first = content
        .atoms
        .partition_point(|atom| atom.range.end <= within.start);
    let atoms = content.atoms.iter().skip(first);
    let mut atoms = atoms.map(|atom| &atom.range).peekable();
    let mut pieces = Vec::new();
    let mut start = within.start;
    for (offset, separator) in content.get(&within).match_indices(separators) {
        let at = within.start + offset;
        while atoms.next_if(|atom| atom.end <= at).is_some() {}
        let is_inside = atoms.peek().is_some_and(|atom| atom.contains(&at));
        if !is_inside && pieces.len() + 1 < limit {
            pieces.push(start..at);
            start = at + separator.len();
        }
    }
    pieces.push(start..within.end);
    pieces
}

/// The range without the blanks at its ends.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let inside = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (inside.len() - inside.trim_start().len());
    start..start + inside.trim().len()
}
