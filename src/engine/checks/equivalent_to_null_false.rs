//! Tests with `*` as the only value that ask only whether a key is there.

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
    /// A condition does not compare a key with a lone `*` where it only asks whether the key is in the request.
    ///
    /// ## Why it matters
    ///
    /// `StringLike` with `*` matches every value, so the test holds whenever the key is there.
    /// `Null` with `false` says the same in plain words, and a reader does not take it for a comparison.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "ec2:StartInstances",
    ///             "Resource": "arn:aws:ec2:*:111122223333:instance/*",
    ///             "Condition": {"StringLike": {"aws:ResourceTag/team": "*"}}
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
    ///             "Action": "ec2:StartInstances",
    ///             "Resource": "arn:aws:ec2:*:111122223333:instance/*",
    ///             "Condition": {"Null": {"aws:ResourceTag/team": "false"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Condition operator to check existence of condition keys" and "Set operators for multivalued context keys", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    EQUIVALENT_TO_NULL_FALSE {
        title: "Equivalent to null false",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-equivalent-to-null-false"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for (test, star) in tests_that_mean(ctx, LoneWildcard::KeyIsThere) {
        let finding = CHECK.finding(
            [ctx.location(star.node)],
            format!(
                "`*` matches every value, so this only asks whether {} is in the request.",
                quoted_key(ctx, test)
            ),
            "The test reads like a comparison, but any value passes.",
            "Test the key with `Null` and `false`, or write the values that are meant.",
        );
        findings.push(finding.mended_by(with_null(ctx, test)));
    }
}

fn with_null(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    let edits = move_test(ctx, test, "Null", Some(r#""false""#))?;
    Fix::choice("Test with Null that the key is there", edits)
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::super::testing::{check_fix, findings_with};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn moves_the_key_and_leaves_its_neighbours() {
        for (before, after) in [
            (
                r#"{"StringLike": {"k": ["*"]}}"#,
                r#"{"Null": {"k": "false"}}"#,
            ),
            (
                r#"{"StringLike": {"k": "*", "l": "a*"}}"#,
                r#"{"StringLike": {"l": "a*"}, "Null": {"k": "false"}}"#,
            ),
            (
                r#"{"StringLike": {"k": "*"}, "Null": {"m": "true"}}"#,
                r#"{"Null": {"m": "true", "k": "false"}}"#,
            ),
        ] {
            check_fix(&CHECK, &statement(before), &statement(after));
        }
    }

    #[test]
    fn keeps_the_stand_ins_of_what_it_moves() {
        check_fix(
            &CHECK,
            &statement(r#"{"StringLike": {"aws:ResourceTag/{{tag}}": "*", "l": "a*"}}"#),
            &statement(
                r#"{"StringLike": {"l": "a*"}, "Null": {"aws:ResourceTag/{{tag}}": "false"}}"#,
            ),
        );
    }

    #[test]
    fn leaves_a_key_that_null_tests_already() {
        let twice = statement(r#"{"StringLike": {"k": "*"}, "Null": {"K": "false"}}"#);
        let found = findings_with(&CHECK, &twice, &Options::default());
        assert!(found.iter().all(|one| one.fixes.is_empty()), "{found:#?}");
        assert_eq!(found.len(), 1);
    }
}
