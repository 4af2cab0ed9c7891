//! The errors in words: what is wrong, why it matters, what to do.

mod brackets;
mod contents;
mod punctuation;
mod spelling;
mod surroundings;

pub(super) use brackets::*;
pub(super) use punctuation::*;
pub(super) use spelling::spelling;
pub(super) use surroundings::*;

/// How much of a text is quoted in a message, in characters.
const MAX_QUOTED: usize = 60;

/// The text in backticks, shortened when it is long.
fn quoted(written: &str) -> String {
    match written.char_indices().nth(MAX_QUOTED) {
        Some((end, _)) => format!("`{}…`", written.get(..end).unwrap_or_default()),
        None => format!("`{written}`"),
    }
}
