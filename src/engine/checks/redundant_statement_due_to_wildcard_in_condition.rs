//! Tests with `*` as the only value that never hold.

use super::conditions::{quoted_key, remove_statement, remove_test};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::lone_wildcard::{LoneWildcard, tests_that_mean};
use crate::engine::policy::KeyTest;

declare_check! {
    /// ## What it checks
    ///
    /// A statement has no test that holds for no request:
    /// `ForAnyValue:StringNotLike` with a lone `*`, or a negated operator with a lone `*` beside `Null` and `false` for the same key.
    ///
    /// ## Why it matters
    ///
    /// No value differs from `*`, so the condition is never met, and the statement neither allows nor denies anything.
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
    ///             "Condition": {"ForAnyValue:StringNotLike": {"aws:TagKeys": "*"}}
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
    ///             "Condition": {"ForAnyValue:StringNotLike": {"aws:TagKeys": "secret*"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Condition operator to check existence of condition keys" and "Set operators for multivalued context keys", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    REDUNDANT_STATEMENT_DUE_TO_WILDCARD_IN_CONDITION {
        title: "Redundant statement due to wildcard in condition",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-redundant-statement-due-to-wildcard-in-condition"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for (test, star) in tests_that_mean(ctx, LoneWildcard::Never) {
        let finding = CHECK.finding(
            [ctx.location(star.node)],
            format!(
                "The test of {} holds for no request.",
                quoted_key(ctx, test)
            ),
            "No value differs from `*`, so the statement never applies.",
            "Remove the statement, or write the values that are meant.",
        );
        findings.push(
            finding
                .mended_by(statement_removal(ctx, test))
                .mended_by(test_removal(ctx, test)),
        );
    }
}

fn statement_removal(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    Fix::choice(
        "Remove the statement",
        [remove_statement(ctx, &test.statement)?],
    )
}

fn test_removal(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    Fix::choice("Remove the test", [remove_test(ctx.tree, test)])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn takes_the_statement_out_where_another_is_left() {
        let dead = r#"{"Condition": {"ForAnyValue:StringNotLike": {"k": "*"}}}"#;
        check_fix(
            &CHECK,
            &format!(r#"{{"Statement": [{{"Effect": "Deny"}}, {dead}]}}"#),
            r#"{"Statement": [{"Effect": "Deny"}]}"#,
        );
        check_fix(
            &CHECK,
            &statement(r#"{"ForAnyValue:StringNotLike": {"k": "*"}}"#),
            r#"{"Statement": {"Effect": "Allow"}}"#,
        );
    }

    #[test]
    fn a_key_that_must_be_there_cannot_be_missing() {
        check(
            &CHECK,
            &statement(r#"{"Null": {"k": "false"}, "StringNotLike": {"K": «"*"», "l": "*"}}"#),
        );
    }
}
