//! How places in a text relate to places in the same text with some pieces replaced.

use super::{Edit, Span};

/// One replaced piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Replacement {
    /// The piece in the first text.
    pub from: Span,
    /// What stands for it in the second text.
    pub to: Span,
}

/// The relation of two texts that are equal outside the replaced pieces; each look-up costs O(log pieces).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OffsetMap {
    replacements: Vec<Replacement>,
}

impl OffsetMap {
    /// Takes the replaced pieces in the order of the text; they must not overlap.
    pub fn new(replacements: Vec<Replacement>) -> Self {
        OffsetMap { replacements }
    }

    /// The replaced pieces in the order of the text.
    pub fn replacements(&self) -> &[Replacement] {
        &self.replacements
    }

    /// Where an offset of the first text lies in the second; inside a replaced piece, the start of what replaced it.
    pub fn forward(&self, offset: usize) -> usize {
        self.forward_span(Span::at(offset)).start
    }

    /// The span in the second text; a span that cuts into a replaced piece grows to the whole of it.
    pub fn forward_span(&self, span: Span) -> Span {
        map_span(&self.replacements, span, |piece| (piece.from, piece.to))
    }

    /// Where an offset of the second text lies in the first; inside a replaced piece, the start of that piece.
    pub fn back(&self, offset: usize) -> usize {
        self.back_span(Span::at(offset)).start
    }

    /// The span in the first text; a span that cuts into a replaced piece grows to the whole of it.
    pub fn back_span(&self, span: Span) -> Span {
        map_span(&self.replacements, span, |piece| (piece.to, piece.from))
    }

    /// The edit of the second text as an edit of the first.
    ///
    /// What the edit leaves as it is, at its start and its end, is trimmed first.
    /// `None` when the rest would write into a replaced piece; deleting whole pieces is possible.
    pub fn back_edit(&self, edit: &Edit, old_text: &str, new_text: &str) -> Option<Edit> {
        let trimmed = trim_unchanged(edit, new_text)?;
        let back = Edit {
            span: self.back_span(trimmed.span),
            text: trimmed.text,
        };
        let possible = self
            .overlapping(trimmed.span)
            .all(|piece| trimmed.span.covers(piece.to) && back.text.is_empty());
        (possible && old_text.get(back.span.start..back.span.end).is_some()).then_some(back)
    }

    fn overlapping(&self, span: Span) -> impl Iterator<Item = &Replacement> {
        let first = self
            .replacements
            .partition_point(|piece| piece.to.end <= span.start);
        self.replacements
            .iter()
            .skip(first)
            .take_while(move |piece| piece.to.start < span.end.max(span.start + 1))
            .filter(move |piece| piece.to.overlaps(span))
    }
}

/// Maps a span over the pieces, whose two sides `sides` gives as (here, there).
fn map_span(
    pieces: &[Replacement],
    span: Span,
    sides: impl Fn(&Replacement) -> (Span, Span),
) -> Span {
    let start = {
        let passed = if span.is_empty() {
            pieces.partition_point(|piece| {
                sides(piece).0.end <= span.start && sides(piece).0.start < span.start
            })
        } else {
            pieces.partition_point(|piece| sides(piece).0.end <= span.start)
        };
        let inside = pieces
            .get(passed)
            .map(&sides)
            .filter(|(here, _)| here.start < span.start);
        inside.map_or_else(
            || shifted(pieces, passed, span.start, &sides),
            |(_, there)| there.start,
        )
    };
    let end = {
        let passed = if span.is_empty() {
            pieces.partition_point(|piece| sides(piece).0.end <= span.end)
        } else {
            pieces.partition_point(|piece| {
                sides(piece).0.end <= span.end && sides(piece).0.start < span.end
            })
        };
        let inside = pieces
            .get(passed)
            .map(&sides)
            .filter(|(here, _)| here.start < span.end);
        inside.map_or_else(
            || shifted(pieces, passed, span.end, &sides),
            |(_, there)| there.end,
        )
    };
    Span::new(start, end)
}

/// An offset outside all pieces, behind the first `passed` of them.
fn shifted(
    pieces: &[Replacement],
    passed: usize,
    offset: usize,
    sides: &impl Fn(&Replacement) -> (Span, Span),
) -> usize {
    let Some((here, there)) = passed
        .checked_sub(1)
        .and_then(|last| pieces.get(last))
        .map(sides)
    else {
        return offset;
    };
    there.end + offset.saturating_sub(here.end)
}

fn trim_unchanged(edit: &Edit, text: &str) -> Option<Edit> {
    let replaced = text.get(edit.span.start..edit.span.end)?;
    let prefix = common_len(replaced.chars(), edit.text.chars());
    let (rest, new_rest) = (replaced.get(prefix..)?, edit.text.get(prefix..)?);
    let suffix = common_len(rest.chars().rev(), new_rest.chars().rev());
    let kept = new_rest.get(..new_rest.len() - suffix)?;
    Some(Edit::replace(
        Span::new(edit.span.start + prefix, edit.span.end - suffix),
        kept,
    ))
}

fn common_len(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    one.zip(other)
        .take_while(|(one, other)| one == other)
        .map(|(one, _)| one.len_utf8())
        .sum()
}
