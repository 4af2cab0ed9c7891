//! How text from a policy appears in a message.

use crate::engine::syntax::NodeKind;

/// The most characters of the policy's text that a message repeats.
const MOST_CHARACTERS: usize = 80;

/// The text in backticks, on one line, its middle left out where it is long.
pub(super) fn quoted(text: &str) -> String {
    let mut characters: Vec<char> = text
        .chars()
        .map(|one| if one.is_control() { ' ' } else { one })
        .collect();
    if characters.len() > MOST_CHARACTERS {
        let half = MOST_CHARACTERS / 2;
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
pub(super) fn listed<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut quoted: Vec<String> = texts.into_iter().map(quoted).collect();
    let last = quoted.pop().unwrap_or_default();
    if quoted.is_empty() {
        last
    } else {
        format!("{} and {last}", quoted.join(", "))
    }
}

/// The type of a value, for a sentence: `a string`.
pub(super) fn described(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Object => "an object",
        NodeKind::Array => "a list",
        NodeKind::String => "a string",
        NodeKind::Number => "a number",
        NodeKind::True | NodeKind::False => "`true` or `false`",
        NodeKind::Null => "`null`",
        NodeKind::Member | NodeKind::Bare | NodeKind::Missing => "something else",
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
    }
}
