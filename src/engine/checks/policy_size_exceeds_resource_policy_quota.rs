//! Resource policies that are larger than the resource takes.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::policy_size::too_large;
use crate::engine::policy::{Attachment, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// The policy fits the quota of the resource it is attached to: 20,480 bytes for an S3 bucket, 30,720 for an SNS topic, 32,768 for a KMS key, white space counted.
    /// Where it is not said what the policy is attached to, the quota of a bucket is taken.
    ///
    /// ## Why it matters
    ///
    /// AWS does not store a policy above its quota.
    ///
    /// ## Invalid
    ///
    /// In this example, `A×20250` stands for 20,250 letters.
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Sid": "A×20250",
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "111122223333"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
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
    ///             "Sid": "Read",
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "111122223333"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Amazon S3 User Guide, Amazon SNS Developer Guide and AWS KMS Developer Guide, quotas, 2025.
    POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA {
        title: "Resource policy too large",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-policy-size-exceeds-resource-policy-quota"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let attachment = ctx
        .attachment_or_guess()
        .unwrap_or(Attachment::S3BucketPolicy);
    findings.extend(too_large(&CHECK, ctx, attachment, "Write groups of actions with wildcards, or give groups of users an access point or a grant of their own."));
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_as, check_attached};
    use super::{Attachment, CHECK, PolicyKind};

    /// A policy of so many characters.
    fn policy_of(size: usize) -> String {
        let frame = r#"{"Version": "2012-10-17", "Statement": {"Sid": "", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}}"#;
        let filling = "A".repeat(size - frame.len());
        frame.replace(r#""""#, &format!("\"{filling}\""))
    }

    #[test]
    fn counts_white_space_too() {
        check_as(PolicyKind::Resource, &CHECK, &policy_of(20480));
        check_as(
            PolicyKind::Resource,
            &CHECK,
            &format!("«{}»", policy_of(20481)),
        );
        check_as(
            PolicyKind::Resource,
            &CHECK,
            &format!("«{}\n»", policy_of(20480)),
        );
    }

    #[test]
    fn a_key_takes_more_than_a_bucket() {
        let policy = policy_of(20481);
        check_attached(Attachment::KmsKeyPolicy, &CHECK, &policy);
    }
}
