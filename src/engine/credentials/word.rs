//! Words over a given alphabet, read through the escapes of JSON and of URLs.

use crate::engine::text::Span;

/// One character of a text with its escape undone.
struct Character {
    span: Span,
    /// Its ASCII value; 0 for everything beyond ASCII.
    value: u8,
}

/// A longest run of characters of one alphabet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    pub span: Span,
    /// Its length in characters, an escaped one counted once.
    pub len: usize,
}

impl Word {
    /// The word with its escapes undone.
    pub fn decoded(&self, text: &str) -> String {
        characters(self.span.text(text))
            .map(|character| char::from(character.value))
            .collect()
    }
}

/// The words of at least `shortest` characters, in the order of the text.
pub(super) fn words(
    text: &str,
    alphabet: fn(u8) -> bool,
    shortest: usize,
) -> impl Iterator<Item = Word> {
    let mut characters = characters(text);
    std::iter::from_fn(move || {
        let first = characters.find(|character| alphabet(character.value))?;
        let mut word = Word {
            span: first.span,
            len: 1,
        };
        for character in characters
            .by_ref()
            .take_while(|character| alphabet(character.value))
        {
            word.span.end = character.span.end;
            word.len += 1;
        }
        Some(word)
    })
    .filter(move |word| word.len >= shortest)
}

fn characters(text: &str) -> impl Iterator<Item = Character> {
    let mut rest = text.as_bytes();
    let mut start = 0;
    std::iter::from_fn(move || {
        let (value, len) = first_character(rest)?;
        let span = Span::new(start, start + len);
        start += len;
        rest = rest.get(len..).unwrap_or_default();
        Some(Character { span, value })
    })
}

fn first_character(bytes: &[u8]) -> Option<(u8, usize)> {
    Some(match *bytes {
        [b'\\', b'/', ..] => (b'/', 2),
        [b'\\', b'n' | b'r' | b't' | b'b' | b'f', ..] => (b' ', 2),
        [b'\\', b'u', b'0', b'0', high, low, ..] => match hex_value(high, low) {
            Some(value) => (value, 6),
            None => (b'\\', 1),
        },
        [b'%', high, low, ..] => match hex_value(high, low) {
            Some(value) => (value, 3),
            None => (b'%', 1),
        },
        [byte, ..] => (if byte.is_ascii() { byte } else { 0 }, 1),
        [] => return None,
    })
}

fn hex_value(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let value = u8::try_from(digit(high)? * 16 + digit(low)?).ok()?;
    Some(if value.is_ascii() { value } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        words(text, |byte| byte.is_ascii_alphanumeric() || byte == b'/', 2)
            .map(|word| word.decoded(text))
            .collect()
    }

    #[test]
    fn reads_through_escapes_of_json_and_urls() {
        assert_eq!(read(r"ab\/cd\nef"), ["ab/cd", "ef"]);
        assert_eq!(read(r"ab\u002Fcd\u0022ef"), ["ab/cd", "ef"]);
        assert_eq!(read("ab%2Fcd%3Def%"), ["ab/cd", "ef"]);
        assert_eq!(read("abécd %C3%A9ef"), ["ab", "cd", "ef"]);
    }

    #[test]
    fn leaves_out_words_that_are_too_short() {
        assert_eq!(read("a bc d"), ["bc"]);
    }

    #[test]
    fn counts_an_escaped_character_once() {
        let lengths: Vec<usize> = words("a%2Fb", |byte| byte != b' ', 1)
            .map(|word| word.len)
            .collect();
        assert_eq!(lengths, [3]);
    }
}
