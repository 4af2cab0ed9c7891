//! Numbers and literals among unquoted words.

use super::super::token::TokenKind;

/// What an unquoted word is.
pub(super) fn word_kind(word: &str) -> TokenKind {
    match word {
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
    whole_is_valid && after_fraction(rest).is_some_and(is_exponent) && is_finite(word)
}

/// What comes after the fraction, if any; `None` when the fraction has no digits.
fn after_fraction(rest: &str) -> Option<&str> {
    let Some(fraction) = rest.strip_prefix('.') else {
        return Some(rest);
    };
    let (digits, rest) = split_digits(fraction);
    (!digits.is_empty()).then_some(rest)
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

/// Whether the word is meant as a number although JSON does not write it so: `007`, `+1`, `.5`, `0x1F`, `NaN`.
pub(in super::super) fn is_meant_as_number(word: &str) -> bool {
    let unsigned = word.strip_prefix(['+', '-']).unwrap_or(word);
    if matches!(unsigned, "NaN" | "Infinity") {
        return true;
    }
    let is_hexadecimal = unsigned.strip_prefix("0x").or(unsigned.strip_prefix("0X"));
    if let Some(digits) = is_hexadecimal {
        return !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    }
    let has_digit = unsigned.bytes().any(|byte| byte.is_ascii_digit());
    has_digit && word.parse::<f64>().is_ok()
}

/// The word as JSON writes it, when only a sign or a digit around the point is to be changed.
pub(in super::super) fn respelled_number(word: &str) -> Option<String> {
    let without_plus = word.strip_prefix('+').unwrap_or(word);
    let (sign, unsigned) = without_plus
        .strip_prefix('-')
        .map_or(("", without_plus), |unsigned| ("-", unsigned));
    let before_point = if unsigned.starts_with('.') { "0" } else { "" };
    let number = format!(
        "{sign}{before_point}{}",
        unsigned.strip_suffix('.').unwrap_or(unsigned)
    );
    is_number(&number).then_some(number)
}
