//! Tests with `*` as the only value that always hold.

use super::conditions::{quoted_key, remove_test};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::lone_wildcard::{LoneWildcard, tests_that_mean};
use crate::engine::policy::KeyTest;

declare_check! {
    /// ## What it checks
    ///
    /// A condition has no test that holds for every request, such as `StringLikeIfExists` or `ForAllValues:StringLike` with a lone `*`.
    ///
    /// ## Why it matters
    ///
    /// Such a test limits nothing: any value matches, and a request without the key passes as well.
    /// Somebody who reads the policy may take it for a limit.
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
    ///             "Condition": {"StringLikeIfExists": {"s3:prefix": "*"}}
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
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Condition operator to check existence of condition keys" and "Set operators for multivalued context keys", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    REDUNDANT_KEY_DUE_TO_WILDCARD_IN_CONDITION {
        title: "Redundant key due to wildcard in condition",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-redundant-key-due-to-wildcard-in-condition"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for (test, star) in tests_that_mean(ctx, LoneWildcard::Always) {
        let finding = CHECK.finding(
            [ctx.location(star.node)],
            format!("The test of {} holds for every request.", quoted_key(ctx, test)),
            "Any value matches `*`, and a request without the key passes too, so the test limits nothing.",
            "Remove the test, or write the values that are meant.",
        );
        findings.push(finding.mended_by(removal(ctx, test)));
    }
}

fn removal(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    Fix::choice("Remove the test", [remove_test(ctx.tree, test)])
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_fix;
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn takes_the_test_out_with_what_it_leaves_empty() {
        for (before, after) in [
            (
                statement(r#"{"StringLikeIfExists": {"k": "*"}}"#),
                r#"{"Statement": {"Effect": "Allow"}}"#.to_owned(),
            ),
            (
                statement(r#"{"ArnLikeIfExists": {"k": "*"}, "Bool": {"m": true}}"#),
                statement(r#"{"Bool": {"m": true}}"#),
            ),
            (
                statement(r#"{"ForAllValues:StringLike": {"l": "a*", "k": "*"}}"#),
                statement(r#"{"ForAllValues:StringLike": {"l": "a*"}}"#),
            ),
        ] {
            check_fix(&CHECK, &before, &after);
        }
    }
}
