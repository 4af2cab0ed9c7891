//! Access key IDs: `AKIA` or `ASIA` and sixteen more capitals or digits.

use super::word::{Word, words};
use crate::engine::text::Span;

const LEN: usize = 20;

/// The access key IDs of the text in its order, those of AWS's documentation left out.
pub(super) fn find(text: &str) -> Vec<Span> {
    words(text, |byte| byte.is_ascii_alphanumeric(), LEN)
        .filter(|word| word.len == LEN && is_key_id(text, word))
        .map(|word| word.span)
        .collect()
}

fn is_key_id(text: &str, word: &Word) -> bool {
    let decoded = word.decoded(text);
    let Some(rest) = decoded
        .strip_prefix("AKIA")
        .or_else(|| decoded.strip_prefix("ASIA"))
    else {
        return false;
    };
    let well_formed = rest
        .bytes()
        .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    well_formed && !rest.ends_with("EXAMPLE") && !is_one_character_repeated(rest)
}

/// `XXXXXXXX` stands for something; no key looks like this.
pub(super) fn is_one_character_repeated(word: &str) -> bool {
    let mut bytes = word.bytes();
    bytes
        .next()
        .is_some_and(|first| bytes.all(|byte| byte == first))
}
