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

/// Whether a double can hold a number in JSON's grammar, which the largest of them, 1.7976931348623157e308, decides.
///
/// Parsing it would tell as well, at the price of 12 KB in a small wasm.
fn is_finite(word: &str) -> bool {
    const LARGEST: (&str, i64) = ("17976931348623158", 308);
    let (mantissa, exponent) = word.split_once(['e', 'E']).unwrap_or((word, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits: String = [whole.trim_start_matches('-'), fraction].concat();
    let significant = digits.trim_start_matches('0');
    if significant.is_empty() {
        return true;
    }
    let whole_digits = whole.trim_start_matches('-').len();
    let skipped = digits.len() - significant.len();
    let place = count(whole_digits) - count(skipped) - 1;
    let magnitude = place.saturating_add(exponent_of(exponent));
    magnitude < LARGEST.1 || magnitude == LARGEST.1 && significant < LARGEST.0
}

fn count(length: usize) -> i64 {
    i64::try_from(length).unwrap_or(i64::MAX)
}

/// The exponent; one of too many digits is as far as numbers go.
fn exponent_of(text: &str) -> i64 {
    let furthest = if text.starts_with('-') {
        i64::MIN
    } else {
        i64::MAX
    };
    text.trim_start_matches('+').parse().unwrap_or(furthest)
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
    let (whole, rest) = split_digits(unsigned);
    let (fraction, rest) = rest.strip_prefix('.').map_or(("", rest), split_digits);
    !(whole.is_empty() && fraction.is_empty()) && is_exponent(rest)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_a_double_can_hold_as_parsing_does() {
        for word in [
            "0",
            "-0.0",
            "1",
            "12.5",
            "1e308",
            "1.7976931348623157e308",
            "-1.7976931348623157E+308",
            "1.8e308",
            "1e309",
            "0.1e309",
            "0.00018e312",
            "17976931348623157e292",
            "18e307",
            "1e-400",
            "0e999999999999999999999",
            "1e999999999999999999999",
            "1e-999999999999999999999",
            "0.0001e313",
        ] {
            let parsed = word.parse::<f64>().is_ok_and(f64::is_finite);
            assert_eq!(is_finite(word), parsed, "{word}");
        }
    }

    #[test]
    fn tells_what_is_meant_as_a_number_as_parsing_does() {
        for word in [
            "007", "+1", ".5", "5.", ".", "+", "1e5", "e5", "1e", "-.5e-3", "1.2.3", "1_000", "12x",
        ] {
            assert_eq!(
                is_meant_as_number(word),
                word.parse::<f64>().is_ok(),
                "{word}"
            );
        }
    }
}
