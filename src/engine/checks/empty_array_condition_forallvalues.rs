//! Conditions that compare all values of a key with an empty list.

use super::conditions::quoted_key;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::empty_list::{removal, tests_without_values, with_null};
use super::finding::Finding;
use crate::engine::policy::Qualifier;

declare_check! {
    /// ## What it checks
    ///
    /// A test with `ForAllValues:` compares the key with at least one value.
    ///
    /// ## Why it matters
    ///
    /// All of no values pass, whatever they are compared with.
    /// Against an empty list, a test without `Not` therefore holds only where the request does not have the key.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "ec2:CreateTags",
    ///             "Resource": "arn:aws:ec2:*:111122223333:instance/*",
    ///             "Condition": {"ForAllValues:StringEquals": {"aws:TagKeys": []}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Valid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "ec2:CreateTags",
    ///             "Resource": "arn:aws:ec2:*:111122223333:instance/*",
    ///             "Condition": {"Null": {"aws:TagKeys": "true"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Conditions with multiple context keys or values", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    EMPTY_ARRAY_CONDITION_FORALLVALUES {
        title: "Empty array condition forallvalues",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-empty-array-condition-forallvalues"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for (test, list) in tests_without_values(ctx)
        .filter(|(test, _)| test.qualifier == Some(Qualifier::ForAllValues))
    {
        let finding = CHECK.finding(
            [list],
            format!("{} is compared with an empty list.", quoted_key(ctx, test)),
            "Where no value is listed, only a request without the key can pass, unless the operator is negated.",
            "Write the values that are meant, or say with `Null` and `true` that the key must be missing.",
        );
        findings.push(
            finding
                .mended_by(with_null(ctx, test))
                .mended_by(removal(ctx, test)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_empty_list() {
        check(
            &CHECK,
            &statement(
                r#"{"ForAllValues:StringEquals": {"a": «[]», "b": ["x"]}, "StringEquals": {"c": []}}"#,
            ),
        );
    }

    #[test]
    fn says_with_null_what_an_operator_without_not_comes_down_to() {
        check_fix(
            &CHECK,
            &statement(r#"{"ForAllValues:StringEquals": {"a": []}}"#),
            &statement(r#"{"Null": {"a": "true"}}"#),
        );
        check_fix(
            &CHECK,
            &statement(r#"{"ForAllValues:StringNotEquals": {"a": []}}"#),
            r#"{"Statement": {"Effect": "Allow"}}"#,
        );
    }
}
