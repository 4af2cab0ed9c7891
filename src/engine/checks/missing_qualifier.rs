//! Condition keys with several values, tested without a set operator.

use super::conditions::{add_test, move_test, quoted_key};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::policy::{KeyTest, OperatorFamily, Qualifier};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A condition key of which a request may carry several values is tested with `ForAnyValue:` or `ForAllValues:`.
    /// `Null` does not need them.
    ///
    /// ## Why it matters
    ///
    /// Without one of the two it is not said whether one of the values has to pass the test or all of them, and AWS rejects the policy.
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
    ///             "Condition": {"StringEquals": {"aws:TagKeys": ["team"]}}
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
    /// Service Authorization Reference, types of condition keys, October 2026;
    /// IAM User Guide, "Set operators for multivalued context keys", 2025.
    MISSING_QUALIFIER {
        title: "Missing set operator",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-missing-qualifier"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let many = ctx.known_tests().filter(|(_, key)| key.is_multivalued());
    findings.extend(
        many.filter(|(test, _)| lacks_qualifier(test))
            .map(|(test, _)| finding(ctx, test)),
    );
}

fn lacks_qualifier(test: &KeyTest) -> bool {
    test.operator.is_some() && test.qualifier.is_none() && !test.is_of(OperatorFamily::Null)
}

fn finding(ctx: &Context, test: &KeyTest) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!(
            "A request may carry several values of {}, and the operator does not say which of them must pass.",
            quoted_key(ctx, test)
        ),
        "AWS rejects such a test.",
        "Write `ForAnyValue:` in front of the operator if one value is enough, or `ForAllValues:` if every value must pass; the latter also passes where there is no value at all.",
    );
    finding
        .mended_by(with(ctx, test, Qualifier::ForAnyValue))
        .mended_by(for_all_of_some(ctx, test))
}

fn with(ctx: &Context, test: &KeyTest, qualifier: Qualifier) -> Option<Fix> {
    let edits = qualified(ctx, test, qualifier)?;
    Fix::choice_by_reference(format!("Write {}", operator(test, qualifier)), edits)
}

/// Every value must pass, and there must be one.
fn for_all_of_some(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    let mut tests = test.statement.tests();
    if tests.any(|other| other.is_of(OperatorFamily::Null) && other.is_about(&test.key)) {
        return with(ctx, test, Qualifier::ForAllValues);
    }
    let key = ctx.written(ctx.tree.content_span(test.nodes.key.key));
    let edits = qualified(ctx, test, Qualifier::ForAllValues)?.into_iter();
    let there = add_test(ctx.tree, test, "Null", &key, "\"false\"")?;
    let operator = operator(test, Qualifier::ForAllValues);
    Fix::choice_by_reference(
        format!("Write {operator}, and test that there is a value"),
        edits.chain([there]),
    )
}

fn qualified(ctx: &Context, test: &KeyTest, qualifier: Qualifier) -> Option<Vec<Edit>> {
    move_test(ctx, test, &operator(test, qualifier), None)
}

fn operator(test: &KeyTest, qualifier: Qualifier) -> String {
    format!("{}{}", qualifier.text(), test.operator_text())
}

#[cfg(test)]
mod tests {
    use super::super::Options;
    use super::super::testing::{check, check_clean, check_fix, findings_with};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_key_however_many_values_there_are() {
        check(
            &CHECK,
            &statement(
                r#"{"StringEquals": {«"aws:TagKeys"»: "a", «"EVENTS:detail-type"»: ["a"], "aws:PrincipalArn": "a"}, "StringLikeIfExists": {«"aws:PrincipalOrgPaths"»: ["a", "b"]}}"#,
            ),
        );
    }

    #[test]
    fn set_operators_null_and_unknown_operators_are_not_meant() {
        for operator in [
            "ForAnyValue:StringLike",
            "ForAllValues:StringLike",
            "Null",
            "StringMatch",
        ] {
            check_clean(
                &CHECK,
                &statement(&format!(r#"{{"{operator}": {{"aws:TagKeys": "true"}}}}"#)),
            );
        }
    }

    #[test]
    fn one_value_is_enough() {
        for (before, after) in [
            (
                r#"{"StringEquals": {"aws:TagKeys": ["a"]}}"#,
                r#"{"ForAnyValue:StringEquals": {"aws:TagKeys": ["a"]}}"#,
            ),
            (
                r#"{"StringLike": {"aws:TagKeys": "a*", "s3:prefix": "b"}}"#,
                r#"{"StringLike": {"s3:prefix": "b"}, "ForAnyValue:StringLike": {"aws:TagKeys": "a*"}}"#,
            ),
        ] {
            check_fix(&CHECK, &statement(before), &statement(after));
        }
    }

    #[test]
    fn every_value_must_pass_and_there_must_be_one() {
        for (before, after) in [
            (
                r#"{"StringEquals": {"aws:TagKeys": ["a"]}}"#,
                r#"{"ForAllValues:StringEquals": {"aws:TagKeys": ["a"]}, "Null": {"aws:TagKeys": "false"}}"#,
            ),
            (
                r#"{"StringLike": {"aws:TagKeys": "a*", "s3:prefix": "b"}}"#,
                r#"{"StringLike": {"s3:prefix": "b"}, "ForAllValues:StringLike": {"aws:TagKeys": "a*"}, "Null": {"aws:TagKeys": "false"}}"#,
            ),
            (
                r#"{"Null": {"aws:TagKeys": "false"}, "StringLike": {"aws:TagKeys": "a*"}}"#,
                r#"{"Null": {"aws:TagKeys": "false"}, "ForAllValues:StringLike": {"aws:TagKeys": "a*"}}"#,
            ),
        ] {
            let before = statement(before);
            let found = findings_with(&CHECK, &before, &Options::default());
            let second = found.first().and_then(|one| one.fixes.get(1));
            let mended = second.and_then(|fix| fix.edits.apply(&before));
            assert_eq!(mended.as_deref(), Some(statement(after).as_str()));
        }
    }
}
