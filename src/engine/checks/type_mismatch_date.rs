//! Values under date operators that are no dates.

use super::condition_values::{ConditionValue, values_under};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::wording::quoted;
use crate::engine::policy::{OperatorFamily, is_calendar_day, is_date};

declare_check! {
    /// ## What it checks
    ///
    /// Each value under a date operator is a date, or a date and a time, of ISO 8601, such as `2027-01-01` or `2027-01-01T12:00:00Z`.
    ///
    /// ## Why it matters
    ///
    /// A point in time cannot be compared with anything else, so the test does not do what is meant.
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
    ///             "Condition": {"DateLessThan": {"aws:CurrentTime": "1 Jan 2027"}}
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
    ///             "Condition": {"DateLessThan": {"aws:CurrentTime": "2027-01-01"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Date condition operators", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    TYPE_MISMATCH_DATE {
        title: "Type mismatch: date",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-type-mismatch-date"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for value in values_under(ctx, &[OperatorFamily::Date]) {
        if !is_date(&value.text) && !is_number(&value.text) {
            findings.push(finding(ctx, &value));
        }
    }
}

fn finding(ctx: &Context, value: &ConditionValue) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(value.node)],
        format!("{} is no date of ISO 8601.", quoted(&value.text)),
        "The operator compares points in time, and AWS reads them in this form only.",
        "Write the date as year, month and day, such as `2027-01-01` or `2027-01-01T12:00:00Z`.",
    );
    let meant = meant(&value.text).filter(|_| ctx.tree.string(value.node).is_some());
    finding.mended_by(meant.and_then(|date| {
        Fix::choice(
            format!("Write {date}"),
            [replace_text(ctx.tree, value.node, &date)],
        )
    }))
}

/// A number of seconds has its own check.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A day that can be read in one way only: with the month in letters, or with the year first.
fn meant(text: &str) -> Option<String> {
    let parts: Vec<&str> = text
        .split([' ', ',', '-', '/', '.'])
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let (year, month, day) = match (month(first), month(second)) {
        (Some(month), _) => (*third, month, *second),
        (_, Some(month)) if first.len() == 4 => (*first, month, *third),
        (_, Some(month)) => (*third, month, *first),
        _ => (*first, format!("{second:0>2}"), *third),
    };
    let day = format!("{:0>2}", day.trim_end_matches(char::is_alphabetic));
    is_calendar_day(year, &month, &day).then(|| format!("{year}-{month}-{day}"))
}

/// The number of a month in two digits, from its English name or the beginning of it.
fn month(name: &str) -> Option<String> {
    let name = name.to_ascii_lowercase();
    let place = MONTHS
        .iter()
        .position(|month| name.len() >= 3 && month.starts_with(&name))?;
    Some(format!("{:02}", place + 1))
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

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
                r#"{"DateLessThan": {"aws:CurrentTime": ["2027-01-01", "1767225600", "2027-01-01T00:00:00Z", «"tomorrow"», «""», «true»]}, "DateEqualsIfExists": {"k": «"01/02/2027"»}}"#,
            ),
        );
    }

    #[test]
    fn reads_days_that_can_mean_one_day_only() {
        for (before, after) in [
            ("1 Jan 2027", "2027-01-01"),
            ("December 31st, 2027", "2027-12-31"),
            ("2027/3/9", "2027-03-09"),
            ("2027-jun-30", "2027-06-30"),
        ] {
            let with = |value: &str| {
                statement(&format!(
                    r#"{{"DateLessThan": {{"aws:CurrentTime": "{value}"}}}}"#
                ))
            };
            check_fix(&CHECK, &with(before), &with(after));
        }
        for text in ["01/02/2027", "31 Feb 2027", "1 Foo 2027", "Jan 2027"] {
            assert_eq!(super::meant(text), None, "{text}");
        }
    }
}
