//! Which entries of a list cover one another, found without comparing each with each.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::engine::policy::{covers, has_wildcard};

/// How much comparing one policy is worth, counted as the product of the lengths of the two texts.
///
/// Some 70,000 comparisons of ordinary ARNs: enough for any policy AWS would take, and little beside a hostile one.
pub(super) const MOST_COMPARING: usize = 1 << 28;

/// Entries of which each covers another one, or is covered by one; by their places in the list.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// Those that nothing else covers, and of equal ones the first.
    pub kept: Vec<usize>,
    /// Those that may go.
    pub superfluous: Vec<usize>,
}

impl Group {
    /// All places in the order of the list.
    pub fn all(&self) -> Vec<usize> {
        let mut all = [self.kept.as_slice(), &self.superfluous].concat();
        all.sort_unstable();
        all
    }
}

/// The groups of two and more, in the order of their first entries; `effort` is what may still be spent on comparing.
pub(super) fn groups(texts: &[String], effort: &mut usize) -> Vec<Group> {
    let sorted = Sorted::new(texts);
    let mut links = Links::new(sorted.texts.len());
    for (place, text) in sorted.texts.iter().enumerate() {
        let reach = sorted.reach(text);
        if reach.is_tail_star {
            links.cover_all(reach.range);
            continue;
        }
        for other in reach.range.filter(|other| *other != place) {
            let candidate = sorted.texts.get(other).map_or("", String::as_str);
            let Some(left) = effort.checked_sub(text.len() * candidate.len()) else {
                break;
            };
            *effort = left;
            if covers(text, candidate) {
                links.cover(place, other);
            }
        }
    }
    sorted.gather(&links.finish(&sorted))
}

/// The different texts of a list in alphabetical order, each with the places where it stands.
struct Sorted {
    texts: Vec<String>,
    places: Vec<Vec<usize>>,
}

/// The texts that a pattern may cover: those that begin like it.
struct Reach {
    range: Range<usize>,
    /// Whether all of them are covered, as the pattern's only wildcard is a star at its end.
    is_tail_star: bool,
}

impl Sorted {
    fn new(texts: &[String]) -> Self {
        let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (place, text) in texts.iter().enumerate() {
            places.entry(single_stars(text)).or_default().push(place);
        }
        let (texts, places) = places.into_iter().unzip();
        Self { texts, places }
    }

    fn reach(&self, pattern: &str) -> Reach {
        let (prefix, rest) = match pattern.find(['*', '?']) {
            Some(wildcard) => pattern.split_at(wildcard),
            None => (pattern, ""),
        };
        let start = self.texts.partition_point(|text| text.as_str() < prefix);
        let after = self.texts.get(start..).unwrap_or_default();
        let length = match has_wildcard(pattern) {
            true => after.partition_point(|text| text.starts_with(prefix)),
            false => 0,
        };
        Reach {
            range: start..start + length,
            is_tail_star: rest == "*",
        }
    }

    /// The groups, from the root and whether it is covered of each text.
    fn gather(&self, linked: &[(usize, bool)]) -> Vec<Group> {
        let mut by_root: BTreeMap<usize, Group> = BTreeMap::new();
        for (places, (root, is_covered)) in self.places.iter().zip(linked) {
            let group = by_root.entry(*root).or_insert(Group {
                kept: Vec::new(),
                superfluous: Vec::new(),
            });
            let (kept, superfluous) = places.split_at(usize::from(!is_covered));
            group.kept.extend(kept);
            group.superfluous.extend(superfluous);
        }
        let mut groups: Vec<Group> = by_root
            .into_values()
            .filter(|group| !group.superfluous.is_empty())
            .collect();
        for group in &mut groups {
            group.kept.sort_unstable();
            group.superfluous.sort_unstable();
        }
        groups.sort_by_key(|group| group.all().first().copied());
        groups
    }
}

/// The pattern with one star where several stand in a row: two patterns that cover each other are then equal.
fn single_stars(pattern: &str) -> String {
    let mut text = String::with_capacity(pattern.len());
    for character in pattern.chars() {
        if character != '*' || !text.ends_with('*') {
            text.push(character);
        }
    }
    text
}

/// Which texts hang together, and which are covered.
struct Links {
    /// The way to each text's root.
    parents: Vec<usize>,
    covered: Vec<bool>,
    /// By place, how many ranges that one text covers begin here, less those that have ended.
    begun: Vec<isize>,
    /// By place, how many of those ranges go on to the next text.
    joined: Vec<isize>,
}

impl Links {
    fn new(count: usize) -> Self {
        Self {
            parents: (0..count).collect(),
            covered: vec![false; count],
            begun: vec![0; count + 1],
            joined: vec![0; count + 1],
        }
    }

    fn cover(&mut self, place: usize, other: usize) {
        self.join(place, other);
        if let Some(covered) = self.covered.get_mut(other) {
            *covered = true;
        }
    }

