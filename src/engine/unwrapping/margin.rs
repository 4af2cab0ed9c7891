//! The blanks before the lines of a text, and moving it to the left.

use super::excerpt::Excerpt;
use crate::engine::syntax::{NodeKind, parse};
use crate::engine::text::{Edit, Edits, Span};

/// The starts of all lines but the first.
pub(super) fn line_starts(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices('\n').map(|(at, _)| at + 1)
}

/// A JSON document with the blanks taken away that stand before each of its lines but the first.
pub(super) fn at_margin(excerpt: &Excerpt) -> Excerpt {
    let text = excerpt.text();
    if holds_broken_string(text) {
        return excerpt.clone();
    }
    moved_left(excerpt, line_starts(text).collect())
}

/// A text with the blanks taken away that all its lines begin with.
pub(super) fn unindented(excerpt: &Excerpt) -> Excerpt {
    moved_left(
        excerpt,
        std::iter::once(0)
            .chain(line_starts(excerpt.text()))
            .collect(),
    )
}

/// Takes away the blanks that the lines with these starts have in common; lines of nothing else do not count.
fn moved_left(excerpt: &Excerpt, starts: Vec<usize>) -> Excerpt {
    let text = excerpt.text();
    let indent = common_indent(text, &starts);
    let indented = starts
        .into_iter()
        .filter(|at| blanks_at(text, *at).len() >= indent);
    let edits = indented.map(|at| Edit::delete(Span::new(at, at + indent)));
    match indent {
        0 => excerpt.clone(),
        _ => excerpt.edited(&Edits::new(edits.collect()).unwrap_or_default()),
    }
}

fn common_indent(text: &str, starts: &[usize]) -> usize {
    let is_blank = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        rest.split('\n')
            .next()
            .is_none_or(|line| line.trim().is_empty())
    };
    let shared = |one: &str, other: &str| {
        one.bytes()
            .zip(other.bytes())
            .take_while(|(a, b)| a == b)
            .count()
    };
    let mut blanks = starts
        .iter()
        .filter(|at| !is_blank(**at))
        .map(|at| blanks_at(text, *at));
    let first = blanks.next().unwrap_or_default();
    let common = blanks.fold(first, |common, blanks| {
        common.get(..shared(common, blanks)).unwrap_or_default()
    });
    common.len()
}

/// The blanks and tabs at a place.
pub(super) fn blanks_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let blanks = rest
        .bytes()
        .take_while(|byte| matches!(byte, b' ' | b'\t'))
        .count();
    rest.get(..blanks).unwrap_or_default()
}

/// Whether a string goes over a line break, so that blanks at the start of a line may be part of it.
fn holds_broken_string(text: &str) -> bool {
    let tree = parse(text);
    let mut nodes = tree
        .root()
        .into_iter()
        .flat_map(|root| tree.descendants(root));
    nodes.any(|node| tree.kind(node) == NodeKind::String && tree.raw(node).contains('\n'))
}
