//! Patterns with `*` (any characters, also none) and `?` (one character).

/// Whether a pattern has a wildcard at all.
pub(super) fn has_wildcard(pattern: &str) -> bool {
    pattern.contains(['*', '?'])
}

/// Whether a pattern matches a whole text, compared without case.
///
/// Takes time in proportion to the product of the lengths at worst, to their sum mostly.
pub fn matches(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut in_pattern, mut in_text) = (0, 0);
    // Where to go on after the last star took one byte more.
    let mut last_star: Option<(usize, usize)> = None;
    while let Some(byte) = text.get(in_text) {
        match pattern.get(in_pattern) {
            Some(b'*') => {
                last_star = Some((in_pattern + 1, in_text));
                in_pattern += 1;
            }
            Some(wanted) if *wanted == b'?' || wanted.eq_ignore_ascii_case(byte) => {
                in_pattern += 1;
                in_text += 1;
            }
            _ => {
                let Some((after_star, taken)) = last_star else {
                    return false;
                };
                last_star = Some((after_star, taken + 1));
                (in_pattern, in_text) = (after_star, taken + 1);
            }
        }
    }
    let rest = pattern.get(in_pattern..).unwrap_or_default();
    rest.iter().all(|byte| *byte == b'*')
}

/// Whether some text is matched by both patterns; case counts.
///
/// Takes time in proportion to the product of the lengths.
pub fn overlap(one: &str, other: &str) -> bool {
    let Some((one, other)) = without_literal_ends(one.as_bytes(), other.as_bytes()) else {
        return false;
    };
    match (one, other) {
        (b"*", _) | (_, b"*") => return true,
        (b"?*", rest) | (rest, b"?*") => return !rest.is_empty(),
        _ => {}
    }
    // Whether the part of `one` read so far and the first n bytes of `other` have a text in common.
    let mut reached: Vec<bool> = Vec::with_capacity(other.len() + 1);
    reached.push(true);
    reached.extend(other.iter().scan(true, |so_far, byte| {
        *so_far &= *byte == b'*';
        Some(*so_far)
    }));
    let mut next = Vec::with_capacity(reached.len());
    for byte in one {
        next.clear();
        next.push(*byte == b'*' && reached.first() == Some(&true));
        for ((theirs, without_either), without_ours) in
            other.iter().zip(&reached).zip(reached.iter().skip(1))
        {
            let without_theirs = next.last() == Some(&true);
            next.push(match (byte, theirs) {
                (b'*', _) | (_, b'*') => *without_ours || without_theirs,
                _ => *without_either && (byte == theirs || *byte == b'?' || *theirs == b'?'),
            });
        }
        std::mem::swap(&mut reached, &mut next);
    }
    reached.last() == Some(&true)
}

/// Two patterns without the letters that both begin and end with; `None` where these differ.
fn without_literal_ends<'p>(
    mut one: &'p [u8],
    mut other: &'p [u8],
) -> Option<(&'p [u8], &'p [u8])> {
    let is_literal = |byte: &u8| !matches!(byte, b'*' | b'?');
    while let (Some((ours, our_rest)), Some((theirs, their_rest))) =
        (one.split_first(), other.split_first())
        && is_literal(ours)
        && is_literal(theirs)
    {
        (ours == theirs).then_some(())?;
        (one, other) = (our_rest, their_rest);
    }
    while let (Some((ours, our_rest)), Some((theirs, their_rest))) =
        (one.split_last(), other.split_last())
        && is_literal(ours)
        && is_literal(theirs)
    {
        (ours == theirs).then_some(())?;
        (one, other) = (our_rest, their_rest);
    }
    Some((one, other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_without_case_and_as_a_whole() {
        let table = [
            ("Get*", "getObject", true),
            ("Get*", "Get", true),
            ("Get?", "Get", false),
            ("*Object*", "GetObjectAcl", true),
            ("*Acl", "GetObjectAclVersion", false),
            ("G*t*t", "GetObject", true),
            ("GetObject", "GetObjectAcl", false),
            ("*", "", true),
            ("", "", true),
            ("", "a", false),
        ];
        for (pattern, text, expected) in table {
            assert_eq!(matches(pattern, text), expected, "{pattern} and {text}");
        }
    }

    #[test]
    fn a_pattern_of_many_stars_takes_no_more_than_the_product_of_the_lengths() {
        let pattern = "*a".repeat(2_000);
        assert!(matches(&pattern, &"a".repeat(2_000)));
        assert!(!matches(&pattern, &"a".repeat(1_999)));
    }

    #[test]
    fn finds_whether_two_patterns_have_a_text_in_common() {
        let table = [
            ("a*", "*b", true),
            ("a*c", "ab?", true),
            ("a?c", "ab", false),
            ("*x*", "*y*", true),
            ("key/*", "alias/*", false),
            ("?*", "", false),
            ("*", "", true),
            ("**", "*", true),
            ("Key", "key", false),
        ];
        for (one, other, expected) in table {
            assert_eq!(overlap(one, other), expected, "{one} and {other}");
            assert_eq!(overlap(other, one), expected, "{other} and {one}");
        }
    }
}
