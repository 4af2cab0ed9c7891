//! Values under `IpAddress` that are no IP addresses.

use super::condition_values::{ConditionValue, values_under};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::wording::quoted;
use crate::engine::policy::{IpRange, OperatorFamily, address_width};
use crate::engine::syntax::NodeKind;

declare_check! {
    /// ## What it checks
    ///
    /// Each value under `IpAddress` and `NotIpAddress` is an IPv4 or IPv6 address, alone or with a `/` and the number of leading bits that count.
    ///
    /// ## Why it matters
    ///
    /// AWS cannot compare an address with anything else, and rejects the policy.
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
    ///             "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/33"}}
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
    TYPE_MISMATCH_IP_RANGE {
        title: "Type mismatch: IP range",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-type-mismatch-ip-range"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for value in values_under(ctx, &[OperatorFamily::IpAddress]) {
        if IpRange::parse(&value.text).is_none() {
            findings.push(finding(ctx, &value));
        }
    }
}

fn finding(ctx: &Context, value: &ConditionValue) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(value.node)],
        format!(
            "{} is no IP address or range of addresses.",
            quoted(&value.text)
        ),
        "AWS accepts an IPv4 or IPv6 address here, with or without a prefix such as `/24`.",
        "Write an address such as `203.0.113.0/24` or `2001:db8::/32`.",
    );
    finding.mended_by(mending(ctx, value))
}

/// Leaves blanks out and makes a prefix that is too long as long as it can be.
fn mending(ctx: &Context, value: &ConditionValue) -> Option<Fix> {
    if ctx.tree.kind(value.node) != NodeKind::String {
        return None;
    }
    let text: String = value.text.split_whitespace().collect();
    let meant = if IpRange::parse(&text).is_some() {
        text
    } else {
        clamped(&text)?
    };
    Fix::choice(
        format!("Write {meant}"),
        [replace_text(ctx.tree, value.node, &meant)],
    )
}

fn clamped(text: &str) -> Option<String> {
    let (address, prefix) = text.split_once('/')?;
    let is_number = !prefix.is_empty() && prefix.bytes().all(|byte| byte.is_ascii_digit());
    let widest = address_width(address.parse().ok()?);
    is_number.then(|| format!("{address}/{widest}"))
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
                r#"{"IpAddress": {"aws:SourceIp": ["203.0.113.7", «"203.0.113.*"», «"*"», «12»]}, "NotIpAddressIfExists": {"aws:VpcSourceIp": «"10.0.0.0-10.0.0.9"»}, "IpAddressIfExists": {"k": ["${aws:PrincipalTag/ip}", "{{office}}", "::1/64"]}}"#,
            ),
        );
    }

    #[test]
    fn mends_blanks_and_prefixes() {
        for (before, after) in [
            ("203.0.113.0/33", "203.0.113.0/32"),
            ("2001:db8::/200", "2001:db8::/128"),
            (" 203.0.113.0 / 24", "203.0.113.0/24"),
        ] {
            let with = |value: &str| {
                statement(&format!(
                    r#"{{"IpAddress": {{"aws:SourceIp": "{value}"}}}}"#
                ))
            };
            check_fix(&CHECK, &with(before), &with(after));
        }
    }
}
