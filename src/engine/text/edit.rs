//! Changes to a text, proposed and not yet made.

use super::Span;
use super::ordering::sort_by_key;

/// One change: the text of `span` is to be replaced by `text`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Edit {
    /// What goes, in bytes of the text the edit was made for; empty for an insertion.
    pub span: Span,
    /// What comes in its place; empty for a deletion.
    pub text: String,
}

impl Edit {
    /// Puts `text` in front of the byte at `offset`.
    pub fn insert(offset: usize, text: impl Into<String>) -> Self {
        Edit {
            span: Span::at(offset),
            text: text.into(),
        }
    }

    /// Takes out the text of `span`.
    pub fn delete(span: Span) -> Self {
        Edit {
            span,
            text: String::new(),
        }
    }

    /// Puts `text` in the place of `span`.
    pub fn replace(span: Span, text: impl Into<String>) -> Self {
        Edit {
            span,
            text: text.into(),
        }
    }
}

/// Edits made for one text, sorted by place and disjoint, to be applied together.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Edits(Vec<Edit>);

impl Edits {
    /// Sorts the edits; `None` when two of them overlap.
    ///
    /// Several insertions at one place keep their order, and stand before a replacement that begins there.
    pub fn new(mut edits: Vec<Edit>) -> Option<Self> {
        sort_by_key(&mut edits, |edit| edit.span);
        let disjoint = edits
            .iter()
            .zip(edits.iter().skip(1))
            .all(|(one, next)| one.span.end <= next.span.start);
        disjoint.then_some(Edits(edits))
    }

    /// The edits in the order of their places.
    pub fn iter(&self) -> std::slice::Iter<'_, Edit> {
        self.0.iter()
    }

    /// The number of edits.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is nothing to change.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The changed text; `None` when an edit leaves the text or cuts a character.
    pub fn apply(&self, text: &str) -> Option<String> {
        let mut changed = String::with_capacity(text.len());
        let mut copied = 0;
        for edit in &self.0 {
            changed.push_str(text.get(copied..edit.span.start)?);
            changed.push_str(&edit.text);
            text.get(edit.span.start..edit.span.end)?;
            copied = edit.span.end;
        }
        changed.push_str(text.get(copied..)?);
        Some(changed)
    }

    /// Where an offset of the old text lies in the new one.
    ///
    /// Text inserted at the very place pushes it along; a place inside replaced text moves to the end of the new text.
    pub fn moved(&self, offset: usize) -> usize {
        let mut moved = offset;
        for edit in self.0.iter().take_while(|edit| edit.span.start <= offset) {
            if edit.span.end > offset {
                let unmoved_start = moved - (offset - edit.span.start);
                let at_start = edit.span.start == offset;
                return if at_start {
                    moved
                } else {
                    unmoved_start + edit.text.len()
                };
            }
            moved = moved + edit.text.len() - edit.span.len();
        }
        moved
    }
}

impl From<Edit> for Edits {
    fn from(edit: Edit) -> Self {
        Edits(vec![edit])
    }
}

impl IntoIterator for Edits {
    type Item = Edit;
    type IntoIter = std::vec::IntoIter<Edit>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'e> IntoIterator for &'e Edits {
    type Item = &'e Edit;
    type IntoIter = std::slice::Iter<'e, Edit>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn applies_edits_given_in_any_order() {
        let edits = Edits::new(vec![
            Edit::replace(Span::new(4, 5), "E"),
            Edit::delete(Span::new(0, 1)),
            Edit::insert(2, "-"),
        ]);
        assert_eq!(edits.unwrap().apply("abcdef").unwrap(), "b-cdEf");
    }

    #[test]
    fn keeps_the_order_of_insertions_at_one_place() {
        let edits = Edits::new(vec![
            Edit::insert(1, "x"),
            Edit::insert(1, "y"),
            Edit::replace(Span::new(1, 2), "z"),
        ]);
        assert_eq!(edits.unwrap().apply("ab").unwrap(), "axyz");
    }

    #[test]
    fn refuses_overlapping_edits() {
        assert_eq!(
            Edits::new(vec![Edit::delete(Span::new(0, 3)), Edit::insert(2, "x")]),
            None
        );
        assert!(Edits::new(vec![Edit::delete(Span::new(0, 3)), Edit::insert(3, "x")]).is_some());
    }

    #[test]
    fn refuses_a_text_that_is_too_short_or_has_a_character_across_the_border() {
        assert_eq!(
            Edits::from(Edit::delete(Span::new(2, 9))).apply("abc"),
            None
        );
        assert_eq!(Edits::from(Edit::insert(1, "x")).apply("é"), None);
    }

    #[test]
    fn says_where_a_place_has_moved() {
        let edits = Edits::new(vec![
            Edit::insert(2, "++"),
            Edit::replace(Span::new(4, 7), "x"),
        ])
        .unwrap();
        let moved: Vec<usize> = (0..9).map(|offset| edits.moved(offset)).collect();
        assert_eq!(moved, [0, 1, 4, 5, 6, 7, 7, 7, 8]);
    }
}
