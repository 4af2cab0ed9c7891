//! Dates written as seconds since 1970.

use super::condition_values::{ConditionValue, values_under};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{OperatorFamily, is_date, utc_time};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A value under a date operator is not a number of seconds since the beginning of 1970.
    ///
    /// ## Why it matters
    ///
    /// Such a number does not count leap seconds, and nobody can read it: a wrong digit is not noticed.
    /// A date of ISO 8601 says the same in plain words.
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
    ///             "Condition": {"DateLessThan": {"aws:CurrentTime": "1767225600"}}
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
    ///             "Condition": {"DateLessThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Date condition operators", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    INVALID_DATE_VALUE {
        title: "Invalid date value",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-invalid-date-value"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let dates = values_under(ctx, &[OperatorFamily::Date]);
    let numbers =
        dates.filter(|value| is_epoch(&value.text) && !value.test.is_about(COUNTS_SECONDS));
    findings.extend(numbers.map(|value| finding(ctx, &value)));
}

/// The key whose own values are seconds since 1970, under date operators too.
///
/// Source: IAM User Guide, "AWS global condition context keys", 2026.
const COUNTS_SECONDS: &str = "aws:EpochTime";

fn finding(ctx: &Context, value: &ConditionValue) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(value.node)],
        format!("{} counts seconds since 1970.", quoted(&value.text)),
        "The moment meant is hard to see in it, and leap seconds make it inexact.",
        "Write the date as year, month, day and time, such as `2027-01-01T12:00:00Z`.",
    );
    let time = value.text.parse().ok().and_then(utc_time);
    finding.mended_by(time.and_then(|time| {
        let edit = Edit::replace(ctx.tree.span(value.node), format!("\"{time}\""));
        Fix::choice(format!("Write {time}"), [edit])
    }))
}

/// A number of four digits is a year.
fn is_epoch(text: &str) -> bool {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number && !is_date(text)
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
                r#"{"DateLessThan": {"aws:CurrentTime": ["2027", «"1767225600"», «1767225600», "2027-01-01"]}, "DateGreaterThan": {"aws:EpochTime": "1767225600"}, "NumericLessThan": {"aws:EpochTime": 1767225600}}"#,
            ),
        );
    }

    #[test]
    fn writes_the_time_in_words() {
        for number in ["1767225600", "\"1767225600\""] {
            check_fix(
                &CHECK,
                &statement(&format!(
                    r#"{{"DateLessThan": {{"aws:CurrentTime": {number}}}}}"#
                )),
                &statement(r#"{"DateLessThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}}"#),
            );
        }
    }
}
