//! What copying from web pages and documents leaves in a value.

/// The value as it was meant: without blanks, quotes and invisible characters around it, and without invisible ones inside.
///
/// The comma behind a quoted entry of a list goes with its quotes.
pub(super) fn clean(typed: &str) -> String {
    let visible: String = typed.chars().filter(|c| !is_invisible(*c)).collect();
    let value = visible.trim();
    let unlisted = value.strip_suffix(',').unwrap_or(value);
    let is_quoted =
        unlisted.len() > 2 && unlisted.starts_with(is_quote) && unlisted.ends_with(is_quote);
    match is_quoted {
        true => unlisted.trim_matches(is_quote).trim().to_string(),
        false => value.to_string(),
    }
}

/// Straight and curly quotes, and the backticks of Markdown.
fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '\u{2018}'..='\u{201F}')
}

/// Zero-width spaces, direction marks, the byte order mark and the soft hyphen.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// The hyphen and the dashes that word processors put in its place.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}'
    )
}

/// Digits of other scripts (full-width, Arabic, Persian, Devanagari) as ASCII; any other character as it is.
pub(super) fn ascii_digit(c: char) -> char {
    const ZEROS: [char; 4] = ['\u{FF10}', '\u{0660}', '\u{06F0}', '\u{0966}'];
    ZEROS
        .iter()
        .filter_map(|zero| u32::from(c).checked_sub(u32::from(*zero)))
        .find(|value| *value < 10)
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(c)
}

/// A character as a message can show it.
pub(super) fn quoted(c: char) -> String {
    match c {
        ' ' => "a blank".into(),
        '\t' => "a tab".into(),
        '\n' | '\r' => "a line break".into(),
        '`' => "a backtick".into(),
        c if c.is_control() => format!("a control character (U+{:04X})", u32::from(c)),
        c if c.is_whitespace() => format!("an unusual blank (U+{:04X})", u32::from(c)),
        c => format!("`{c}`"),
    }
}
