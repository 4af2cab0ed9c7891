//! Wildcards under operators that do not know them.

use super::conditions::move_test;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::narrow_keys::{Opening, is_too_open_as_pattern};
use super::wording::quoted;
use crate::engine::policy::{Entry, KeyTest, OperatorFamily, Relation, has_free_wildcard};

declare_check! {
    /// ## What it checks
    ///
    /// No value under `StringEquals`, `StringNotEquals` or their forms with `IgnoreCase` has a `*` or `?`.
    ///
    /// ## Why it matters
    ///
    /// These operators take `*` and `?` as letters of the value, and do not match what a pattern would.
    /// The statement applies to fewer requests than it seems, or to more.
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
    ///             "Condition": {"StringEquals": {"s3:prefix": "home/*"}}
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
    ///             "Condition": {"StringLike": {"s3:prefix": "home/*"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Condition operators", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    WILDCARD_WITHOUT_LIKE_OPERATOR {
        title: "Wildcard without a Like operator",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-wildcard-without-like-operator"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for test in ctx.policy.tests().iter().filter(|test| is_literal(test)) {
        let patterns = test
            .entries()
            .filter(|entry| has_free_wildcard(&entry.text) && ctx.is_settled(entry.node));
        for (place, entry) in patterns.enumerate() {
            let finding = finding(ctx, &entry);
            let fix = (place < MOST_FIXES).then(|| with_like(ctx, test)).flatten();
            findings.push(finding.mended_by(fix));
        }
    }
}

/// Every fix mends all values of its key and may repeat them, so only the first values offer it.
const MOST_FIXES: usize = 10;

/// Whether the operator takes wildcards as letters; `ArnEquals` reads them as `ArnLike` does.
fn is_literal(test: &KeyTest) -> bool {
    let takes_letters =
        test.compares(Relation::Equals) || test.compares(Relation::EqualsIgnoreCase);
    test.is_of(OperatorFamily::String) && takes_letters
}

fn finding(ctx: &Context, entry: &Entry) -> Finding {
    CHECK.finding(
        [ctx.location(entry.node)],
        format!("{} has a wildcard that the operator takes as a letter.", quoted(&entry.text)),
        "Only the `Like` operators read `*` and `?` as patterns; here they must stand in the request as they are.",
        "Use the `Like` operator, or write the whole value.",
    )
}

/// Reads the values as patterns, unless one of them would then let strangers in.
fn with_like(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    let is_too_open = |entry: Entry| {
        let openings = [Opening::Wildcard, Opening::Variable];
        openings
            .into_iter()
            .any(|opening| is_too_open_as_pattern(test, &entry.text, opening))
    };
    if test.entries().any(is_too_open) {
        return None;
    }
    let like = test.operator?.with_relation(Relation::Like)?;
    let name = test.operator_text_with(like);
    let edits = move_test(ctx, test, &name, None)?;
    Fix::choice(format!("Use {name}"), edits)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            &statement(
                r#"{"StringEquals": {"a": [«"home/*"», "home/", "${*}", "${aws:username}"], "b": «"?"»}, "ForAnyValue:StringNotEqualsIgnoreCase": {"c": «"*"»}, "StringLike": {"d": "a*"}, "ArnEquals": {"e": "arn:aws:s3:::*"}}"#,
            ),
        );
    }

    #[test]
    fn uses_the_like_operator_for_the_key() {
        for (before, after) in [
            (
                r#"{"StringEquals": {"a": ["x*", "y"]}}"#,
                r#"{"StringLike": {"a": ["x*", "y"]}}"#,
            ),
            (
                r#"{"ForAllValues:StringNotEqualsIfExists": {"a": "x*", "b": "y"}}"#,
                r#"{"ForAllValues:StringNotEqualsIfExists": {"b": "y"}, "ForAllValues:StringNotLikeIfExists": {"a": "x*"}}"#,
            ),
        ] {
            check_fix(&CHECK, &statement(before), &statement(after));
        }
    }
}
