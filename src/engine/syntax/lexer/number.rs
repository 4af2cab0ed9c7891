//! Numbers and literals among unquoted words.

use super::super::token::TokenKind;

/// What an unquoted word is.
pub(super) fn word_kind(word: &str) -> TokenKind {
    match word {
        "true" => TokenKind::True,
        "false" => TokenKind::False,
        "null" => TokenKind::Null,
        _ if is_number(word) => TokenKind::Number,
        _ if word.eq_ignore_ascii_case("true") => TokenKind::True,
        _ if word.eq_ignore_ascii_case("false") => TokenKind::False,
        _ if word.eq_ignore_ascii_case("null") => TokenKind::Null,
        _ => TokenKind::Bare,
    }
}

/// Whether the word is a number in JSON's grammar that a double can hold.
pub(in super::super) fn is_number(word: &str) -> bool {
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let (whole, rest) = split_digits(unsigned);
    let whole_is_valid = !whole.is_empty() && (whole == "0" || !whole.starts_with('0'));
    let (fraction_is_valid, rest) = match rest.strip_prefix('.') {
        Some(fraction) => {
            let (digits, rest) = split_digits(fraction);
            (!digits.is_empty(), rest)
        }
        None => (true, rest),
    };
    whole_is_valid && fraction_is_valid && is_exponent(rest) && is_finite(word)
}

fn is_exponent(rest: &str) -> bool {
    let Some(exponent) = rest.strip_prefix(['e', 'E']) else {
        return rest.is_empty();
    };
    let (digits, rest) = split_digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent));
    !digits.is_empty() && rest.is_empty()
}

fn split_digits(text: &str) -> (&str, &str) {
    let end = text
        .bytes()
        .position(|byte| !byte.is_ascii_digit())
        .unwrap_or(text.len());
    text.split_at(end)
}

fn is_finite(word: &str) -> bool {
    word.parse::<f64>().is_ok_and(f64::is_finite)
}
