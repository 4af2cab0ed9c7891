//! Base64, in which `BinaryEquals` takes its values.

/// Whether the text is Base64 with its padding, as RFC 4648 has it.
pub fn is_base64(text: &str) -> bool {
    let unpadded = text.trim_end_matches('=');
    let letters = unpadded.bytes().all(|byte| ALPHABET.contains(&byte));
    letters && text.len().is_multiple_of(4) && text.len() - unpadded.len() <= 2
}

/// The bytes of the text in Base64.
pub fn to_base64(text: &str) -> String {
    text.as_bytes().chunks(3).flat_map(group).collect()
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Four letters for up to three bytes.
fn group(bytes: &[u8]) -> [char; 4] {
    let joined = (0..3).fold(0, |joined, place| {
        joined << 8 | usize::from(bytes.get(place).copied().unwrap_or_default())
    });
    std::array::from_fn(|place| {
        let letter = ALPHABET.get(joined >> (18 - 6 * place) & 63);
        letter
            .filter(|_| place <= bytes.len())
            .map_or('=', |letter| char::from(*letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_it_reads() {
        for (text, encoded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("é?~", "w6k/fg=="),
        ] {
            assert_eq!(to_base64(text), encoded);
            assert!(is_base64(encoded), "{encoded}");
        }
        for text in ["not base64!", "Zg", "Zg=", "Z===", "====", "Zm9v=Zg="] {
            assert!(!is_base64(text), "{text}");
        }
    }
}
