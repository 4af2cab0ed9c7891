//! A text taken out of another one, which knows where each of its stretches stood there.

use crate::engine::text::{Edits, Span};

/// A text with the places it came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Excerpt {
    text: String,
    pieces: Vec<Piece>,
}

/// A stretch of an excerpt, up to the start of the next one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    start: usize,
    /// Where it stood in the first text.
    origin: Span,
    /// Whether it stands there byte for byte; otherwise it stands for what stood there.
    verbatim: bool,
}

impl Excerpt {
    /// All of a text.
    pub fn whole(text: &str) -> Self {
        let mut excerpt = Self::default();
        excerpt.push_piece(text, Span::new(0, text.len()), true);
        excerpt
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a stretch of the text stood; what was put in place of something else stands for all of it.
    pub fn origin(&self, span: Span) -> Span {
        let first = self.piece_at(span.start);
        let last = self.piece_at(span.end.saturating_sub(1).max(span.start));
        let start = first.map_or(0, |piece| piece.origin_of_start(span.start));
        let end = last.map_or(start, |piece| piece.origin_of_end(span.end));
        Span::new(start, end)
    }

    /// Where the stretch stood, if it stood there byte for byte and in one piece.
    pub fn verbatim_origin(&self, span: Span) -> Option<Span> {
        let origin = self.origin(span);
        let first = self.place_of(span.start);
        let last = self.place_of(span.end.saturating_sub(1).max(span.start));
        let mut pieces = self.pieces.get(first..=last)?.iter();
        let all_verbatim = pieces.all(|piece| piece.verbatim);
        (all_verbatim && origin.len() == span.len()).then_some(origin)
    }

    /// A stretch of the text as an excerpt of its own.
    pub fn part(&self, span: Span) -> Self {
        let mut part = Self::default();
        part.push(self, span);
        part
    }

    /// The text after edits, which must lie in it.
    pub fn edited(&self, edits: &Edits) -> Self {
        let mut edited = Self::default();
        let mut copied = 0;
        for edit in edits {
            edited.push(self, Span::new(copied, edit.span.start));
            edited.push_piece(&edit.text, self.origin(edit.span), false);
            copied = edit.span.end;
        }
        edited.push(self, Span::new(copied, self.text.len()));
        edited
    }

    /// Adds a stretch of another excerpt of the same first text.
    pub(super) fn push(&mut self, other: &Excerpt, span: Span) {
        let pieces = other.pieces.iter().skip(other.place_of(span.start));
        for (piece, end) in pieces.zip(other.ends_from(span.start)) {
            if piece.start >= span.end {
                break;
            }
            let within = Span::new(piece.start.max(span.start), end.min(span.end));
            let origin = Span::new(
                piece.origin_of_start(within.start),
                piece.origin_of_end(within.end),
            );
            self.push_piece(within.text(&other.text), origin, piece.verbatim);
        }
    }

    /// Adds a text that stands for a stretch of the first one.
    pub(super) fn push_for(&mut self, text: &str, origin: Span) {
        self.push_piece(text, origin, false);
    }

    fn push_piece(&mut self, text: &str, origin: Span, verbatim: bool) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        let before = self.pieces.last_mut();
        let continued = before.filter(|before| {
            let gap_free = before.origin.end == origin.start;
            gap_free && verbatim && before.verbatim
        });
        match continued {
            Some(before) => before.origin.end = origin.end,
            None => self.pieces.push(Piece {
                start,
                origin,
                verbatim,
            }),
        }
    }

    /// The number of the piece that holds the byte at `offset`.
    fn place_of(&self, offset: usize) -> usize {
        let begun = self.pieces.partition_point(|piece| piece.start <= offset);
        begun.saturating_sub(1)
    }

    fn piece_at(&self, offset: usize) -> Option<&Piece> {
        self.pieces.get(self.place_of(offset))
    }

    /// The ends of the pieces, beginning with the one at `offset`.
    fn ends_from(&self, offset: usize) -> impl Iterator<Item = usize> {
        let later = self.pieces.iter().skip(self.place_of(offset) + 1);
        later.map(|piece| piece.start).chain([self.text.len()])
    }
}

impl Piece {
    fn origin_of_start(&self, offset: usize) -> usize {
        match self.verbatim {
            true => self.origin.start + offset.saturating_sub(self.start),
            false => self.origin.start,
        }
    }

    fn origin_of_end(&self, offset: usize) -> usize {
        match self.verbatim {
            true => self.origin.start + offset.saturating_sub(self.start),
            false => self.origin.end,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::string_slice)]
mod tests {
    use super::*;
    use crate::engine::text::Edit;

    fn edited(text: &str) -> Excerpt {
        let edits = Edits::new(vec![
            Edit::delete(Span::new(0, 2)),
            Edit::replace(Span::new(4, 5), "++"),
            Edit::insert(7, "!"),
        ]);
        Excerpt::whole(text).edited(&edits.unwrap())
    }

    #[test]
    fn knows_where_each_stretch_stood() {
        let excerpt = edited("0123456789");
        assert_eq!(excerpt.text(), "23++56!789");
        for (span, origin) in [
            (0..2, 2..4),
            (1..3, 3..5),
            (2..3, 4..5),
            (4..6, 5..7),
            (6..7, 7..7),
            (7..10, 7..10),
            (0..10, 2..10),
        ] {
            assert_eq!(
                excerpt.origin(span.clone().into()),
                origin.into(),
                "{span:?}"
            );
        }
    }

    #[test]
    fn tells_what_stood_there_byte_for_byte() {
        let excerpt = edited("0123456789");
        assert_eq!(
            excerpt.verbatim_origin(Span::new(0, 2)),
            Some(Span::new(2, 4))
        );
        assert_eq!(excerpt.verbatim_origin(Span::new(1, 3)), None);
        assert_eq!(excerpt.verbatim_origin(Span::new(5, 8)), None);
    }

    #[test]
    fn a_part_of_a_part_knows_the_first_text() {
        let text = "0123456789";
        let part = edited(text).part(Span::new(3, 9)).part(Span::new(2, 6));
        assert_eq!(part.text(), "6!78");
        assert_eq!(part.origin(Span::new(2, 4)), Span::new(7, 9));
        assert_eq!(part.origin(Span::new(0, 1)).text(text), "6");
    }

    #[test]
    fn an_empty_text_has_no_place() {
        let nothing = Excerpt::whole("");
        assert_eq!(nothing.origin(Span::at(0)), Span::at(0));
        assert_eq!(nothing.part(Span::new(3, 9)).text(), "");
    }
}
