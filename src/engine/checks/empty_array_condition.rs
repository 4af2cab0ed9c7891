//! Conditions that compare a key with an empty list.

use super::conditions::quoted_key;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::empty_list::{removal, tests_without_values};
use super::finding::Finding;

declare_check! {
    /// ## What it checks
    ///
    /// A condition compares a key with at least one value.
    ///
    /// ## Why it matters
    ///
    /// Nothing equals one of no values, so the test does not say what is meant: whether the statement applies no longer depends on the value of the key.
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
    ///             "Condition": {"StringEquals": {"s3:prefix": []}}
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
    ///             "Condition": {"StringEquals": {"s3:prefix": ["home/"]}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Conditions with multiple context keys or values", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    EMPTY_ARRAY_CONDITION {
        title: "Empty array condition",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-empty-array-condition"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for (test, list) in
        tests_without_values(ctx).filter(|(test, _)| test.qualifier.is_none() && !test.if_exists)
    {
        let finding = CHECK.finding(
            [list],
            format!("{} is compared with an empty list.", quoted_key(ctx, test)),
            "With no value to compare with, the test does not limit the key to anything.",
            "Write the values that are meant, or remove the test.",
        );
        findings.push(finding.mended_by(removal(ctx, test)));
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
                r#"{"StringEquals": {"a": «[]», "b": "", "c": [""]}, "Bool": {"d": «[ ]»}, "StringLikeIfExists": {"e": []}, "ForAnyValue:StringLike": {"f": []}}"#,
            ),
        );
    }

    #[test]
    fn takes_the_test_out() {
        check_fix(
            &CHECK,
            &statement(r#"{"StringEquals": {"a": [], "b": "x"}}"#),
            &statement(r#"{"StringEquals": {"b": "x"}}"#),
        );
    }
}
