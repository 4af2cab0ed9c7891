//! The two ways to count a text: our UTF-8 bytes, and the positions of a text field.
//!
//! A text field, CodeMirror as well as a `<textarea>`, counts UTF-16 units,
//! and counts a line break as one however it is written (LF, CR or CRLF).
//! This is the only file that knows.

use std::borrow::Cow;

use crate::engine::text::{Edit, Edits, Span};

/// One checkpoint in this many bytes: a look-up walks no further than this.
const STRIDE: usize = 64;

/// One change in a text field: what stands between two positions is replaced; line breaks are LF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The position where it begins, in the text before any of the changes made with it.
    pub from: usize,
    /// The position where it ends, in the same text.
    pub to: usize,
    /// What comes in its place.
    pub insert: String,
}

/// Converts places in one text between bytes and positions, in both directions.
pub struct Positions<'t> {
    text: &'t str,
    /// `(byte, position)` pairs, ascending; empty where the two are the same throughout.
    checkpoints: Vec<(usize, usize)>,
}

impl<'t> Positions<'t> {
    /// Reads the text once; costs next to nothing where every character is ASCII and every line break LF.
    pub fn new(text: &'t str) -> Self {
        let same = text.is_ascii() && !text.contains('\r');
        let checkpoints = if same { Vec::new() } else { checkpoints(text) };
        Self { text, checkpoints }
    }

    /// The position of a byte; a byte inside a character or a line break counts as the border before it.
    pub fn position(&self, byte: usize) -> usize {
        if self.checkpoints.is_empty() {
            return byte.min(self.text.len());
        }
        let near = self.last_checkpoint(|&(at, _)| at <= byte);
        self.walk(near, |end, _| end <= byte).1
    }

    /// The byte of a position; a position inside a character counts as the border before it.
    pub fn byte(&self, position: usize) -> usize {
        if self.checkpoints.is_empty() {
            return position.min(self.text.len());
        }
        let near = self.last_checkpoint(|&(_, at)| at <= position);
        self.walk(near, |_, end| end <= position).0
    }

    /// The position behind the last character.
    pub fn end(&self) -> usize {
        self.position(self.text.len())
    }

    fn last_checkpoint(&self, is_before: impl Fn(&(usize, usize)) -> bool) -> (usize, usize) {
        let count = self.checkpoints.partition_point(is_before);
        let last = count
            .checked_sub(1)
            .and_then(|last| self.checkpoints.get(last));
        last.copied().unwrap_or_default()
    }

    /// Steps on from a checkpoint while the end of the next character, as `(byte, position)`, is not too far.
    fn walk(
        &self,
        (mut byte, mut position): (usize, usize),
        reaches: impl Fn(usize, usize) -> bool,
    ) -> (usize, usize) {
        let rest = self.text.get(byte..).unwrap_or_default();
        for (bytes, units) in steps(rest) {
            if !reaches(byte + bytes, position + units) {
                break;
            }
            byte += bytes;
            position += units;
        }
        (byte, position)
    }
}

fn checkpoints(text: &str) -> Vec<(usize, usize)> {
    let mut found = vec![(0, 0)];
    let (mut byte, mut position, mut next) = (0, 0, STRIDE);
    for (bytes, units) in steps(text) {
        byte += bytes;
        position += units;
        if byte >= next {
            found.push((byte, position));
            next = byte + STRIDE;
        }
    }
    found
}

/// The characters of a text as `(bytes, units)`; CRLF is one of them.
fn steps(text: &str) -> impl Iterator<Item = (usize, usize)> {
    let mut characters = text.chars().peekable();
    std::iter::from_fn(move || match characters.next()? {
        '\r' if characters.next_if_eq(&'\n').is_some() => Some((2, 1)),
        character => Some((character.len_utf8(), character.len_utf16())),
    })
}

