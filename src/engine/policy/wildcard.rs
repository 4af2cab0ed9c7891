//! The wildcards of actions and resources: `*` for any characters, also none, and `?` for one.

/// Whether the text holds a wildcard.
pub fn has_wildcard(text: &str) -> bool {
    let (words, rest) = text.as_bytes().as_chunks();
    let mut words = words.iter().map(|word| u64::from_le_bytes(*word));
    words.any(|word| has_byte(word, b'*') || has_byte(word, b'?'))
        || rest.iter().any(|byte| matches!(byte, b'*' | b'?'))
}

/// Whether one of the eight bytes of a word is this one.
///
/// A byte that is zero after the exclusive or borrows from its highest bit, which was not set before.
fn has_byte(word: u64, byte: u8) -> bool {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    const HIGHEST: u64 = 0x8080_8080_8080_8080;
    let differing = word ^ LOWEST.wrapping_mul(u64::from(byte));
    differing.wrapping_sub(LOWEST) & !differing & HIGHEST != 0
}

/// Texts longer than this are compared letter by letter only; no ARN is as long.
const LONGEST_PATTERN: usize = 2_048;

/// Whether a pattern matches all that another pattern matches; case counts.
///
/// Each wildcard of `other` counts as the letter it is written with, but a `?` does not stand for its `*`.
/// Takes time in proportion to the product of the lengths at worst, to their sum mostly.
pub fn covers(pattern: &str, other: &str) -> bool {
    covers_where(pattern, other, |letter, byte| letter == byte)
}

/// [`covers`] for texts in which the case of ASCII letters does not count, as in actions.
pub fn covers_in_any_case(pattern: &str, other: &str) -> bool {
    covers_where(pattern, other, |letter, byte| {
        letter.eq_ignore_ascii_case(byte)
    })
}

fn covers_where(pattern: &str, other: &str, is_same: impl Fn(&u8, &u8) -> bool) -> bool {
    if pattern.len() > LONGEST_PATTERN || other.len() > LONGEST_PATTERN {
        return pattern.len() == other.len()
            && pattern
                .bytes()
                .zip(other.bytes())
                .all(|(letter, byte)| is_same(&letter, &byte));
    }
    let (pattern, other) = (pattern.as_bytes(), other.as_bytes());
    let (mut in_pattern, mut in_other) = (0, 0);
    // Where to go on after the last star has taken one byte more.
    let mut after_star = None;
    while let Some(byte) = other.get(in_other) {
        let step = match pattern.get(in_pattern) {
            Some(b'*') => {
                in_pattern += 1;
                after_star = Some((in_pattern, in_other));
                continue;
            }
            Some(b'?') if *byte != b'*' => character_length(*byte),
            Some(letter) if is_same(letter, byte) => 1,
            _ => {
                let Some((star, taken)) = after_star else {
                    return false;
                };
                after_star = Some((star, taken + 1));
                (in_pattern, in_other) = (star, taken + 1);
                continue;
            }
        };
        in_pattern += 1;
        in_other += step;
    }
    let rest = pattern.get(in_pattern..).unwrap_or_default();
    rest.iter().all(|byte| *byte == b'*')
}

/// How many bytes the UTF-8 character has that begins with this one.
fn character_length(first: u8) -> usize {
    match first {
        0xF0.. => 4,
        0xE0.. => 3,
        0xC0.. => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_covers_what_matches_no_more_than_it_does() {
        for (pattern, other, expected) in [
            ("s3:Get*", "s3:GetObject", true),
            ("s3:Get*", "s3:Get*Acl", true),
            ("s3:Get*", "s3:get", false),
            ("*Object*", "GetObjectAcl", true),
            ("*Acl", "GetObjectAclVersion", false),
            ("a*b*c", "abbcbc", true),
            ("Get?", "Get", false),
            ("Get?", "Get?", true),
            ("Get?", "Get*", false),
            ("Get?", "Geté", true),
            ("Get?Object", "Get€Object", true),
            ("*", "", true),
            ("**", "*", true),
            ("", "", true),
            ("", "a", false),
        ] {
            assert_eq!(covers(pattern, other), expected, "{pattern} and {other}");
        }
    }

    #[test]
    fn a_wildcard_is_seen_wherever_it_stands() {
        for text in [
            "*",
            "?",
            "s3:Get*",
            "s3:GetObj*ctVersion",
            "1234567?",
            "éééé?éééé",
        ] {
            assert!(has_wildcard(text), "{text}");
        }
        for text in [
            "",
            "s3:GetObject",
            "s3:GetObjectVersion",
            ")+>@\u{aa}\u{bf}ïÿ",
        ] {
            assert!(!has_wildcard(text), "{text}");
        }
    }

    #[test]
    fn case_may_be_left_out_of_account() {
        for (pattern, other, expected) in [
            ("S3:get*", "s3:GetObject", true),
            ("s3:GetObject", "S3:GETOBJECT", true),
            ("s3:É", "s3:é", false),
            ("s3:Get*", "s3:PutObject", false),
        ] {
            assert_eq!(covers_in_any_case(pattern, other), expected, "{pattern}");
            assert!(!covers(pattern, other), "{pattern}");
        }
        let long = "a*".repeat(LONGEST_PATTERN);
        assert!(covers_in_any_case(&long, &long.to_uppercase()));
    }

    #[test]
    fn very_long_texts_cover_their_equals_only() {
        let long = "a*".repeat(LONGEST_PATTERN);
        assert!(covers(&long, &long));
        assert!(!covers("*", &long));
        assert!(covers(&"*a".repeat(1_000), &"a".repeat(1_000)));
    }
}
