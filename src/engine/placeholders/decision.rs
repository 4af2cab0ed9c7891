//! What people, or a template, have said about stand-ins: this text is one, that text is none.

use std::collections::BTreeMap;
use std::ops::Range;

use super::placeholder::Declaration;
use crate::engine::text::sort_by_key;

/// The spellings that were decided about.
pub(super) struct Decisions<'d> {
    /// The name of the placeholder that a text stands for.
    names: BTreeMap<&'d str, &'d str>,
    /// Texts to be kept.
    kept: Vec<&'d str>,
}

impl<'d> Decisions<'d> {
    /// Of several decisions about one text the last one holds.
    pub fn new(declared: &'d [Declaration]) -> Self {
        let mut decisions = Decisions {
            names: BTreeMap::new(),
            kept: Vec::new(),
        };
        for declaration in declared {
            for text in declaration.spellings.iter().filter(|text| !text.is_empty()) {
                decisions.kept.retain(|kept| kept != text);
                decisions.names.remove(text.as_str());
                if declaration.is_text {
                    decisions.kept.push(text);
                } else {
                    decisions.names.insert(text, &declaration.name);
                }
            }
        }
        decisions
    }

    /// Whether a text is to be kept and stands for nothing.
    pub fn is_kept(&self, written: &str) -> bool {
        self.kept.contains(&written)
    }

    /// Whether no text was said to stand for anything.
    pub fn mark_nothing(&self) -> bool {
        self.names.is_empty()
    }

    /// Where the decided texts stand in a text, as whole words, each with the name that it stands for.
    pub fn marked_in(&self, text: &str) -> Vec<(Range<usize>, String)> {
        let places = self.names.iter().flat_map(|(marked, name)| {
            let found = text.match_indices(marked);
            found.map(move |(at, _)| (at..at + marked.len(), name.to_string()))
        });
        let mut marked: Vec<_> = places.filter(|(range, _)| is_whole(text, range)).collect();
        // The longest first, so that a marked word in a marked sentence is part of it.
        sort_by_key(&mut marked, |(range, _)| {
            (std::cmp::Reverse(range.len()), range.start)
        });
        marked
    }
}

/// Whether no word goes on at either end of the range.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let is_in_word = |c: char| c.is_alphanumeric() || c == '_';
    let inside = text.get(range.clone()).unwrap_or_default();
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let goes_on_before = inside.starts_with(is_in_word) && before.ends_with(is_in_word);
    let goes_on_after = inside.ends_with(is_in_word) && after.starts_with(is_in_word);
    !goes_on_before && !goes_on_after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declaration(name: &str, spelling: &str, is_text: bool) -> Declaration {
        Declaration {
            name: name.into(),
            spellings: vec![spelling.into()],
            is_text,
            ..Declaration::default()
        }
    }

    #[test]
    fn finds_a_marked_text_as_a_whole_word() {
        let declared = [
            declaration("team", "blue", false),
            declaration("path", "team/blue", false),
        ];
        let marked = Decisions::new(&declared).marked_in("team/blue-blue/blues/blue");
        let expected = [
            (0..9, "path"),
            (5..9, "team"),
            (10..14, "team"),
            (21..25, "team"),
        ];
        assert_eq!(
            marked,
            expected.map(|(range, name)| (range, name.to_string()))
        );
    }

    #[test]
    fn the_last_decision_about_a_text_holds() {
        let declared = [
            declaration("team", "blue", false),
            declaration("", "blue", true),
        ];
        let decisions = Decisions::new(&declared);
        assert!(decisions.is_kept("blue") && decisions.marked_in("blue").is_empty());
        let declared = [
            declaration("", "blue", true),
            declaration("team", "blue", false),
        ];
        let decisions = Decisions::new(&declared);
        assert!(!decisions.is_kept("blue") && decisions.marked_in("blue").len() == 1);
    }
}