/// Changes of a text field that holds `before`, as edits of `before`.
///
/// Inserted line breaks are written the way `before` writes its first one.
/// `None` when changes overlap, or when what they bring together would read as one line break in place of two.
pub fn edits_from_changes(before: &str, changes: &[Change]) -> Option<Edits> {
    let positions = Positions::new(before);
    let line_break = line_break(before);
    let edit = |change: &Change| {
        let span = Span::new(positions.byte(change.from), positions.byte(change.to));
        Edit::replace(span, change.insert.replace('\n', line_break))
    };
    let edits = Edits::new(changes.iter().map(edit).collect())?;
    let after = edits.apply(before)?;
    let grown: usize = changes.iter().map(|change| utf16_len(&change.insert)).sum();
    let shrunk: usize = changes.iter().map(|change| change.to - change.from).sum();
    (Positions::new(&after).end() + shrunk == positions.end() + grown).then_some(edits)
}

/// What to change in a text field that shows `before` so that it shows `after`; empty where both look the same.
///
/// Texts of equally many lines are compared line by line, so that what stands between two changes stays untouched.
pub fn changes_between(before: &str, after: &str) -> Vec<Change> {
    let (before, after) = (&*as_shown(before), &*as_shown(after));
    if before == after {
        return Vec::new();
    }
    let count = |text: &str| text.matches('\n').count();
    if count(before) != count(after) {
        return Vec::from_iter(change_between(before, after, 0));
    }
    let mut start = 0;
    let lines = before.split('\n').zip(after.split('\n'));
    let changes = lines.filter_map(|(before, after)| {
        let change = change_between(before, after, start);
        start += utf16_len(before) + 1;
        change
    });
    changes.collect()
}

fn change_between(before: &str, after: &str, start: usize) -> Option<Change> {
    if before == after {
        return None;
    }
    let prefix = common_len(before.chars(), after.chars());
    let (before, after, start) = (
        &before[prefix..],
        &after[prefix..],
        start + utf16_len(&before[..prefix]),
    );
    let suffix = common_len(before.chars().rev(), after.chars().rev());
    let insert = after[..after.len() - suffix].to_owned();
    Some(Change {
        from: start,
        to: start + utf16_len(&before[..before.len() - suffix]),
        insert,
    })
}

fn common_len(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>) -> usize {
    let common = one.zip(other).take_while(|(one, other)| one == other);
    common.map(|(one, _)| one.len_utf8()).sum()
}

fn utf16_len(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.chars().map(char::len_utf16).sum()
    }
}

