//! Conditions: their operators, such as `ForAllValues:StringLikeIfExists`, and the tests under them.

use crate::engine::syntax::{Member, NodeId, Tree};

/// One test of a condition: an operator, a condition key, and the values it is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConditionTest {
    /// The member whose name is the operator.
    pub operator: Member,
    /// The member whose name is the condition key and whose value holds the values.
    pub key: Member,
}

/// The tests of a `Condition` element's value, in the order of the text.
pub fn condition_tests(tree: &Tree, value: NodeId) -> impl Iterator<Item = ConditionTest> {
    let under = |operator: Member| {
        tree.members(operator.value)
            .map(move |key| ConditionTest { operator, key })
    };
    tree.members(value).flat_map(under)
}

/// What a set operator demands of a key with several values.
///
/// Source: IAM User Guide, "Set operators for multivalued context keys", 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Qualifier {
    /// `ForAllValues:`
    ForAllValues,
    /// `ForAnyValue:`
    ForAnyValue,
}

impl Qualifier {
    /// The prefix of an operator's name, its colon included.
    pub fn text(self) -> &'static str {
        match self {
            Self::ForAllValues => "ForAllValues:",
            Self::ForAnyValue => "ForAnyValue:",
        }
    }
}

/// A condition operator; nothing is said about whether AWS knows its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ConditionOperator<'a> {
    /// The set operator in front, if any.
    pub qualifier: Option<Qualifier>,
    /// The operator itself, as written: `StringLike`.
    pub name: &'a str,
    /// Whether `IfExists` stands at the end.
    pub if_exists: bool,
}

impl<'a> ConditionOperator<'a> {
    /// Takes a member name of `Condition` apart; an unknown qualifier stays part of the name.
    pub fn new(text: &'a str) -> Self {
        let (qualifier, rest) = cut_qualifier(text);
        let stem = rest.strip_suffix("IfExists");
        Self {
            qualifier,
            name: stem.unwrap_or(rest),
            if_exists: stem.is_some(),
        }
    }
}

fn cut_qualifier(text: &str) -> (Option<Qualifier>, &str) {
    match text.split_once(':') {
        Some(("ForAllValues", rest)) => (Some(Qualifier::ForAllValues), rest),
        Some(("ForAnyValue", rest)) => (Some(Qualifier::ForAnyValue), rest),
        _ => (None, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_operators_apart() {
        let table = [
            ("StringLike", None, "StringLike", false),
            ("StringEqualsIfExists", None, "StringEquals", true),
            (
                "ForAllValues:StringLikeIfExists",
                Some(Qualifier::ForAllValues),
                "StringLike",
                true,
            ),
            (
                "ForAnyValue:ArnLike",
                Some(Qualifier::ForAnyValue),
                "ArnLike",
                false,
            ),
            ("ForSome:ArnLike", None, "ForSome:ArnLike", false),
        ];
        for (text, qualifier, name, if_exists) in table {
            assert_eq!(
                ConditionOperator::new(text),
                ConditionOperator {
                    qualifier,
                    name,
                    if_exists
                },
                "{text}"
            );
        }
    }
}
