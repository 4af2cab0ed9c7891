//! Text broken into lines.

/// The most characters of a line, unless one word is longer.
const WIDTH: usize = 92;

/// The text in lines, the first behind `first`, the others indented as far.
///
/// What stands in backticks is never broken.
pub fn wrapped(first: &str, text: &str) -> String {
    let indent = " ".repeat(first.chars().count());
    let mut lines = String::new();
    let mut line = first.to_owned();
    let mut is_empty = true;
    for word in words(text) {
        let length = line.chars().count() + 1 + word.chars().count();
        if !is_empty && length > WIDTH {
            lines.push_str(line.trim_end());
            lines.push('\n');
            line.clone_from(&indent);
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    lines.push_str(line.trim_end());
    lines.push('\n');
    lines
}

/// The words of a text; what stands in backticks is part of one word.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut is_quoted = false;
    let at_blanks = text.split(move |letter: char| {
        is_quoted ^= letter == '`';
        letter == ' ' && !is_quoted
    });
    at_blanks.filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breaks_lines_between_words_and_never_inside_backticks() {
        assert_eq!(wrapped("- ", "a b"), "- a b\n");
        assert_eq!(wrapped("- ", ""), "-\n");
        let quoted = format!("`{}`", "a ".repeat(30));
        assert_eq!(
            wrapped("- ", &format!("{quoted} and {quoted}, and so on")),
            format!("- {quoted} and\n  {quoted}, and so on\n")
        );
    }
}
