//! Conditions that look for any value of a key in an empty list.

use super::conditions::quoted_key;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::empty_list::{removal, statement_removal, tests_without_values};
use super::finding::Finding;
use crate::engine::policy::Qualifier;

declare_check! {
    /// ## What it checks
    ///
    /// A test with `ForAnyValue:` compares the key with at least one value.
    ///
    /// ## Why it matters
    ///
    /// None of the values of a request is in an empty list, so a test without `Not` never holds, and the statement never applies.
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
    ///             "Condition": {"ForAnyValue:StringEquals": {"aws:TagKeys": []}}
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
    ///             "Condition": {"ForAnyValue:StringEquals": {"aws:TagKeys": ["team"]}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Conditions with multiple context keys or values", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    EMPTY_ARRAY_CONDITION_FORANYVALUE {
        title: "Empty array condition foranyvalue",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-empty-array-condition-foranyvalue"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for (test, list) in
        tests_without_values(ctx).filter(|(test, _)| test.qualifier == Some(Qualifier::ForAnyValue))
    {
        let finding = CHECK.finding(
            [list],
            format!("{} is compared with an empty list.", quoted_key(ctx, test)),
            "No value is in an empty list, so the statement never applies, unless the operator is negated.",
            "Write the values that are meant, or remove the statement.",
        );
        findings.push(
            finding
                .mended_by(statement_removal(ctx, test))
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
                r#"{"ForAnyValue:StringEquals": {"a": «[]», "b": ["x"]}, "StringEquals": {"c": []}}"#,
            ),
        );
    }

    #[test]
    fn takes_the_statement_out_where_another_is_left() {
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Condition": {"ForAnyValue:StringLike": {"a": []}}}, {"Sid": "A"}]}"#,
            r#"{"Statement": [{"Sid": "A"}]}"#,
        );
    }
}
