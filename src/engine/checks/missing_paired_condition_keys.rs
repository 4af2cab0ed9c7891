//! Addresses inside a VPC that are tested without the VPC.

use super::declare::{analyzer_reference, declare_check};
use std::collections::BTreeSet;

use super::conditions::{add_test, may_hide_tests, quoted_key};
use super::context::Context;
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::KeyTest;
use crate::engine::syntax::NodeId;

declare_check! {
    /// ## What it checks
    ///
    /// A statement that tests `aws:VpcSourceIp` also tests `aws:SourceVpc`, `aws:SourceVpce` or `aws:SourceVpcArn`;
    /// one that tests `aws:Ec2InstanceSourcePrivateIPv4` also tests `aws:Ec2InstanceSourceVpc`.
    /// AWS does not publish the whole list of such pairs; the second one follows from the meaning of the keys.
    ///
    /// ## Why it matters
    ///
    /// Every VPC may use the same private addresses, so an address alone says nothing about where a request comes from.
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
    ///             "Condition": {"IpAddress": {"aws:VpcSourceIp": "10.0.0.0/16"}}
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
    ///                 "IpAddress": {"aws:VpcSourceIp": "10.0.0.0/16"},
    ///                 "StringEquals": {"aws:SourceVpc": "vpc-11223344556677889"}
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS global condition context keys", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    MISSING_PAIRED_CONDITION_KEYS {
        title: "Missing paired condition keys",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("security-warning-missing-paired-condition-keys"),
        run: run,
    }
}

/// Keys that say something only together with one of their partners, the likeliest of which stands first.
///
/// Source: IAM User Guide, "AWS global condition context keys", 2025.
const PAIRS: [(&str, &[&str]); 2] = [
    (
        "aws:VpcSourceIp",
        &["aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn"],
    ),
    (
        "aws:Ec2InstanceSourcePrivateIPv4",
        &["aws:Ec2InstanceSourceVpc"],
    ),
];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for (key, partners) in PAIRS {
        let has_partner: BTreeSet<NodeId> = ctx
            .policy
            .tests()
            .iter()
            .filter(|test| partners.iter().any(|partner| test.is_about(partner)))
            .map(|test| test.statement.node)
            .collect();
        let alone = ctx.policy.tests().iter().filter(|test| {
            test.is_about(key)
                && !has_partner.contains(&test.statement.node)
                && !may_hide_tests(ctx, test)
        });
        findings.extend(alone.map(|test| finding(ctx, test, partners)));
    }
}

fn finding(ctx: &Context, test: &KeyTest, partners: &[&str]) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!("{} says nothing without the VPC.", quoted_key(ctx, test)),
        "Every VPC may use the same private addresses.",
        format!("Test {} in the same statement.", either(partners)),
    );
    finding.mended_by(
        partners
            .first()
            .and_then(|partner| with_partner(ctx, test, partner)),
    )
}

fn either(keys: &[&str]) -> String {
    let keys: Vec<String> = keys.iter().map(|key| quoted(key)).collect();
    keys.join(" or ")
}

fn with_partner(ctx: &Context, test: &KeyTest, partner: &str) -> Option<Fix> {
    let edit = add_test(ctx.tree, test, "StringEquals", partner, "\"{{vpc_id}}\"")?;
    Fix::choice(
        format!("Test {partner} too, its value to be filled in"),
        [edit],
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_key() {
        check(
            &CHECK,
            &statement(
                r#"{"IpAddress": {«"aws:VpcSourceIp"»: "10.0.0.0/8", «"aws:ec2InstanceSourcePrivateIPv4"»: "10.0.0.7"}}"#,
            ),
        );
        check_clean(
            &CHECK,
            &statement(
                r#"{"IpAddress": {"aws:VpcSourceIp": "10.0.0.0/8"}, "StringEquals": {"aws:sourcevpce": "vpce-11223344"}}"#,
            ),
        );
    }

    #[test]
    fn adds_the_vpc_to_be_filled_in() {
        check_fix(
            &CHECK,
            &statement(r#"{"IpAddress": {"aws:VpcSourceIp": "10.0.0.0/8"}}"#),
            &statement(
                r#"{"IpAddress": {"aws:VpcSourceIp": "10.0.0.0/8"}, "StringEquals": {"aws:SourceVpc": "{{vpc_id}}"}}"#,
            ),
        );
    }
}
