//! Characters of an address that are written as numbers.

/// The text with `%2F` and the like read; what is no such number, or no UTF-8 afterwards, stays.
pub(super) fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let coded = (*first == b'%').then(|| tail.get(..2)).flatten();
        match coded.and_then(hexadecimal) {
            Some(byte) => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_string())
}

fn hexadecimal(digits: &[u8]) -> Option<u8> {
    let is_number = digits.iter().all(u8::is_ascii_hexdigit);
    let digits = std::str::from_utf8(digits).ok().filter(|_| is_number)?;
    u8::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn reads_numbers_and_leaves_the_rest() {
        for (text, decoded) in [
            ("a%2Fb%3a", "a/b:"),
            ("%EB%B2%84", "버"),
            ("100%", "100%"),
            ("%+1%zz%", "%+1%zz%"),
            ("%FF", "%FF"),
            ("", ""),
        ] {
            assert_eq!(decode(text), decoded);
        }
    }
}
