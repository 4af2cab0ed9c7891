//! The lines that a stretch of text has to itself.

use super::Span;

/// The lines on which the span stands, with their last line break, when nothing but blanks stands there beside it.
pub fn own_lines(text: &str, span: Span) -> Option<Span> {
    let before = text.get(..span.start)?;
    let after = text.get(span.end..)?;
    let indented = before.trim_end_matches([' ', '\t']);
    let rest = after.trim_start_matches([' ', '\t']);
    let line_break = match rest.as_bytes() {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        [] => 0,
        _ => return None,
    };
    let begins_line = indented.is_empty() || indented.ends_with(['\n', '\r']);
    begins_line.then(|| Span::new(indented.len(), text.len() - rest.len() + line_break))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_indent_and_the_line_break_along() {
        let text = "a\n  b\r\n\tc ";
        assert_eq!(own_lines(text, Span::new(0, 1)), Some(Span::new(0, 2)));
        assert_eq!(own_lines(text, Span::new(4, 5)), Some(Span::new(2, 7)));
        assert_eq!(own_lines(text, Span::new(8, 9)), Some(Span::new(7, 10)));
    }

    #[test]
    fn a_line_that_is_shared_is_nobodys_own() {
        assert_eq!(own_lines("a b\n", Span::new(0, 1)), None);
        assert_eq!(own_lines("a b\n", Span::new(2, 3)), None);
    }
}
