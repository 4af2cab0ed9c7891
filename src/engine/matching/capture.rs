//! Lays a text with stand-ins over one without, to see what they stand for.

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Text that stands for itself.
    Plain(String),
    /// The stand-in of the placeholder with this number.
    StandIn(usize),
}

/// How many values are tried for the stand-ins of one text.
const MOST_TRIES: usize = 1 << 10;

/// What the stand-ins of a text stand for, if it is to read like `text`; each with the number of its placeholder.
///
/// `fits` says whether a placeholder can have a value; of several readings the one with the shortest first values counts.
/// Also `None` where there are too many readings to try.
pub(super) fn capture<'t>(
    parts: &[Part],
    text: &'t str,
    fits: &dyn Fn(usize, &str) -> bool,
) -> Option<Vec<(usize, &'t str)>> {
    let mut values = Vec::new();
    let mut tries = MOST_TRIES;
    let is_read = parts.len() <= MOST_PARTS && read(parts, text, fits, &mut values, &mut tries);
    is_read.then_some(values)
}

/// Texts in more parts are not laid over others.
const MOST_PARTS: usize = 12;

/// Reads the parts off the text, behind the values that are known already; whether that was possible.
fn read<'t>(
    parts: &[Part],
    text: &'t str,
    fits: &dyn Fn(usize, &str) -> bool,
    values: &mut Vec<(usize, &'t str)>,
    tries: &mut usize,
) -> bool {
    let (number, rest) = match parts {
        [] => return text.is_empty(),
        [Part::Plain(plain), rest @ ..] => {
            let behind = text.strip_prefix(plain.as_str());
            return behind.is_some_and(|behind| read(rest, behind, fits, values, tries));
        }
        [Part::StandIn(number), rest @ ..] => (*number, rest),
    };
    for end in ends(rest, text) {
        let Some(left) = tries.checked_sub(1) else {
            return false;
        };
        *tries = left;
        let (value, behind) = text.split_at_checked(end).unwrap_or((text, ""));
        let agrees = |known: &(usize, &str)| known.0 != number || known.1 == value;
        if values.iter().all(agrees) && fits(number, value) {
            values.push((number, value));
            if read(rest, behind, fits, values, tries) {
                return true;
            }
            values.pop();
        }
    }
    false
}

/// Where a value at the start of the text may end, so that what follows may be the rest.
fn ends<'t>(rest: &'t [Part], text: &'t str) -> Box<dyn Iterator<Item = usize> + 't> {
    let ends: Box<dyn Iterator<Item = usize>> = match rest {
        [] => Box::new(std::iter::once(text.len())),
        [Part::Plain(plain), ..] => Box::new(text.match_indices(plain.as_str()).map(|(at, _)| at)),
        [Part::StandIn(_), ..] => Box::new(text.char_indices().map(|(at, _)| at)),
    };
    Box::new(ends.filter(|end| *end > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parts of `a{0}b`, in which a digit in braces is a stand-in.
    fn parts(text: &str) -> Vec<Part> {
        let mut parts = Vec::new();
        for piece in text.split('{') {
            match piece.split_once('}') {
                Some((number, plain)) => {
                    parts.push(Part::StandIn(number.parse().unwrap_or_default()));
                    parts.extend((!plain.is_empty()).then(|| Part::Plain(plain.to_owned())));
                }
                None => parts.extend((!piece.is_empty()).then(|| Part::Plain(piece.to_owned()))),
            }
        }
        parts
    }

    fn captured(pattern: &str, text: &str) -> Option<String> {
        let fits = |number: usize, value: &str| match number {
            1 => value.len() == 12 && value.bytes().all(|byte| byte.is_ascii_digit()),
            _ => !value.contains(':'),
        };
        let values = capture(&parts(pattern), text, &fits)?;
        let values = values
            .iter()
            .map(|(number, value)| format!("{number}={value}"));
        Some(values.collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn a_stand_in_takes_what_stands_in_its_place() {
        for (pattern, text, expected) in [
            (
                "arn:aws:iam::{1}:role/x",
                "arn:aws:iam::210987654321:role/x",
                Some("1=210987654321"),
            ),
            (
                "arn:aws:s3:::{0}/*",
                "arn:aws:s3:::records/*",
                Some("0=records"),
            ),
            (
                "arn:aws:s3:::{0}/*",
                "arn:aws:s3:::records/2020/*",
                Some("0=records/2020"),
            ),
            ("{0}", "a-b", Some("0=a-b")),
            ("{2}.{3}", "a.b.c", Some("2=a 3=b.c")),
            ("{2}{3}", "ab", Some("2=a 3=b")),
            ("{0}/{0}", "a/a", Some("0=a 0=a")),
            ("é{0}ü", "éxü", Some("0=x")),
            ("{0}/{0}", "a/b", None),
            ("arn:aws:iam::{1}:role/x", "arn:aws:iam::*:role/x", None),
            ("arn:aws:s3:::{0}/*", "arn:aws:s3:::/*", None),
            ("{0}x", "a", None),
            ("{0}", "", None),
        ] {
            assert_eq!(
                captured(pattern, text).as_deref(),
                expected,
                "{pattern} {text}"
            );
        }
    }
    #[test]
    fn a_text_with_too_many_readings_is_given_up() {
        let pattern = "{2}a{3}a{4}a{5}a{6}b";
        assert_eq!(captured(pattern, &"a".repeat(2_000)), None);
        assert!(captured(pattern, "xaxaxaxaxb").is_some());
    }
}
