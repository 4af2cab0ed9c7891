//! The parts of a condition value: text as it stands, wildcards and policy variables.

use super::variable::variables;

/// A part of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValuePart<'a> {
    /// Text that stands for itself; `${*}`, `${?}` and `${$}` are such text too.
    Text(&'a str),
    /// A run of `*` and `?`.
    Wildcards(&'a str),
    /// A policy variable, `${` and `}` included.
    Variable(&'a str),
}

/// The parts of a decoded value in their order; joined they give the value back.
///
/// Source: IAM User Guide, "IAM policy elements: Variables and tags", 2025.
pub fn value_parts(text: &str) -> Vec<ValuePart<'_>> {
    let mut parts = Vec::new();
    let mut from = 0;
    for variable in variables(text) {
        push_text(text.get(from..variable.start), &mut parts);
        from = variable.end;
        parts.extend(text.get(variable).map(variable_part));
    }
    push_text(text.get(from..), &mut parts);
    parts
}

/// Whether a value has a wildcard outside its policy variables.
pub fn has_free_wildcard(text: &str) -> bool {
    text.contains(['*', '?'])
        && value_parts(text)
            .iter()
            .any(|part| matches!(part, ValuePart::Wildcards(_)))
}

fn variable_part(written: &str) -> ValuePart<'_> {
    match written {
        "${*}" | "${?}" | "${$}" => ValuePart::Text(written),
        _ => ValuePart::Variable(written),
    }
}

fn push_text<'a>(text: Option<&'a str>, parts: &mut Vec<ValuePart<'a>>) {
    let mut rest = text.unwrap_or_default();
    while let Some(first) = rest.chars().next() {
        let is_wildcard = is_wildcard(first);
        let end = rest
            .find(|character| self::is_wildcard(character) != is_wildcard)
            .unwrap_or(rest.len());
        let Some((part, after)) = rest.split_at_checked(end) else {
            return;
        };
        parts.push(if is_wildcard {
            ValuePart::Wildcards(part)
        } else {
            ValuePart::Text(part)
        });
        rest = after;
    }
}

fn is_wildcard(character: char) -> bool {
    matches!(character, '*' | '?')
}

#[cfg(test)]
mod tests {
    use super::ValuePart::{Text, Variable, Wildcards};
    use super::*;

    #[test]
    fn tells_text_wildcards_and_variables_apart() {
        let table: [(&str, &[ValuePart]); 5] = [
            ("", &[]),
            ("*", &[Wildcards("*")]),
            ("home/*?x", &[Text("home/"), Wildcards("*?"), Text("x")]),
            ("a${*}é", &[Text("a"), Text("${*}"), Text("é")]),
            (
                "${aws:PrincipalTag/a?}*${",
                &[
                    Variable("${aws:PrincipalTag/a?}"),
                    Wildcards("*"),
                    Text("${"),
                ],
            ),
        ];
        for (text, parts) in table {
            assert_eq!(value_parts(text), parts, "{text}");
        }
    }

    #[test]
    fn a_wildcard_inside_a_variable_is_not_free() {
        for (text, free) in [("${*}", false), ("${aws:a?}", false), ("${*}*", true)] {
            assert_eq!(has_free_wildcard(text), free, "{text}");
        }
    }
}
