//! Values under `BinaryEquals` that are not Base64.

use super::condition_values::{ConditionValue, values_under};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{OperatorFamily, is_base64, to_base64};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// Each value under `BinaryEquals` is Base64 with its padding.
    ///
    /// ## Why it matters
    ///
    /// AWS compares the bytes that the Base64 stands for, and a value that is none never matches.
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
    ///             "Condition": {"BinaryEquals": {"aws:PrincipalTag/blob": "not base64!"}}
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
    ///             "Condition": {
    ///                 "BinaryEquals": {"aws:PrincipalTag/blob": "QmluYXJ5VmFsdWU="}
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Condition operators", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    TYPE_MISMATCH_STRING {
        title: "Type mismatch: string",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-type-mismatch-string"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for value in values_under(ctx, &[OperatorFamily::Binary]) {
        if !is_base64(&value.text) {
            findings.push(finding(ctx, &value));
        }
    }
}

fn finding(ctx: &Context, value: &ConditionValue) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(value.node)],
        format!("{} is not Base64.", quoted(&value.text)),
        "The operator compares bytes, which are written as Base64.",
        "Write the bytes as Base64.",
    );
    let encoded = format!("\"{}\"", to_base64(&value.text));
    let edit = Edit::replace(ctx.tree.span(value.node), encoded);
    finding.mended_by(Fix::choice("Write this text as Base64", [edit]))
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
                r#"{"BinaryEquals": {"a": ["Zm9v", «"foo!"», «"Zg"»]}, "StringEquals": {"b": "foo!"}}"#,
            ),
        );
    }

    #[test]
    fn writes_the_text_as_base64() {
        check_fix(
            &CHECK,
            &statement(r#"{"BinaryEquals": {"a": "foo!"}}"#),
            &statement(r#"{"BinaryEquals": {"a": "Zm9vIQ=="}}"#),
        );
    }
}
