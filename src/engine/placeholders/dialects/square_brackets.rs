//! `[bucket name]` and `[PRIVILEGED_ROLE]`.

use super::{Dialect, Reading, between, is_wording};

pub(super) static DIALECT: Dialect = Dialect {
    opens_with: &['['],
    read,
};

fn read(text: &str) -> Option<Reading<'_>> {
    let (open, close) = match text.starts_with("[[") {
        true => ("[[", "]]"),
        false => ("[", "]"),
    };
    let (inside, len) = between(text, open, close)?;
    let name = inside.trim();
    let letters = name.chars().filter(|c| c.is_alphanumeric()).count();
    (is_wording(name) && letters >= 2 && !is_set(name)).then_some(Reading {
        len,
        name,
        whose: None,
    })
}

/// A set of characters, as patterns of other languages have it: `a-z`, `A-Za-z0-9`.
fn is_set(name: &str) -> bool {
    let bytes = name.as_bytes();
    let is_range = |range: &[u8]| matches!(range, [first, b'-', last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric());
    bytes.len().is_multiple_of(3) && bytes.chunks(3).all(is_range)
}

#[cfg(test)]
mod tests {
    use super::super::reads;
    use super::DIALECT;

    #[test]
    fn reads_names_and_words_about_one() {
        reads(
            &DIALECT,
            &[
                ("[bucket name]¦/*", Some("bucket name")),
                ("[bucket-name]", Some("bucket-name")),
                ("[PRIVILEGED_ROLE]", Some("PRIVILEGED_ROLE")),
                ("[optional prefix]¦/AWSLogs", Some("optional prefix")),
                ("[버킷명]", Some("버킷명")),
                ("[[account]]", Some("account")),
                ("[a-b-c]", Some("a-b-c")),
            ],
        );
    }

    #[test]
    fn leaves_sets_and_numbers_alone() {
        let texts = [
            "[]",
            "[ ]",
            "[x]",
            "[0]",
            "[0-9]",
            "[a-zA-Z0-9]",
            "[^ab]",
            "[ab",
            "[\"ab\"]",
        ];
        reads(&DIALECT, &texts.map(|text| (text, None)));
    }
}
