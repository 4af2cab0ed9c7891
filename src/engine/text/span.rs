//! A stretch of a text.

use std::ops::Range;

/// A half-open range of UTF-8 bytes, `start` included and `end` excluded.
///
/// Spans are ordered by their start, then by their end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte of the stretch.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The stretch from `start` up to, not including, `end`; an `end` before `start` gives an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Span {
            start,
            end: end.max(start),
        }
    }

    /// The empty span at one place.
    pub fn at(offset: usize) -> Self {
        Span {
            start: offset,
            end: offset,
        }
    }

    /// The number of bytes.
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds no byte.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the byte at `offset` lies in the span.
    pub fn contains(&self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Whether the two share a byte or meet at a border.
    pub fn touches(&self, other: Span) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    /// Whether the two share a byte; an empty span strictly inside another counts as shared.
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly in this span, borders included.
    pub fn covers(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The text of the span, or the empty string where it leaves the text or cuts a character.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Span::new(range.start, range.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_its_start_and_not_its_end() {
        let span = Span::new(2, 4);
        assert!(!span.contains(1) && span.contains(2) && span.contains(3) && !span.contains(4));
        assert_eq!(span.len(), 2);
    }

    #[test]
    fn neighbours_touch_without_overlapping() {
        let (left, right) = (Span::new(0, 2), Span::new(2, 4));
        assert!(left.touches(right) && right.touches(left));
        assert!(!left.overlaps(right) && !right.overlaps(left));
        assert!(!left.touches(Span::new(3, 4)));
    }

    #[test]
    fn covers_itself_and_an_empty_span_at_its_border() {
        let span = Span::new(2, 4);
        assert!(span.covers(span) && span.covers(Span::at(4)) && !span.covers(Span::at(5)));
    }

    #[test]
    fn gives_no_text_outside_the_text_or_inside_a_character() {
        assert_eq!(Span::new(1, 3).text("aéb"), "é");
        assert_eq!(Span::new(2, 3).text("aéb"), "");
        assert_eq!(Span::new(1, 9).text("aéb"), "");
    }
}
