//! `%NAME%` of Windows, `%(name)s`, `%{name}` and the bare `%s` that programs format.

use super::{Dialect, Reading, between, is_long, is_name, is_word_character};

pub(super) static DIALECT: Dialect = Dialect {
    opens_with: &['%'],
    read,
};

fn read(text: &str) -> Option<Reading<'_>> {
    pair(text).or_else(|| keyed(text)).or_else(|| verb(text))
}

/// `%NAME%` and `%%name%%`; between single signs only capitals count, because `%2Fa%` is half of an address.
fn pair(text: &str) -> Option<Reading<'_>> {
    let signs = if text.starts_with("%%") { "%%" } else { "%" };
    let (name, len) = between(text, signs, signs)?;
    let is_loud = signs == "%%" || !name.contains(|c: char| c.is_lowercase() || c == ' ');
    let is_code = name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_name(name) && is_long(name) && is_loud && !is_code).then_some(Reading {
        len,
        name,
        whose: None,
    })
}

fn keyed(text: &str) -> Option<Reading<'_>> {
    let (name, len) = between(text, "%(", ")s")
        .or_else(|| between(text, "%(", ")d"))
        .or_else(|| between(text, "%{", "}"))?;
    is_name(name).then_some(Reading {
        len,
        name,
        whose: Some("a format string's gap"),
    })
}

/// `%s`, `%d`, `%v`, `%1$s`: nothing that is part of a longer word, and no percent code such as `%da`.
fn verb(text: &str) -> Option<Reading<'_>> {
    let rest = text.strip_prefix('%')?;
    let position = rest.split_once('$').map(|(number, _)| number);
    let position = position
        .filter(|number| number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_digit()));
    let skipped = position.map_or(0, |number| number.len() + 1);
    let rest = rest.get(skipped..)?;
    let is_verb = rest.starts_with(['s', 'd', 'v', 'q', 'i']);
    let ends = !rest.get(1..)?.starts_with(is_word_character);
    (is_verb && ends).then_some(Reading {
        len: "%".len() + skipped + 1,
        name: "",
        whose: Some("a format string's gap"),
    })
}

#[cfg(test)]
mod tests {
    use super::super::reads;
    use super::DIALECT;

    #[test]
    fn reads_names_and_gaps() {
        reads(
            &DIALECT,
            &[
                ("%ACCOUNT_ID%¦:role", Some("ACCOUNT_ID")),
                ("%%bucket-name%%", Some("bucket-name")),
                ("%(account)s¦/*", Some("account")),
                ("%{bucket_name}", Some("bucket_name")),
                ("%s¦:role", Some("")),
                ("%d¦/%s", Some("")),
                ("%1$s¦/*", Some("")),
            ],
        );
    }

    #[test]
    fn leaves_percent_codes_and_percentages_alone() {
        let texts = [
            "%2Fhome%2F",
            "%da",
            "%C3%A9",
            "%C3%",
            "%secret",
            "% ",
            "%",
            "%%",
            "100%",
        ];
        reads(&DIALECT, &texts.map(|text| (text, None)));
    }
}
