//! Values under numeric operators that are no numbers.

use super::condition_values::{ConditionValue, values_under};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::wording::quoted;
use crate::engine::policy::OperatorFamily;

declare_check! {
    /// ## What it checks
    ///
    /// Each value under a numeric operator is a whole or decimal number, such as `10` or `0.5`.
    ///
    /// ## Why it matters
    ///
    /// A number cannot be compared with anything else, so the test never holds.
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
    ///             "Condition": {"NumericLessThanEquals": {"s3:max-keys": "ten"}}
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
    ///             "Condition": {"NumericLessThanEquals": {"s3:max-keys": "10"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Condition operators", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    TYPE_MISMATCH_NUMBER {
        title: "Type mismatch: number",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: false,
        learn_more: analyzer_reference!("general-warning-type-mismatch-number"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for value in values_under(ctx, &[OperatorFamily::Numeric]) {
        if !is_number(&value.text) {
            findings.push(finding(ctx, &value));
        }
    }
}

fn finding(ctx: &Context, value: &ConditionValue) -> Finding {
    CHECK.finding(
        [ctx.location(value.node)],
        format!("{} is no number.", quoted(&value.text)),
        "The operator compares numbers, and a request never matches anything else.",
        "Write a number in digits, such as `10` or `0.5`.",
    )
}

/// Digits with a sign and a decimal point; `parse` alone would take `infinity` too.
pub(super) fn is_number(text: &str) -> bool {
    let letters =
        |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+' | b'e' | b'E');
    text.bytes().all(letters) && text.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            &statement(
                r#"{"NumericEquals": {"a": ["10", -0.5, "+3", «"ten"», «"10 "», «"inf"», «""», «true»]}, "NumericLessThanIfExists": {"b": «"1,000"»}, "NumericGreaterThan": {"c": ["${aws:PrincipalTag/n}", "{{limit}}"]}}"#,
            ),
        );
    }
}
