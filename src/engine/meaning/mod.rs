//! What a policy permits, as far as it can be told from the text alone.
//!
//! Two policies mean the same when they are the same but for spelling: see [`effect_of`].
//! Knows `text`, `syntax` and `policy`, and nothing of findings.

mod reading;
mod shape;

use std::collections::BTreeMap;

use crate::engine::syntax::{NodeId, Tree};
use reading::{Reading, StatementReading};

/// What a change does to the access a policy gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AccessEffect {
    /// The same requests are allowed as before.
    Same,
    /// Fewer requests are allowed.
    Less,
    /// More requests are allowed.
    More,
    /// Some requests are no longer allowed, others are now.
    Different,
    /// It cannot be told.
    Unknown,
}

impl AccessEffect {
    /// The name in the output of the command: one lower case word.
    pub fn id(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Less => "less",
            Self::More => "more",
            Self::Different => "different",
            Self::Unknown => "unknown",
        }
    }

    /// The label for the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Same => "same access",
            Self::Less => "less access",
            Self::More => "more access",
            Self::Different => "different access",
            Self::Unknown => "cannot tell",
        }
    }
}

/// What changing the policy `before` into `after` does to the access it gives.
///
/// [`AccessEffect::Same`] when both read as the same policy once these differences are laid aside:
/// errors of JSON that reading can see through, the order of members, entries and statements,
/// a single value or a list of one, the case of element names, of `Effect`, of actions and of condition keys,
/// `Sid` and `Id`, `"*"` or `{"AWS": "*"}` as principal, and `Version` where no policy variable depends on it.
/// [`AccessEffect::Unknown`] otherwise.
pub fn effect_of(before: &Tree, after: &Tree) -> AccessEffect {
    if Reading::new(before) == Reading::new(after) {
        AccessEffect::Same
    } else {
        AccessEffect::Unknown
    }
}

/// The statements that say the same but for spelling, as [`effect_of`] understands it, and for their `Sid`.
///
/// Groups of two and more, in the order of their first statements; `statements` are objects, in any order.
pub fn equal_statements(tree: &Tree, statements: &[NodeId]) -> Vec<Vec<NodeId>> {
    let mut by_reading: BTreeMap<StatementReading, Vec<NodeId>> = BTreeMap::new();
    for statement in statements {
        let reading = StatementReading::new(tree, *statement);
        by_reading.entry(reading).or_default().push(*statement);
    }
    let mut groups: Vec<Vec<NodeId>> = by_reading
        .into_values()
        .filter(|group| group.len() > 1)
        .collect();
    groups.sort();
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::syntax::parse;

    fn effect(before: &str, after: &str) -> AccessEffect {
        effect_of(&parse(before), &parse(after))
    }

    fn statement(elements: &str) -> String {
        format!(r#"{{"Version": "2012-10-17", "Statement": [{{{elements}}}]}}"#)
    }

    #[test]
    fn different_spellings_of_one_statement_give_the_same_access() {
        let plain = r#""Sid": "A", "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*""#;
        for spelling in [
            r#""Effect": "Allow", "Action": ["s3:PutObject", "s3:GetObject"], "Resource": "*""#,
            r#""Resource": ["*"], "Action": ["s3:getobject", "S3:PutObject"], "Effect": "Allow""#,
            r#""effect": "allow", "Action": ["s3:GetObject" "s3:PutObject",], 'Resource': "*" // all"#,
        ] {
            assert_eq!(
                effect(&statement(plain), &statement(spelling)),
                AccessEffect::Same,
                "{spelling}"
            );
        }
    }

    #[test]
    fn a_different_statement_is_not_called_the_same() {
        let plain = r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "*""#;
        for other in [
            r#""Effect": "Deny", "Action": "s3:GetObject", "Resource": "*""#,
            r#""Effect": "Allow", "NotAction": "s3:GetObject", "Resource": "*""#,
            r#""Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*""#,
            r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a""#,
            r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Conditon": {}"#,
            r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": {}"#,
            r#""Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Action": "s3:*""#,
            r#""Effect": ["Allow"], "Action": "s3:GetObject", "Resource": "*""#,
        ] {
            assert_eq!(
                effect(&statement(plain), &statement(other)),
                AccessEffect::Unknown,
                "{other}"
            );
        }
    }

    #[test]
    fn resources_keep_their_case_and_condition_keys_do_not() {
        let of = |resource: &str, key: &str| {
            statement(&format!(
                r#""Resource": "{resource}", "Condition": {{"Bool": {{"{key}": true}}}}"#
            ))
        };
        assert_eq!(
            effect(
                &of("a", "aws:SecureTransport"),
                &of("a", "AWS:securetransport")
            ),
            AccessEffect::Same
        );
        assert_eq!(effect(&of("a", "k"), &of("A", "k")), AccessEffect::Unknown);
    }

    #[test]
    fn everybody_can_be_written_in_two_ways() {
        let of = |principal: &str| statement(&format!(r#""Principal": {principal}"#));
        assert_eq!(
            effect(&of(r#""*""#), &of(r#"{"AWS": ["*"]}"#)),
            AccessEffect::Same
        );
        assert_eq!(
            effect(&of(r#""*""#), &of(r#"{"Service": "*"}"#)),
            AccessEffect::Unknown
        );
    }

    #[test]
    fn the_version_matters_to_policy_variables_only() {
        let of = |version: &str, resource: &str| {
            format!(r#"{{{version}"Statement": {{"Resource": "{resource}"}}}}"#)
        };
        let new = r#""Version": "2012-10-17", "#;
        assert_eq!(effect(&of("", "*"), &of(new, "*")), AccessEffect::Same);
        assert_eq!(
            effect(&of("", "${aws:username}"), &of(new, "${aws:username}")),
            AccessEffect::Unknown
        );
        assert_eq!(
            effect(&of(r#""Version": "2013", "#, "*"), &of(new, "*")),
            AccessEffect::Unknown
        );
    }

    #[test]
    fn texts_that_are_no_policies_are_compared_as_they_stand() {
        for (before, after, same) in [
            ("", "", true),
            (r#"["1" "2", [3]]"#, r#"["1", "2", [3]]"#, true),
            ("[1, 2, [3]]", "[1, 2, 3]", false),
            ("[a]", r#"["a"]"#, true),
            ("[1]", r#"["1"]"#, false),
        ] {
            assert_eq!(
                effect(before, after) == AccessEffect::Same,
                same,
                "{before}"
            );
        }
    }

    #[test]
    fn deep_nests_are_read_without_recursion() {
        let deep = "[".repeat(100_000);
        assert_eq!(effect(&deep, &deep), AccessEffect::Same);
        let element = statement(&format!(r#""Action": {deep}"#));
        assert_eq!(effect(&element, &element), AccessEffect::Same);
    }

    #[test]
    fn statements_are_equal_whatever_their_names_and_the_order_in_their_lists() {
        let tree = parse(
            r#"[{"Sid": "A", "Action": ["s3:a", "s3:b"]}, {"Action": "s3:a"}, {"Action": ["s3:B", "s3:a"]}, {"Action": ["s3:a"]}, {}]"#,
        );
        let list = tree.root().map(|root| tree.elements(root).collect());
        let list: Vec<NodeId> = list.unwrap_or_default();
        let groups = equal_statements(&tree, &list);
        let places = |group: &Vec<NodeId>| group.iter().map(|one| tree.ordinal(*one)).collect();
        let groups: Vec<Vec<usize>> = groups.iter().map(places).collect();
        assert_eq!(groups, [[0, 2], [1, 3]]);
    }
}
