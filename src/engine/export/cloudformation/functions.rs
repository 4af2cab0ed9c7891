//! A text as CloudFormation writes it: as it is, or as a function that puts parameters in.

use crate::engine::export::text::{Part, Text};
use crate::engine::policy::policy_variables;

/// A text, or the function that yields it.
#[derive(Debug, PartialEq, Eq)]
pub enum Function {
    /// The text itself, in which `${…}` means nothing to CloudFormation.
    None(String),
    /// `Ref` with this name.
    Ref(String),
    /// `Fn::Sub` with this text.
    Sub(String),
    /// `Fn::Join` of these with nothing between them, each of them a text or a `Ref`.
    Join(Vec<Function>),
}

/// The function for a text; `name` gives the names of parameters.
///
/// In `Fn::Sub` a policy variable such as `${aws:username}` is written `${!aws:username}`.
/// A `${` that is never closed cannot be written there, so such a text is joined.
/// Source: AWS CloudFormation Template Reference, "Fn::Sub", read November 2026.
pub fn function_of(text: &Text, name: &dyn Fn(usize) -> String) -> Function {
    if let Some(fixed) = text.as_fixed() {
        return Function::None(fixed.to_owned());
    }
    let whole = |part: &Part| match part {
        Part::Fixed(text) => Function::None(text.clone()),
        Part::Parameter(number) => Function::Ref(name(*number)),
        Part::Reference(name) => Function::Ref(name.clone()),
    };
    match text.parts() {
        [part] => whole(part),
        parts if parts.iter().any(has_open_brace) => {
            Function::Join(parts.iter().map(whole).collect())
        }
        _ => Function::Sub(text.written(|part| match part {
            Part::Fixed(text) => text.replace("${", "${!"),
            Part::Parameter(number) => format!("${{{}}}", name(*number)),
            Part::Reference(name) => format!("${{{name}}}"),
        })),
    }
}

fn has_open_brace(part: &Part) -> bool {
    let Part::Fixed(text) = part else {
        return false;
    };
    policy_variables(text).iter().any(|one| !one.is_closed)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(before: &str, after: &str) -> Function {
        let mut text = Text::fixed(before);
        text.push(&Text::parameter(0));
        text.push_fixed(after);
        function_of(&text, &|_| "Bucket".to_owned())
    }

    #[test]
    fn a_policy_variable_beside_a_parameter_is_escaped() {
        let sub = |text: &str| Function::Sub(text.to_owned());
        assert_eq!(function("", ""), Function::Ref("Bucket".to_owned()));
        assert_eq!(
            function("a", "/${aws:username}"),
            sub("a${Bucket}/${!aws:username}")
        );
        assert_eq!(function("$", "/${!x}"), sub("$${Bucket}/${!!x}"));
        let alone = Text::fixed("home/${aws:username}");
        assert_eq!(
            function_of(&alone, &|_| String::new()),
            Function::None("home/${aws:username}".to_owned())
        );
    }

    #[test]
    fn a_brace_that_stays_open_is_joined() {
        assert_eq!(
            function("${x", "}"),
            Function::Join(vec![
                Function::None("${x".to_owned()),
                Function::Ref("Bucket".to_owned()),
                Function::None("}".to_owned()),
            ])
        );
    }
}
