//! `@@@PLACEHOLDER@@@`, `@@NAME@@` and `@NAME@`, which build tools and docs sites replace.

use super::{Dialect, Reading, between, is_long, is_name};

pub(super) static DIALECT: Dialect = Dialect {
    opens_with: &['@'],
    read,
};

const SIGNS: [&str; 3] = ["@@@", "@@", "@"];

/// Between single signs only capitals count: an address of mail has one, too.
fn read(text: &str) -> Option<Reading<'_>> {
    let signs = SIGNS.iter().find(|signs| text.starts_with(**signs))?;
    let (inside, len) = between(text, signs, signs)?;
    let name = inside.trim();
    let is_loud = signs.len() > 1 || !name.contains(|c: char| c.is_lowercase() || c == ' ');
    let more = text.get(len..)?.starts_with('@');
    (is_name(name) && is_long(name) && is_loud && !more).then_some(Reading {
        len,
        name,
        whose: None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::reads;
    use super::DIALECT;

    #[test]
    fn reads_names_between_as_many_signs_on_both_sides() {
        reads(
            &DIALECT,
            &[
                ("@@@PLACEHOLDER@@@¦/*", Some("PLACEHOLDER")),
                ("@@bucket-name@@", Some("bucket-name")),
                ("@ACCOUNT_ID@¦:role", Some("ACCOUNT_ID")),
                ("@@@버킷@@@", Some("버킷")),
            ],
        );
    }

    #[test]
    fn leaves_addresses_of_mail_alone() {
        let texts = [
            "@acme.dev",
            "@acme.dev, jo@",
            "@@@A@@",
            "@@@@",
            "@1@",
            "@@A@@@",
            "@",
        ];
        reads(&DIALECT, &texts.map(|text| (text, None)));
    }
}
