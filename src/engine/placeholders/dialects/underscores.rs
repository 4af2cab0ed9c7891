//! `__ACCOUNT_ID__` and `_ACCOUNT_ID_`: words in capitals that no longer word goes on around.

use super::{Dialect, Reading, near};

pub(super) static DIALECT: Dialect = Dialect {
    opens_with: &['_'],
    read,
};

fn read(text: &str) -> Option<Reading<'_>> {
    let text = near(text);
    let len = text.bytes().take_while(|byte| is_in_word(*byte)).count();
    let word = text.get(..len)?;
    let name = word.trim_matches('_');
    let letters = name.bytes().filter(u8::is_ascii_uppercase).count();
    let goes_on = text.get(len..)?.starts_with(char::is_alphanumeric);
    (word.starts_with('_') && word.ends_with('_') && letters >= 2 && !goes_on).then_some(Reading {
        len,
        name,
        whose: None,
    })
}

fn is_in_word(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_'
}

#[cfg(test)]
mod tests {
    use super::super::reads;
    use super::DIALECT;

    #[test]
    fn reads_capitals_between_underscores() {
        reads(
            &DIALECT,
            &[
                ("_ACCOUNT_ID_¦:role", Some("ACCOUNT_ID")),
                ("__BUCKET__¦/*", Some("BUCKET")),
                ("_X1Y_", Some("X1Y")),
            ],
        );
    }

    #[test]
    fn leaves_parts_of_longer_words_alone() {
        let texts = ["_A", "_A_b", "_name_", "___", "_X_", "_Batch_", "A_B_"];
        reads(&DIALECT, &texts.map(|text| (text, None)));
    }
}
