//! The words of a text.

use std::ops::Range;

/// The longest runs of letters, digits and underscores of ASCII, each with its bytes; those that touch a letter of another script are none.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let is_in_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(is_in_word)) {
        let start = at + start;
        let rest = text.get(start..).unwrap_or_default();
        let len = rest.find(|c| !is_in_word(c)).unwrap_or(rest.len());
        if rest.get(..len).is_some_and(str::is_ascii) {
            found.push(start..start + len);
        }
        at = start + len;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn cuts_a_text_into_words() {
        let text = "a_b-C1/é, x버:\u{A0}d";
        let cut: Vec<&str> = words(text)
            .into_iter()
            .filter_map(|range| text.get(range))
            .collect();
        assert_eq!(cut, ["a_b", "C1", "d"]);
    }
}
