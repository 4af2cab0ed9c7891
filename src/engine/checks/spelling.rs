//! Which known word a misspelt one was meant to be.

/// Words longer than this are not compared.
const LONGEST_WORD: usize = 40;

/// The candidate nearest to the word, the case of letters aside; `None` where none is near.
///
/// Near means one or two letters changed, added or left out, and no more than a third of the word.
/// Of several equally near, the first is taken.
pub(super) fn nearest<'c>(
    word: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    if word.len() > LONGEST_WORD {
        return None;
    }
    let letters = word.chars().count();
    let limit = (letters / 3).min(2);
    let is_as_long = |candidate: &&str| candidate.chars().count().abs_diff(letters) <= limit;
    let with_distance = candidates
        .into_iter()
        .filter(is_as_long)
        .map(|candidate| (distance(word, candidate), candidate));
    with_distance
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, near)| near)
}

/// How many letters must be changed, added or left out to get from one word to the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().flat_map(char::to_lowercase).collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for letter in from.chars().flat_map(char::to_lowercase) {
        let mut diagonal = row.first().copied().unwrap_or_default();
        let mut left = diagonal + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, other) in row.iter_mut().skip(1).zip(&to) {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = *cell;
            left = changed.min(left + 1).min(*cell + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_letters_between_two_words() {
        for (from, to, letters) in [
            ("", "abc", 3),
            ("abc", "", 3),
            ("Action", "action", 0),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(distance(from, to), letters, "{from} {to}");
        }
    }

    #[test]
    fn finds_the_word_that_was_meant_and_nothing_far_away() {
        let known = ["Action", "Effect", "Resource", "Sid"];
        for (word, meant) in [
            ("Actions", Some("Action")),
            ("Efect", Some("Effect")),
            ("resuorce", Some("Resource")),
            ("Id", None),
            ("Comment", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, known), meant, "{word}");
        }
        assert_eq!(nearest(&"Action".repeat(100_000), known), None);
    }
}
