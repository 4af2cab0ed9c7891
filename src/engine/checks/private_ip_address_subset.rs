//! Private ranges among those in which `aws:SourceIp` must be.

use super::conditions::quoted_key;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::private_addresses::{private_removal, source_tests};

declare_check! {
    /// ## What it checks
    ///
    /// A test of the caller's address names public addresses only.
    ///
    /// ## Why it matters
    ///
    /// AWS never sees a private address as the source of a request, so the private ranges change nothing.
    /// Somebody who reads the policy may think that they let the inner network in.
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
    ///             "Condition": {
    ///                 "IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/16"]}
    ///             }
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
    ///             "Condition": {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24"]}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IP address condition operators", 2025; RFC 1918 and RFC 4193 for the private ranges;
    /// IAM Access Analyzer, policy check reference, 2025.
    PRIVATE_IP_ADDRESS_SUBSET {
        title: "Private IP addresses among others",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-private-ip-address-subset"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for source in source_tests(ctx, false).filter(|source| source.has_others) {
        let finding = CHECK.finding(
            source.private.iter().map(|value| ctx.location(*value)),
            format!("{} is compared with private addresses among others; AWS never sees them as the source of a request.", quoted_key(ctx, source.test)),
            "The private ranges change nothing, and look as if they did.",
            "Remove the private ranges; for requests from inside a VPC, test `aws:VpcSourceIp`.",
        );
        findings.push(finding.mended_by(private_removal(ctx, &source)));
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
    fn is_about_the_private_values() {
        check(
            &CHECK,
            &statement(
                r#"{"IpAddress": {"aws:SourceIp": [«"10.0.0.0/8"», "203.0.113.0/24", «"172.16.0.0/12"»]}, "NotIpAddress": {"aws:SourceIp": ["10.0.0.0/8", "203.0.113.0/24"]}}"#,
            ),
        );
        check(
            &CHECK,
            &statement(r#"{"IpAddress": {"aws:SourceIp": ["10.0.0.0/8"]}}"#),
        );
    }

    #[test]
    fn takes_the_private_ranges_out() {
        check_fix(
            &CHECK,
            &statement(
                r#"{"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "192.168.0.0/16", "203.0.113.0/24", "fd00::/8"]}}"#,
            ),
            &statement(r#"{"IpAddress": {"aws:SourceIp": ["203.0.113.0/24"]}}"#),
        );
    }
}
