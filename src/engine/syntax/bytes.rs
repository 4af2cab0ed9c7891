//! The text of a file whose encoding is not known.

use super::errors::{SyntaxError, SyntaxErrorKind};
use crate::engine::text::Span;

/// The text of a file, with what had to be assumed to read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text; a UTF-8 byte order mark is kept for [`super::parse`] to report.
    pub text: String,
    /// What was assumed, with spans in `text`; empty for UTF-8.
    ///
    /// A file that is no text has one error of the kind [`SyntaxErrorKind::NotText`], and its text is empty.
    pub errors: Vec<SyntaxError>,
}

/// Of so many bytes of a text, at most one is a control character; files that are no text have far more.
const BYTES_PER_CONTROL: usize = 20;

/// Reads UTF-8, UTF-16 with a byte order mark, and other text as Latin-1.
pub fn decode(bytes: &[u8]) -> Decoded {
    match bytes {
        [0xFF, 0xFE, units @ ..] => utf16(units, u16::from_le_bytes, "little-endian"),
        [0xFE, 0xFF, units @ ..] => utf16(units, u16::from_be_bytes, "big-endian"),
        _ if is_binary(bytes) => no_text(),
        _ => utf8_or_latin1(bytes),
    }
}

fn is_binary(bytes: &[u8]) -> bool {
    let is_control = |byte: &&u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
    let controls = bytes.iter().filter(is_control).count();
    bytes.contains(&0) || controls > bytes.len().div_ceil(BYTES_PER_CONTROL)
}

fn no_text() -> Decoded {
    let error = SyntaxError::new(
        SyntaxErrorKind::NotText,
        Span::at(0),
        "This file is no text.",
        "It holds bytes that no text has, as images, archives and other documents do.",
        "Open the file that holds the policy as text; if this is it, save it as UTF-8.",
    );
    Decoded {
        text: String::new(),
        errors: vec![error],
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16, order: &str) -> Decoded {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|pair| unit(*pair));
    let mut text: String = char::decode_utf16(units)
        .map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect();
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    let what = format!("The file is in UTF-16 ({order}), not UTF-8.");
    Decoded {
        text,
        errors: vec![not_utf8(
            Span::at(0),
            what,
            "It was converted while it was read.",
        )],
    }
}

fn utf8_or_latin1(bytes: &[u8]) -> Decoded {
    let error = match str::from_utf8(bytes) {
        Ok(text) => {
            return Decoded {
                text: text.to_string(),
                errors: Vec::new(),
            };
        }
        Err(error) => error,
    };
    let at = error.valid_up_to();
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let start: usize = text.chars().take(at).map(char::len_utf8).sum();
    let len = text
        .get(start..)
        .and_then(|rest| rest.chars().next())
        .map_or(0, char::len_utf8);
    let what = format!("The file is not UTF-8: byte {at} (counted from 0) fits no character.");
    Decoded {
        text,
        errors: vec![not_utf8(
            Span::new(start, start + len),
            what,
            "It was read as Latin-1, so accented letters may be wrong.",
        )],
    }
}

fn not_utf8(span: Span, what: String, why: &str) -> SyntaxError {
    SyntaxError::new(
        SyntaxErrorKind::NotUtf8,
        span,
        what,
        why,
        "Check the text, and save the file as UTF-8.",
    )
}

#[cfg(test)]
#[allow(clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn reads_utf_8_without_remark_and_keeps_its_byte_order_mark() {
        assert_eq!(
            decode("é".as_bytes()),
            Decoded {
                text: "é".into(),
                errors: vec![]
            }
        );
        assert_eq!(decode(b"\xEF\xBB\xBF{}").text, "\u{FEFF}{}");
    }

    #[test]
    fn reads_utf_16_of_both_byte_orders() {
        for bytes in [&b"\xFF\xFE{\0\xE9\0}\0"[..], b"\xFE\xFF\0{\0\xE9\0}"] {
            let decoded = decode(bytes);
            assert_eq!((decoded.text.as_str(), decoded.errors.len()), ("{é}", 1));
        }
        assert_eq!(decode(b"\xFF\xFE{\0}").text, "{\u{FFFD}");
        assert_eq!(decode(b"\xFF\xFE\0\xD8").text, "\u{FFFD}");
    }

    #[test]
    fn tells_what_is_no_text() {
        for bytes in [
            &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0"[..],
            b"{\0}\0",
            b"\xFF\x01\x02\x03\x04\x05\x06\x07",
        ] {
            let decoded = decode(bytes);
            assert_eq!(decoded.text, "");
            assert_eq!(decoded.errors[0].kind, SyntaxErrorKind::NotText);
        }
        assert_eq!(decode(b"{\x1b\n\t\r}").errors, []);
    }

    #[test]
    fn reads_anything_else_as_latin_1_and_says_where_it_is_not_utf_8() {
        let decoded = decode(b"caf\xC3\xA9, caf\xE9");
        assert_eq!(decoded.text, "caf\u{C3}\u{A9}, café");
        let error = &decoded.errors[0];
        assert!(error.message.contains("byte 10 "), "{}", error.message);
        assert_eq!(error.span.text(&decoded.text), "é");
    }
}
