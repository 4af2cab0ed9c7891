//! Several values where only true or false makes sense.

use super::declare::{analyzer_reference, declare_check};
use std::collections::BTreeSet;

use super::conditions::{quoted_key, remove_test};
use super::context::Context;
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{KeyTest, OperatorFamily};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A key has one value under `Bool` and `Null`.
    ///
    /// ## Why it matters
    ///
    /// Such a key is true or false, so a list of both would hold always, and a list of the same twice says nothing more.
    /// AWS rejects the list.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"Bool": {"aws:SecureTransport": ["true", "false"]}}
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
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"Bool": {"aws:SecureTransport": "true"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Condition operators", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    INVALID_CONDITION_MULTIPLE_BOOLEAN {
        title: "Invalid condition multiple boolean",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-condition-multiple-boolean"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for test in ctx.policy.tests() {
        let is_boolean = test.is_of(OperatorFamily::Bool) || test.is_of(OperatorFamily::Null);
        if is_boolean && test.values().nth(1).is_some() {
            findings.push(finding(ctx, test));
        }
    }
}

fn finding(ctx: &Context, test: &KeyTest) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.value)],
        format!(
            "{} takes one value, and {} has several.",
            quoted(&test.operator_text()),
            quoted_key(ctx, test)
        ),
        "AWS accepts one value, `true` or `false`, and rejects the policy otherwise.",
        "Keep the value that is meant, or remove the test where both would do.",
    );
    let list = ctx.tree.span(test.nodes.key.value);
    let listed: BTreeSet<&str> = test.values().map(|value| ctx.tree.raw(value)).collect();
    let one_of = ["\"true\"", "\"false\"", "true", "false"]
        .into_iter()
        .filter(|value| listed.contains(value));
    let keeping = |value: &'static str| {
        let title = format!("Keep {} only", value.trim_matches('"'));
        Fix::choice(title, [Edit::replace(list, value)])
    };
    let finding = one_of.fold(finding, |finding, value| finding.mended_by(keeping(value)));
    finding.mended_by(Fix::choice(
        "Remove the test",
        [remove_test(ctx.tree, test)],
    ))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_list() {
        check(
            &CHECK,
            &statement(
                r#"{"Bool": {"a": «["true", "false"]», "b": ["true"], "c": "false"}, "Null": {"d": «[true, true]»}, "StringEquals": {"e": ["true", "false"]}}"#,
            ),
        );
    }

    #[test]
    fn keeps_one_of_the_values() {
        check_fix(
            &CHECK,
            &statement(r#"{"Bool": {"a": ["false", "true"]}}"#),
            &statement(r#"{"Bool": {"a": "true"}}"#),
        );
    }
}
