//! Policy variables: the `${…}` that IAM fills in when a request is made.

use std::ops::Range;

/// A `${…}` of a decoded string, or what was to be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyVariable<'t> {
    /// Where it stands, in bytes of the decoded string, dollar sign and braces included.
    ///
    /// Without a closing brace it goes on to the next `${` or the end of the string.
    pub range: Range<usize>,
    /// What stands before the first comma, blanks included; nothing is said about whether AWS knows it.
    pub name: &'t str,
    /// What stands behind that comma, blanks and quotes included: the text to use where the variable has no value.
    pub default: Option<&'t str>,
    /// Whether it has its closing brace.
    pub is_closed: bool,
}

/// Every `${` of a decoded string with what belongs to it, in order.
pub fn policy_variables(text: &str) -> Vec<PolicyVariable<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(variable) = next_variable(text, from) {
        from = variable.range.end;
        found.push(variable);
    }
    found
}

/// The byte ranges of every `${…}` in a decoded string, dollar sign and braces included, in order.
///
/// A `${` without its closing brace is no variable.
/// Nothing is said about the name inside: `${*}`, `${?}` and `${$}` are ranges too.
pub fn variables(text: &str) -> Vec<Range<usize>> {
    let closed = policy_variables(text)
        .into_iter()
        .filter(|variable| variable.is_closed);
    closed.map(|variable| variable.range).collect()
}

/// Whether the text holds a `${…}`.
pub fn has_variable(text: &str) -> bool {
    !variables(text).is_empty()
}

fn next_variable(text: &str, from: usize) -> Option<PolicyVariable<'_>> {
    let start = from + text.get(from..)?.find(OPENING)?;
    let content_start = start + OPENING.len();
    let rest = text.get(content_start..)?;
    let next = rest.find(OPENING).unwrap_or(rest.len());
    let brace = rest.get(..next)?.find('}');
    let content = rest.get(..brace.unwrap_or(next))?;
    let (name, default) = match content.split_once(',') {
        Some((name, default)) => (name, Some(default)),
        None => (content, None),
    };
    let end = content_start + content.len() + usize::from(brace.is_some());
    Some(PolicyVariable {
        range: start..end,
        name,
        default,
        is_closed: brace.is_some(),
    })
}

const OPENING: &str = "${";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_each_variable_and_leaves_open_braces_alone() {
        let table: [(&str, &[&str]); 6] = [
            ("", &[]),
            ("home/${aws:username}/*", &["${aws:username}"]),
            ("${*}${?}${$}", &["${*}", "${?}", "${$}"]),
            ("${aws:username", &[]),
            ("$aws:username} {x}", &[]),
            ("${aws:username/${aws:userid}", &["${aws:userid}"]),
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

    #[test]
    fn takes_a_variable_apart() {
        let table = [
            ("a${b:c}d", "b:c", None, true),
            ("${b:c, 'd,e'}", "b:c", Some(" 'd,e'"), true),
            ("${}", "", None, true),
            ("x${b:c/*", "b:c/*", None, false),
        ];
        for (text, name, default, is_closed) in table {
            let found = policy_variables(text);
            let parts: Vec<_> = found
                .iter()
                .map(|one| (one.name, one.default, one.is_closed))
                .collect();
            assert_eq!(parts, [(name, default, is_closed)], "{text}");
        }
    }
}
