//! The ways to write a stand-in so that it shows anywhere in a text, one file each.

/// One way to write stand-ins.
pub(super) struct Dialect {
    /// Whose way it is, where that is worth saying to the reader.
    pub name: Option<&'static str>,
    /// Reads the stand-in at the very start of the text, in time bounded by [`LONGEST`].
    pub read: fn(&str) -> Option<Reading<'_>>,
}

/// A stand-in that was read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reading<'t> {
    /// Its bytes with its brackets.
    pub len: usize,
    /// The name in it as written, without brackets and blanks around it.
    pub name: &'t str,
}

/// The most bytes a stand-in has between its brackets.
pub(super) const LONGEST: usize = 100;

macro_rules! dialects {
    ($($module:ident),* $(,)?) => {
        $(mod $module;)*

        /// Every dialect; of several that read something at one place, the first counts.
        pub(super) static DIALECTS: &[&Dialect] = &[$(&$module::DIALECT),*];
    };
}

dialects![angle_brackets, double_braces, shell_variable];

/// The first [`LONGEST`] bytes, or a few less so that no character is cut.
fn near(text: &str) -> &str {
    let end = (0..=LONGEST.min(text.len()))
        .rev()
        .find(|end| text.is_char_boundary(*end));
    end.and_then(|end| text.get(..end)).unwrap_or_default()
}

#[cfg(test)]
fn names<'t>(dialect: &Dialect, texts: &[&'t str]) -> Vec<Option<(usize, &'t str)>> {
    texts
        .iter()
        .map(|text| (dialect.read)(text).map(|reading| (reading.len, reading.name)))
        .collect()
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
}
