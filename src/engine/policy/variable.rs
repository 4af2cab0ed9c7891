//! Policy variables: the `${…}` that IAM fills in when a request is made.

use std::ops::Range;

/// The byte ranges of every `${…}` in a decoded string, dollar sign and braces included, in order.
///
/// A `${` without its closing brace is no variable.
/// Nothing is said about the name inside: `${*}`, `${?}` and `${$}` are ranges too.
pub fn variables(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(range) = text.get(from..).and_then(first_variable) {
        let range = from + range.start..from + range.end;
        from = range.end;
        found.push(range);
    }
    found
}

/// Whether the text holds a `${…}`.
pub fn has_variable(text: &str) -> bool {
    first_variable(text).is_some()
}

fn first_variable(text: &str) -> Option<Range<usize>> {
    let start = text.find("${")?;
    let length = text.get(start..)?.find('}')?;
    Some(start..start + length + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_each_variable_and_leaves_open_braces_alone() {
        let table: [(&str, &[&str]); 5] = [
            ("", &[]),
            ("home/${aws:username}/*", &["${aws:username}"]),
            ("${*}${?}${$}", &["${*}", "${?}", "${$}"]),
            ("${aws:username", &[]),
            ("$aws:username} {x}", &[]),
        ];
        for (text, expected) in table {
            let found: Vec<&str> = variables(text)
                .into_iter()
                .filter_map(|range| text.get(range))
                .collect();
            assert_eq!(found, expected, "{text}");
            assert_eq!(has_variable(text), !expected.is_empty(), "{text}");
        }
    }
}
