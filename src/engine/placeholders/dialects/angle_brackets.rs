//! `<bucket_name>`, `< BUCKET NAME >` and `<<BUCKET-NAME>>`.

use super::{Dialect, Reading, near};

pub(super) static DIALECT: Dialect = Dialect { name: None, read };

/// A pair of brackets as written; some encoders of JSON escape them.
const BRACKETS: [(&str, &str); 4] = [
    ("<<", ">>"),
    ("<", ">"),
    ("\\u003c", "\\u003e"),
    ("\\u003C", "\\u003E"),
];

fn read(text: &str) -> Option<Reading<'_>> {
    BRACKETS.iter().find_map(|(open, close)| {
        let (inside, _) = near(text.strip_prefix(open)?).split_once(close)?;
        let len = open.len() + inside.len() + close.len();
        let name = inside.trim();
        let more = text.get(len..)?.starts_with('>');
        (is_name(name) && !more).then_some(Reading { len, name })
    })
}

fn is_name(name: &str) -> bool {
    let is_allowed = |c: char| c.is_alphanumeric() || " _-.'".contains(c);
    name.starts_with(char::is_alphanumeric)
        && name.chars().all(is_allowed)
        && name.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::super::names;
    use super::DIALECT;

    #[test]
    fn reads_a_name_with_hyphens_underscores_and_blanks() {
        let texts = [
            "<bucket_name>/*",
            "<BUCKET-NAME>",
            "< CHUNK BUCKET NAME >",
            "<<BUCKET>>",
            "<12-digit-account-id>",
            "<your bucket's name>",
            "<버킷명>",
            "\\u003cbucket\\u003e",
        ];
        let expected = [
            (13, "bucket_name"),
            (13, "BUCKET-NAME"),
            (21, "CHUNK BUCKET NAME"),
            (10, "BUCKET"),
            (21, "12-digit-account-id"),
            (20, "your bucket's name"),
            (11, "버킷명"),
            (18, "bucket"),
        ];
        assert_eq!(names(&DIALECT, &texts), expected.map(Some));
    }

    #[test]
    fn leaves_everything_else_between_such_signs_alone() {
        let texts = [
            "<>",
            "< >",
            "<-",
            "<aws:username>",
            "<a",
            "<a\"b>",
            "<1>",
            "<<<a>>>",
            "<<a>",
            "<a>>",
            "a<b>",
        ];
        assert_eq!(names(&DIALECT, &texts), texts.map(|_| None));
    }
}
