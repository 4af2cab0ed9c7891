//! The ways to write a stand-in so that it shows anywhere in a text, one file each.

/// One way to write stand-ins.
pub(super) struct Dialect {
    /// The signs that such a stand-in can begin with.
    pub opens_with: &'static [char],
    /// Reads the stand-in at the very start of the text, in time bounded by [`LONGEST`].
    pub read: fn(&str) -> Option<Reading<'_>>,
}

/// A stand-in that was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reading<'t> {
    /// Its bytes with its brackets.
    pub len: usize,
    /// The name in it as written, without brackets and blanks around it; empty where it has none.
    pub name: &'t str,
    /// Whose way of writing it is, where that is worth saying: "a shell variable".
    pub whose: Option<&'static str>,
}

/// The most bytes a stand-in has between its brackets.
pub(super) const LONGEST: usize = 200;

macro_rules! dialects {
    ($($module:ident),* $(,)?) => {
        $(mod $module;)*

        /// Every dialect; of several that read something at one place, the first counts.
        pub(super) static DIALECTS: &[&Dialect] = &[$(&$module::DIALECT),*];
    };
}

dialects![
    angle_brackets,
    at_signs,
    braces,
    cloudformation_tag,
    dollar_braces,
    dollar_name,
    dollar_parentheses,
    double_braces,
    double_parentheses,
    hash_braces,
    percent_signs,
    square_brackets,
    underscores,
];

/// The first [`LONGEST`] bytes, or a few less so that no character is cut.
fn near(text: &str) -> &str {
    let end = (0..=LONGEST.min(text.len()))
        .rev()
        .find(|end| text.is_char_boundary(*end));
    end.and_then(|end| text.get(..end)).unwrap_or_default()
}

/// What stands between the opening and the next closing sign, and the length of all three.
fn between<'t>(text: &'t str, open: &str, close: &str) -> Option<(&'t str, usize)> {
    let rest = text.strip_prefix(open)?;
    let (inside, _) = near(rest).split_once(close)?;
    Some((inside, open.len() + inside.len() + close.len()))
}

/// Whether the text reads like a name or like words about one: it begins with a letter or digit, and has a letter.
fn is_wording(name: &str) -> bool {
    let is_allowed = |c: char| c.is_alphanumeric() || " _-.,'/()&|".contains(c);
    name.starts_with(char::is_alphanumeric)
        && name.chars().all(is_allowed)
        && name.chars().any(char::is_alphabetic)
}

/// Whether the text is one name: letters of any script, digits, `_`, `-`, dots and blanks between them.
fn is_name(name: &str) -> bool {
    let is_allowed = |c: char| c.is_alphanumeric() || " _-.".contains(c);
    name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && name.ends_with(|c: char| c.is_alphanumeric() || c == '_')
        && name.chars().all(is_allowed)
}

/// Whether the name is longer than one character, so that it is not just any letter between two signs.
fn is_long(name: &str) -> bool {
    name.chars().nth(1).is_some()
}

fn is_word_character(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Each text is read up to the mark `¦`, or to its end, and gives the name; `None` for one that is not read.
#[cfg(test)]
fn reads(dialect: &Dialect, cases: &[(&str, Option<&str>)]) {
    for (marked, name) in cases {
        let text = marked.replace('¦', "");
        let len = marked.find('¦').unwrap_or(text.len());
        let reading = (dialect.read)(&text).map(|reading| (reading.len, reading.name));
        assert_eq!(reading, name.map(|name| (len, name)), "{marked}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_cuts_no_character() {
        let text = format!("a{}", "é".repeat(LONGEST));
        assert_eq!(near(&text).len(), LONGEST - 1);
        assert_eq!(near("short"), "short");
    }

    #[test]
    fn every_dialect_says_what_it_opens_with() {
        for dialect in DIALECTS {
            assert!(!dialect.opens_with.is_empty());
        }
    }
}
