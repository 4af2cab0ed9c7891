//! `aws:SourceIp` that must not be in private ranges only.

use super::conditions::quoted_key;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::private_addresses::{removal, source_tests, with_vpc_address};

declare_check! {
    /// ## What it checks
    ///
    /// A test that the caller's address is not in a range has at least one range of public addresses.
    ///
    /// ## Why it matters
    ///
    /// AWS sees the public address of a caller, and a private one only through a VPC endpoint, where `aws:SourceIp` is missing.
    /// The test always holds.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Deny",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"NotIpAddress": {"aws:SourceIp": "192.168.0.0/16"}}
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
    ///             "Effect": "Deny",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IP address condition operators", 2025; RFC 1918 and RFC 4193 for the private ranges;
    /// IAM Access Analyzer, policy check reference, 2025.
    PRIVATE_NOT_IP_ADDRESS {
        title: "Private IP address under NotIpAddress",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-private-not-ip-address"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for source in source_tests(ctx, true).filter(|source| !source.has_others) {
        let finding = CHECK.finding(
            source.private.iter().map(|value| ctx.location(*value)),
            format!("{} is compared with only private addresses, which AWS never sees as the source of a request.", quoted_key(ctx, source.test)),
            "The request comes with a public address, or through a VPC endpoint without `aws:SourceIp`, so the test always holds.",
            "Write the public addresses, test `aws:VpcSourceIp` together with the VPC, or remove the test.",
        );
        findings.push(
            finding
                .mended_by(with_vpc_address(ctx, source.test))
                .mended_by(removal(ctx, source.test)),
        );
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
    fn is_about_the_values() {
        check(
            &CHECK,
            &statement(
                r#"{"NotIpAddress": {"aws:SourceIp": [«"10.0.0.0/8"», «"192.168.1.7"»]}, "IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}"#,
            ),
        );
        check(
            &CHECK,
            &statement(r#"{"NotIpAddress": {"aws:SourceIp": ["10.0.0.0/8", "203.0.113.0/24"]}}"#),
        );
    }

    #[test]
    fn takes_the_test_out_where_the_vpc_is_tested_already() {
        check_fix(
            &CHECK,
            &statement(
                r#"{"StringEquals": {"aws:SourceVpc": "vpc-11223344"}, "NotIpAddress": {"aws:SourceIp": "10.0.0.0/8"}}"#,
            ),
            &statement(r#"{"StringEquals": {"aws:SourceVpc": "vpc-11223344"}}"#),
        );
    }
}
