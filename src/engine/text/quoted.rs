//! How text of the user appears inside a sentence.

/// The most characters of the user's text that a message repeats.
const MOST_CHARACTERS: usize = 80;

/// The text in backticks, on one line, its middle left out where it is long.
pub fn quoted(text: &str) -> String {
    quoted_within(text, MOST_CHARACTERS)
}

/// The text in backticks, on one line, its middle left out where it has more than so many characters.
pub fn quoted_within(text: &str, most: usize) -> String {
    let mut characters: Vec<char> = text
        .chars()
        .map(|one| if one.is_control() { ' ' } else { one })
        .collect();
    if characters.len() > most {
        let half = most / 2;
        let end = characters.split_off(characters.len() - half);
        characters.truncate(half);
        characters.push('…');
        characters.extend(end);
    }
    let shown: String = characters
        .into_iter()
        .map(|one| if one == '`' { '\'' } else { one })
        .collect();
    format!("`{shown}`")
}

/// Several texts in backticks, joined for a sentence: `a`, `b` and `c`.
pub fn listed<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    joined(texts.into_iter().map(quoted).collect(), 0, "and")
}

/// Parts of a sentence joined by commas, the last one by a word such as `and`; where `more` are left out, how many comes last.
pub fn joined(mut parts: Vec<String>, more: usize, word: &str) -> String {
    if more > 0 {
        parts.push(format!("{more} more"));
    }
    let last = parts.pop().unwrap_or_default();
    if parts.is_empty() {
        last
    } else {
        format!("{} {word} {last}", parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_quoted_text_short_and_on_one_line() {
        assert_eq!(quoted("s3:Get\nObject`"), "`s3:Get Object'`");
        let long = quoted(&"é".repeat(10_000));
        assert_eq!(long.chars().count(), MOST_CHARACTERS + 3);
        assert!(long.contains('…'));
    }

    #[test]
    fn joins_names_as_a_sentence_does() {
        assert_eq!(listed([]), "");
        assert_eq!(listed(["a"]), "`a`");
        assert_eq!(listed(["a", "b", "c"]), "`a`, `b` and `c`");
        let parts = || ["a", "b"].map(String::from).to_vec();
        assert_eq!(joined(parts(), 0, "or"), "a or b");
        assert_eq!(joined(parts(), 3, "or"), "a, b or 3 more");
    }
}
