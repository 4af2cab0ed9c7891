//! Conditions that compare a key, if it exists, with an empty list.

use super::conditions::quoted_key;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::empty_list::{removal, tests_without_values, with_null};
use super::finding::Finding;

declare_check! {
    /// ## What it checks
    ///
    /// A test with `IfExists` compares the key with at least one value.
    ///
    /// ## Why it matters
    ///
    /// Nothing equals one of no values, so a test without `Not` holds only where the request does not have the key.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    ///             "Condition": {"StringEqualsIfExists": {"s3:prefix": []}}
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
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    ///             "Condition": {"Null": {"s3:prefix": "true"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Conditions with multiple context keys or values", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    EMPTY_ARRAY_CONDITION_IFEXISTS {
        title: "Empty array condition ifexists",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-empty-array-condition-ifexists"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for (test, list) in
        tests_without_values(ctx).filter(|(test, _)| test.qualifier.is_none() && test.if_exists)
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
                r#"{"StringEqualsIfExists": {"a": «[]», "b": ["x"]}, "StringEquals": {"c": []}}"#,
            ),
        );
    }

    #[test]
    fn says_with_null_what_an_operator_without_not_comes_down_to() {
        check_fix(
            &CHECK,
            &statement(r#"{"Null": {"b": "true"}, "StringEqualsIfExists": {"a": []}}"#),
            &statement(r#"{"Null": {"b": "true", "a": "true"}}"#),
        );
    }
}