    /// Notes that one text of the range covers all of it, itself included.
    fn cover_all(&mut self, range: Range<usize>) {
        add(&mut self.begun, range.start, 1);
        add(&mut self.begun, range.end, -1);
        add(&mut self.joined, range.start, 1);
        add(&mut self.joined, range.end.saturating_sub(1), -1);
    }

    fn root(&mut self, mut place: usize) -> usize {
        while let Some(parent) = self.parents.get(place).copied().filter(|up| *up != place) {
            let grandparent = self.parents.get(parent).copied().unwrap_or(parent);
            if let Some(way) = self.parents.get_mut(place) {
                *way = grandparent;
            }
            place = grandparent;
        }
        place
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        if let Some(parent) = self.parents.get_mut(one.max(other)) {
            *parent = one.min(other);
        }
    }

    /// The root of each text, and whether it is covered by another.
    fn finish(mut self, sorted: &Sorted) -> Vec<(usize, bool)> {
        let (mut open, mut onward) = (0, 0);
        let mut linked = Vec::with_capacity(sorted.texts.len());
        for (place, text) in sorted.texts.iter().enumerate() {
            open += self.begun.get(place).copied().unwrap_or_default();
            if onward > 0 {
                self.join(place - 1, place);
            }
            onward += self.joined.get(place).copied().unwrap_or_default();
            let covers_itself = isize::from(sorted.reach(text).is_tail_star);
            let by_pattern = self.covered.get(place).copied().unwrap_or_default();
            linked.push((place, by_pattern || open > covers_itself));
        }
        linked
            .into_iter()
            .map(|(place, is_covered)| (self.root(place), is_covered))
            .collect()
    }
}

fn add(counts: &mut [isize], place: usize, change: isize) {
    if let Some(count) = counts.get_mut(place) {
        *count += change;
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn found(texts: &[&str]) -> Vec<(Vec<usize>, Vec<usize>)> {
        let texts: Vec<String> = texts.iter().map(|text| text.to_string()).collect();
        groups(&texts, &mut MOST_COMPARING.clone())
            .into_iter()
            .map(|group| (group.kept, group.superfluous))
            .collect()
    }

    #[test]
    fn groups_what_hangs_together_and_keeps_the_widest() {
        type Expected<'e> = &'e [(&'e [usize], &'e [usize])];
        let table: [(&[&str], Expected); 10] = [
            (&["a", "b", "ab"], &[]),
            (&["a", "b", "a"], &[(&[0], &[2])]),
            (&["b", "ab", "a*", "abc"], &[(&[2], &[1, 3])]),
            (&["*", "a*", "ab*", "x"], &[(&[0], &[1, 2, 3])]),
            (&["a**", "a*", "a"], &[(&[0], &[1, 2])]),
            (&["*b", "a*", "ab", "c"], &[(&[0, 1], &[2])]),
            (&["a*", "b", "b*", "a"], &[(&[0], &[3]), (&[2], &[1])]),
            (&["a?", "a*b", "ax", "axb"], &[(&[0], &[2]), (&[1], &[3])]),
            (&["a?", "a*"], &[(&[1], &[0])]),
            (&["a*c", "a*", "abc", "abc"], &[(&[1], &[0, 2, 3])]),
        ];
        for (texts, expected) in table {
            let expected: Vec<_> = expected
                .iter()
                .map(|(kept, superfluous)| (kept.to_vec(), superfluous.to_vec()))
                .collect();
            assert_eq!(found(texts), expected, "{texts:?}");
        }
    }

    /// All lists of up to four patterns from a few, against the plain definition.
    #[test]
    fn agrees_with_comparing_each_with_each() {
        let few = ["a", "ab", "a*", "*b", "a?", "*", "b"];
        let choices = few.len() + 1;
        for number in 0..choices.pow(4) {
            let picked =
                (0..4u32).filter_map(|digit| few.get(number / choices.pow(digit) % choices));
            let list: Vec<&str> = picked.copied().collect();
            let covered = |place: usize, other: usize| {
                let (one, two) = (list.get(place).unwrap(), list.get(other).unwrap());
                place != other && covers(two, one) && (one != two || other < place)
            };
            let expected: Vec<usize> = (0..list.len())
                .filter(|place| (0..list.len()).any(|other| covered(*place, other)))
                .collect();
            let mut superfluous: Vec<usize> =
                found(&list).into_iter().flat_map(|(_, all)| all).collect();
            superfluous.sort_unstable();
            assert_eq!(superfluous, expected, "{list:?}");
        }
    }

    #[test]
    fn hostile_lists_end_the_comparing_and_not_the_page() {
        let nested: Vec<String> = (0..20_000)
            .map(|count| format!("{}*", "a".repeat(count % 900)))
            .collect();
        assert_eq!(groups(&nested, &mut MOST_COMPARING.clone()).len(), 1);
        let stars: Vec<String> = (0..20_000).map(|count| format!("*{count}*")).collect();
        let mut effort = 1_000_000;
        groups(&stars, &mut effort);
        assert!(effort < 100);
    }
}
