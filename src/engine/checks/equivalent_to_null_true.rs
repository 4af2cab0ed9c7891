//! Tests with `*` as the only value that ask only whether a key is missing.

use super::conditions::{move_test, quoted_key};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::lone_wildcard::{LoneWildcard, tests_that_mean};
use crate::engine::policy::KeyTest;

declare_check! {
    /// ## What it checks
    ///
    /// A condition does not compare a key with a lone `*` under a negated operator, where it only asks whether the key is missing from the request.
    ///
    /// ## Why it matters
    ///
    /// No value differs from `*`, so `StringNotLike` with `*` holds only where the request has no such key.
    /// `Null` with `true` says the same in plain words, and a reader does not take it for a comparison.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Deny",
    ///             "Action": "ec2:RunInstances",
    ///             "Resource": "arn:aws:ec2:*:111122223333:instance/*",
    ///             "Condition": {"StringNotLike": {"aws:RequestTag/team": "*"}}
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
    ///             "Effect": "Deny",
    ///             "Action": "ec2:RunInstances",
    ///             "Resource": "arn:aws:ec2:*:111122223333:instance/*",
    ///             "Condition": {"Null": {"aws:RequestTag/team": "true"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Condition operator to check existence of condition keys" and "Set operators for multivalued context keys", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    EQUIVALENT_TO_NULL_TRUE {
        title: "Equivalent to null true",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-equivalent-to-null-true"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for (test, star) in tests_that_mean(ctx, LoneWildcard::KeyIsMissing) {
        let finding = CHECK.finding(
            [ctx.location(star.node)],
            format!(
                "No value differs from `*`, so this only asks whether {} is missing from the request.",
                quoted_key(ctx, test)
            ),
            "The test reads like a comparison, but no value passes.",
            "Test the key with `Null` and `true`, or write the values that are meant.",
        );
        findings.push(finding.mended_by(with_null(ctx, test)));
    }
}

fn with_null(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    let edits = move_test(ctx, test, "Null", Some(r#""true""#))?;
    Fix::choice("Test with Null that the key is missing", edits)
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_fix;
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn moves_the_key_and_leaves_its_neighbours() {
        for (before, after) in [
            (
                r#"{"StringNotLike": {"k": ["*"]}}"#,
                r#"{"Null": {"k": "true"}}"#,
            ),
            (
                r#"{"StringNotLike": {"k": "*", "l": "a*"}}"#,
                r#"{"StringNotLike": {"l": "a*"}, "Null": {"k": "true"}}"#,
            ),
            (
                r#"{"StringNotLike": {"k": "*"}, "Null": {"m": "true"}}"#,
                r#"{"Null": {"m": "true", "k": "true"}}"#,
            ),
        ] {
            check_fix(&CHECK, &statement(before), &statement(after));
        }
    }
}
