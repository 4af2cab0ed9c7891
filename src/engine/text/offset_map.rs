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
        let deletes = back.text.is_empty();
        let keeps_pieces = self
            .overlapped_by(trimmed.span)
            .all(|piece| deletes && trimmed.span.covers(piece.to));
        let is_in_text = old_text.get(back.span.start..back.span.end).is_some();
        (keeps_pieces && is_in_text).then_some(back)
    }

    /// The pieces whose text in the second text shares something with the span.
    fn overlapped_by(&self, span: Span) -> impl Iterator<Item = &Replacement> {
        let first = self
            .replacements
            .partition_point(|piece| piece.to.end <= span.start);
        let not_behind = self
            .replacements
            .iter()
            .skip(first)
            .take_while(move |piece| piece.to.start <= span.end);
        not_behind.filter(move |piece| piece.to.overlaps(span))
    }
}

/// Maps a span over the pieces, whose two sides `sides` gives as (here, there).
///
/// An empty piece at the border of the span belongs to it only when the span is empty itself.
fn map_span(
    pieces: &[Replacement],
    span: Span,
    sides: impl Fn(&Replacement) -> (Span, Span),
) -> Span {
    let at_same_place = |here: Span| span.is_empty() && here == span;
    let is_before = |piece: &Replacement| {
        let (here, _) = sides(piece);
        here.end <= span.start && !at_same_place(here)
    };
    let is_begun = |piece: &Replacement| {
        let (here, _) = sides(piece);
        here.start < span.end || at_same_place(here)
    };
    let shifted = |passed: &[Replacement], offset: usize| match passed.last().map(&sides) {
        Some((here, there)) => there.end + offset.saturating_sub(here.end),
        None => offset,
    };
    let (before, rest) = pieces.split_at(pieces.partition_point(is_before));
    let cut = rest
        .first()
        .map(&sides)
        .filter(|(here, _)| here.start < span.start);
    let start = cut.map_or_else(|| shifted(before, span.start), |(_, there)| there.start);
    let (begun, _) = pieces.split_at(pieces.partition_point(is_begun));
    Span::new(start, shifted(begun, span.end))
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

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::engine::text::Edits;

    const OLD: &str = "arn:{{account}}:{{name}}{{path}}!";
    const NEW: &str = "arn:123:bob!";

    fn map() -> OffsetMap {
        let piece = |from: (usize, usize), to: (usize, usize)| Replacement {
            from: Span::new(from.0, from.1),
            to: Span::new(to.0, to.1),
        };
        OffsetMap::new(vec![
            piece((4, 15), (4, 7)),
            piece((16, 24), (8, 11)),
            piece((24, 32), (11, 11)),
        ])
    }

    #[test]
    fn maps_what_lies_outside_the_pieces_one_to_one() {
        for (old, new) in [(0, 0), (4, 4), (15, 7), (16, 8), (32, 11), (33, 12)] {
            assert_eq!(map().forward(old), new, "forward from {old}");
        }
        for (new, old) in [(0, 0), (4, 4), (7, 15), (8, 16), (12, 33)] {
            assert_eq!(map().back(new), old, "back from {new}");
        }
    }

    #[test]
    fn a_span_that_cuts_into_a_piece_grows_to_the_whole_of_it() {
        assert_eq!(map().back_span(Span::new(5, 6)), Span::new(4, 15));
        assert_eq!(map().back_span(Span::at(5)), Span::new(4, 15));
        assert_eq!(map().back_span(Span::new(2, 5)), Span::new(2, 15));
        assert_eq!(map().back_span(Span::new(6, 9)), Span::new(4, 24));
        assert_eq!(map().forward_span(Span::new(17, 18)), Span::new(8, 11));
    }

    #[test]
    fn a_neighbouring_piece_is_left_alone() {
        assert_eq!(map().back_span(Span::new(8, 11)), Span::new(16, 24));
        assert_eq!(map().back_span(Span::new(11, 12)), Span::new(32, 33));
        assert_eq!(map().back_span(Span::new(7, 8)), Span::new(15, 16));
    }

    #[test]
    fn an_empty_span_holds_the_piece_that_was_replaced_by_nothing() {
        assert_eq!(map().back_span(Span::at(11)), Span::new(24, 32));
    }

    #[test]
    fn going_there_and_back_covers_every_span_of_which_something_is_left() {
        let end_of_name = 24;
        for start in 0..=end_of_name {
            for end in start..=end_of_name {
                let span = Span::new(start, end);
                let back = map().back_span(map().forward_span(span));
                assert!(back.covers(span), "{span:?} became {back:?}");
            }
        }
    }

    fn back(edit: Edit) -> Option<String> {
        let edit = map().back_edit(&edit, OLD, NEW)?;
        Edits::from(edit).apply(OLD)
    }

    #[test]
    fn brings_back_an_edit_that_only_changes_text_between_the_pieces() {
        let whole = Edit::replace(Span::new(0, NEW.len()), "urn:123:bob!");
        assert_eq!(back(whole).unwrap(), "urn:{{account}}:{{name}}{{path}}!");
        let behind = Edit::replace(Span::new(4, 7), "123/");
        assert_eq!(back(behind).unwrap(), "arn:{{account}}/:{{name}}{{path}}!");
    }

    #[test]
    fn refuses_an_edit_that_would_write_into_a_piece() {
        assert_eq!(back(Edit::replace(Span::new(4, 7), "456")), None);
        assert_eq!(back(Edit::insert(5, "x")), None);
        assert_eq!(back(Edit::delete(Span::new(3, 5))), None);
        assert_eq!(back(Edit::replace(Span::new(3, 8), "/")), None);
    }

    #[test]
    fn deletes_whole_pieces() {
        assert_eq!(
            back(Edit::delete(Span::new(3, 7))).unwrap(),
            "arn:{{name}}{{path}}!"
        );
        assert_eq!(
            back(Edit::delete(Span::new(7, 12))).unwrap(),
            "arn:{{account}}"
        );
    }

    #[test]
    fn refuses_an_edit_outside_the_text() {
        assert_eq!(back(Edit::insert(40, "x")), None);
    }
}
