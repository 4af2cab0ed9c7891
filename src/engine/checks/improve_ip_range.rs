//! IP ranges whose address says more than their prefix.

use super::condition_values::{ConditionValue, values_under};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::wording::quoted;
use crate::engine::policy::{IpRange, OperatorFamily};

declare_check! {
    /// ## What it checks
    ///
    /// In a range of addresses, the bits behind the prefix are zero: `203.0.113.0/24`, not `203.0.113.77/24`.
    ///
    /// ## Why it matters
    ///
    /// Only the bits of the prefix count, so the range is wider than the address in it makes believe.
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
    ///             "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.77/24"}}
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
    ///             "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IP address condition operators", 2025; RFC 1918 and RFC 4193 for the private ranges;
    /// IAM Access Analyzer, policy check reference, 2025.
    IMPROVE_IP_RANGE {
        title: "Improve IP range",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-improve-ip-range"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for value in values_under(ctx, &[OperatorFamily::IpAddress]) {
        if network(&value.text).is_some() {
            findings.push(finding(ctx, &value));
        }
    }
}

fn finding(ctx: &Context, value: &ConditionValue) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(value.node)],
        format!(
            "{} stands for all of {}.",
            quoted(&value.text),
            quoted(&network(&value.text).unwrap_or_default())
        ),
        "Only the bits of the prefix count; what follows them in the address is not looked at.",
        "Write the range as it is meant: the network, or the one address without a prefix.",
    );
    let written = [network(&value.text), lone_address(&value.text)];
    written
        .into_iter()
        .flatten()
        .fold(finding, |finding, text| {
            finding.mended_by(Fix::choice(
                format!("Write {text}"),
                [replace_text(ctx.tree, value.node, &text)],
            ))
        })
}

/// The range with its bits behind the prefix cleared, where there are any.
fn network(text: &str) -> Option<String> {
    let range = IpRange::parse(text)?;
    (range.network() != range).then(|| range.network().to_string())
}

fn lone_address(text: &str) -> Option<String> {
    text.split_once('/').map(|(address, _)| address.to_owned())
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
                r#"{"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", «"203.0.113.77/24"», "203.0.113.77/32", "203.0.113.77"]}, "NotIpAddress": {"k": «"2001:db8::1/64"»}}"#,
            ),
        );
    }

    #[test]
    fn writes_the_network() {
        check_fix(
            &CHECK,
            &statement(r#"{"IpAddress": {"aws:SourceIp": "203.0.113.77/24"}}"#),
            &statement(r#"{"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}"#),
        );
    }
}