/// The text as a text field gives it back: each line break an LF.
fn as_shown(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The line break that a text uses first; LF where it has none.
fn line_break(text: &str) -> &'static str {
    let first = text.find(['\r', '\n']).map_or("", |at| &text[at..]);
    ["\r\n", "\r"]
        .into_iter()
        .find(|kind| first.starts_with(kind))
        .unwrap_or("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Characters of one to four bytes and one or two units, and every kind of line break.
    const ALPHABET: [&str; 9] = ["a", "\"", "é", "\u{2028}", "😀", "\r\n", "\n", "\r", " "];

    /// A text of `length` pieces, the same for the same seed.
    fn text_from(seed: u64, length: usize) -> String {
        let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut piece = || {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            ALPHABET[(state % ALPHABET.len() as u64) as usize]
        };
        (0..length).map(|_| piece()).collect()
    }

    fn texts() -> impl Iterator<Item = String> {
        (1..300).map(|seed| text_from(seed, seed as usize))
    }

    fn naive_position(text: &str, byte: usize) -> usize {
        as_shown(&text[..byte]).encode_utf16().count()
    }

    fn is_inside_a_line_break(text: &str, byte: usize) -> bool {
        text[..byte].ends_with('\r') && text[byte..].starts_with('\n')
    }

    fn borders(text: &str) -> impl Iterator<Item = usize> {
        (0..=text.len())
            .filter(|byte| text.is_char_boundary(*byte) && !is_inside_a_line_break(text, *byte))
    }

    fn shown_after(before: &str, changes: &[Change]) -> String {
        let mut units: Vec<u16> = as_shown(before).encode_utf16().collect();
        for change in changes.iter().rev() {
            units.splice(change.from..change.to, change.insert.encode_utf16());
        }
        String::from_utf16(&units).unwrap()
    }

    #[test]
    fn agrees_with_counting_by_hand_in_both_directions() {
        for text in texts() {
            let positions = Positions::new(&text);
            for byte in borders(&text) {
                assert_eq!(
                    positions.position(byte),
                    naive_position(&text, byte),
                    "byte {byte} of {text:?}"
                );
                assert_eq!(
                    positions.byte(positions.position(byte)),
                    byte,
                    "byte {byte} of {text:?}"
                );
            }
            assert_eq!(
                positions.end(),
                as_shown(&text).encode_utf16().count(),
                "{text:?}"
            );
        }
    }

    #[test]
    fn counts_the_inside_of_a_character_as_the_border_before_it() {
        let positions = Positions::new("a😀b\r\nc");
        let found: Vec<usize> = (0..=9).map(|byte| positions.position(byte)).collect();
        assert_eq!(found, [0, 1, 1, 1, 1, 3, 4, 4, 5, 6]);
        let found: Vec<usize> = (0..=7).map(|position| positions.byte(position)).collect();
        assert_eq!(found, [0, 1, 1, 5, 6, 8, 9, 9]);
    }

    #[test]
    fn counts_a_place_behind_the_text_as_its_end() {
        for text in ["", "abc", "é\r\n"] {
            let positions = Positions::new(text);
            assert_eq!(positions.position(99), positions.end(), "{text:?}");
            assert_eq!(positions.byte(99), text.len(), "{text:?}");
        }
    }

    #[test]
    fn what_the_field_shows_after_the_changes_is_what_was_wanted() {
        for (before, after) in texts().zip(texts().skip(1)) {
            assert_eq!(
                shown_after(&before, &changes_between(&before, &after)),
                as_shown(&after)
            );
        }
    }

    #[test]
    fn edits_made_from_changes_look_like_the_changed_field() {
        for (seed, before) in (1..).zip(texts()) {
            let end = Positions::new(&before).end();
            let (first, second) = (seed % (end + 1), end - end / 3);
            let (from, to) = (first.min(second), first.max(second));
            let snapped = Positions::new(&before);
            let (from, to) = (
                snapped.position(snapped.byte(from)),
                snapped.position(snapped.byte(to)),
            );
            let changes = [Change {
                from,
                to,
                insert: as_shown(&text_from(seed as u64 + 1000, 4)).into_owned(),
            }];
            if let Some(edits) = edits_from_changes(&before, &changes) {
                let after = edits.apply(&before).unwrap();
                assert_eq!(
                    as_shown(&after),
                    shown_after(&before, &changes),
                    "{before:?}"
                );
            } else {
                assert!(before.contains('\r'), "{before:?}");
            }
        }
    }

    #[test]
    fn writes_new_lines_the_way_the_text_does() {
        let edited = |before: &str| {
            let insert = "x\ny".to_owned();
            edits_from_changes(
                before,
                &[Change {
                    from: 1,
                    to: 2,
                    insert,
                }],
            )
            .unwrap()
            .apply(before)
        };
        assert_eq!(edited("a\r\nb").as_deref(), Some("ax\r\nyb"));
        assert_eq!(edited("a\rb").as_deref(), Some("ax\ryb"));
        assert_eq!(edited("a\nb").as_deref(), Some("ax\nyb"));
        assert_eq!(edited("abc").as_deref(), Some("ax\nyc"));
    }

    #[test]
    fn refuses_to_join_two_line_breaks_into_one() {
        let removal = Change {
            from: 2,
            to: 3,
            insert: String::new(),
        };
        assert_eq!(edits_from_changes("a\rb\nc", &[removal]), None);
    }

    #[test]
    fn touches_only_the_lines_that_differ() {
        let before = "{\n  \"😀\": \"XXX\",\n  \"b\": 1\n  \"c\": \"XXX\"\n}";
        let after = "{\n  \"😀\": \"12\",\n  \"b\": 1,\n  \"c\": \"12\"\n}";
        let change = |from, to, insert: &str| Change {
            from,
            to,
            insert: insert.to_owned(),
        };
        let expected = [
            change(11, 14, "12"),
            change(25, 25, ","),
            change(34, 37, "12"),
        ];
        assert_eq!(changes_between(before, after), expected);
    }

    #[test]
    fn sees_no_change_in_other_line_breaks() {
        assert_eq!(changes_between("a\r\nb\rc", "a\nb\nc"), []);
    }
}
