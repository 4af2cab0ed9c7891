//! Values under `Bool` and `Null` that are neither true nor false.

use super::condition_values::{ConditionValue, values_under};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::OperatorFamily;
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// Each value under `Bool` and `Null` is `true` or `false`.
    ///
    /// ## Why it matters
    ///
    /// No request has another value, so the test does not do what is meant.
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
    ///             "Condition": {"Bool": {"aws:SecureTransport": "yes"}}
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
    TYPE_MISMATCH_BOOLEAN {
        title: "Type mismatch: boolean",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-type-mismatch-boolean"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for value in values_under(ctx, &[OperatorFamily::Bool, OperatorFamily::Null]) {
        if !is_boolean(&value.text) {
            findings.push(finding(ctx, &value));
        }
    }
}

fn finding(ctx: &Context, value: &ConditionValue) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(value.node)],
        format!("{} is neither `true` nor `false`.", quoted(&value.text)),
        "AWS compares such a key with `true` and `false` only, and anything else never matches.",
        "Write `true` or `false`.",
    );
    let meant = meant(&value.text);
    let choices = ["true", "false"].into_iter();
    let choices = choices.filter(|word| meant.is_none_or(|meant| meant == *word));
    choices.fold(finding, |finding, word| {
        let edit = Edit::replace(ctx.tree.span(value.node), format!("\"{word}\""));
        finding.mended_by(Fix::choice(format!("Write {word}"), [edit]))
    })
}

pub(super) fn is_boolean(text: &str) -> bool {
    ["true", "false"]
        .iter()
        .any(|word| text.eq_ignore_ascii_case(word))
}

fn meant(text: &str) -> Option<&'static str> {
    match text.trim().to_ascii_lowercase().as_str() {
        "yes" | "y" | "on" | "1" | "t" | "true" | "enabled" => Some("true"),
        "no" | "n" | "off" | "0" | "f" | "false" | "disabled" => Some("false"),
        _ => None,
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
    fn is_about_the_value() {
        check(
            &CHECK,
            &statement(
                r#"{"Bool": {"a": «"yes"», "b": true, "c": "True", "d": «1»}, "Null": {"e": [«""»], "f": "false"}, "StringEquals": {"g": "yes"}}"#,
            ),
        );
    }

    #[test]
    fn writes_the_word_that_was_meant() {
        for (before, after) in [(r#""yes""#, "true"), ("0", "false"), (r#""maybe""#, "true")] {
            check_fix(
                &CHECK,
                &statement(&format!(r#"{{"Bool": {{"a": {before}}}}}"#)),
                &statement(&format!(r#"{{"Bool": {{"a": "{after}"}}}}"#)),
            );
        }
    }
}
