//! What a plain scalar stands for in JSON, by the core schema of YAML 1.2.
//!
//! Source: YAML 1.2.2, section 10.3.2; dates such as `2012-10-17` and words such as `yes` are text there.

/// The digits of an account ID, which is text although it looks like a number.
const ACCOUNT_ID_DIGITS: usize = 12;

/// The JSON of a scalar without quotes that is no text; `None` where it is text.
///
/// A number that JSON would write differently stays text, so that no digit is lost: `007`, `0x1F`, `.inf`, an account ID.
pub(super) fn json_of_plain(text: &str) -> Option<&str> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Some("null"),
        "true" | "True" | "TRUE" => Some("true"),
        "false" | "False" | "FALSE" => Some("false"),
        _ => is_json_number(text).then_some(text),
    }
}

fn is_json_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (integer, fraction) = match unsigned.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (unsigned, None),
    };
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_leading_zero = integer.len() > 1 && integer.starts_with('0');
    is_digits(integer)
        && !is_leading_zero
        && fraction.is_none_or(is_digits)
        && unsigned.len() < ACCOUNT_ID_DIGITS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_text_from_other_values() {
        for (plain, json) in [
            ("2012-10-17", None),
            ("yes", None),
            ("on", None),
            ("0123456789", None),
            ("123456789012", None),
            ("1e3", None),
            ("0x1F", None),
            ("1.", None),
            ("-", None),
            ("s3:*", None),
            ("True", Some("true")),
            ("false", Some("false")),
            ("~", Some("null")),
            ("", Some("null")),
            ("300", Some("300")),
            ("-1.50", Some("-1.50")),
        ] {
            assert_eq!(json_of_plain(plain), json, "{plain}");
        }
    }
}
