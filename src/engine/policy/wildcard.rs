//! The wildcards of actions and resources: `*` for any characters, also none, and `?` for one.

/// Whether the text holds a wildcard.
pub fn has_wildcard(text: &str) -> bool {
    text.contains(['*', '?'])
}

/// Texts longer than this are compared letter by letter only; no ARN is as long.
const LONGEST_PATTERN: usize = 2_048;

/// Whether a pattern matches all that another pattern matches; case counts.
///
/// Each wildcard of `other` counts as the letter it is written with, but a `?` does not stand for its `*`.
/// Takes time in proportion to the product of the lengths at worst, to their sum mostly.
pub fn covers(pattern: &str, other: &str) -> bool {
    if pattern.len() > LONGEST_PATTERN || other.len() > LONGEST_PATTERN {
        return pattern == other;
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
            Some(letter) if letter == byte => 1,
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
    fn very_long_texts_cover_their_equals_only() {
        let long = "a*".repeat(LONGEST_PATTERN);
        assert!(covers(&long, &long));
        assert!(!covers("*", &long));
        assert!(covers(&"*a".repeat(1_000), &"a".repeat(1_000)));
    }
}
