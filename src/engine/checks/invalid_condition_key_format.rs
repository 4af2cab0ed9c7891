//! Condition keys without a prefix.

use super::conditions::{quoted_key, rename_key};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::policy::KeyTest;

declare_check! {
    /// ## What it checks
    ///
    /// Each condition key has a prefix, a colon and a name, such as `aws:SourceIp` or `s3:prefix`.
    ///
    /// ## Why it matters
    ///
    /// AWS finds the key by its prefix, and rejects a policy with a key that has none.
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
    ///             "Condition": {"Bool": {"SecureTransport": "true"}}
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
    /// IAM User Guide, "IAM JSON policy elements: Condition", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    INVALID_CONDITION_KEY_FORMAT {
        title: "Invalid condition key format",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-condition-key-format"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for test in ctx.policy.tests() {
        if !has_prefix_and_name(&test.key) && ctx.is_settled(test.nodes.key.key) {
            findings.push(finding(ctx, test));
        }
    }
}

/// The global keys that policies use most.
///
/// Source: IAM User Guide, "AWS global condition context keys", 2025.
const GLOBAL_KEYS: [&str; 16] = [
    "aws:CalledVia",
    "aws:CurrentTime",
    "aws:MultiFactorAuthAge",
    "aws:MultiFactorAuthPresent",
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalOrgID",
    "aws:RequestedRegion",
    "aws:SecureTransport",
    "aws:SourceAccount",
    "aws:SourceArn",
    "aws:SourceIp",
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:TagKeys",
    "aws:ViaAWSService",
];

fn has_prefix_and_name(key: &str) -> bool {
    key.split_once(':')
        .is_some_and(|(prefix, name)| !prefix.is_empty() && !name.is_empty())
}

fn finding(ctx: &Context, test: &KeyTest) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!("{} is not of the form `prefix:name`.", quoted_key(ctx, test)),
        "A condition key begins with `aws:` or the prefix of a service, and AWS rejects the policy otherwise.",
        "Write the key with its prefix, such as `aws:SourceIp`.",
    );
    let name = test.key.trim_matches(':');
    let key = GLOBAL_KEYS.iter().find(|key| {
        key.split_once(':')
            .is_some_and(|(_, known)| known.eq_ignore_ascii_case(name))
    });
    finding.mended_by(key.and_then(|key| {
        let edit = rename_key(ctx.tree, test, key)?;
        Fix::choice(format!("Write {key}"), [edit])
    }))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_key() {
        check(
            &CHECK,
            &statement(
                r#"{"Bool": {«"SecureTransport"»: "true", «":x"»: "true", «"aws:"»: "true", «""»: "true", "aws:SecureTransport": "true", "{{key}}": "true", "kms:EncryptionContext:a": "true"}}"#,
            ),
        );
    }

    #[test]
    fn puts_the_prefix_of_a_global_key_in_front() {
        check_fix(
            &CHECK,
            &statement(r#"{"IpAddress": {"sourceIP": "203.0.113.0/24"}}"#),
            &statement(r#"{"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}"#),
        );
    }
}
