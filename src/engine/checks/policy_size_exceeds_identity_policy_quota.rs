//! Identity policies that are larger than any identity takes.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use crate::engine::policy::{Attachment, PolicyKind, with_commas};

declare_check! {
    /// ## What it checks
    ///
    /// The policy has at most 10,240 characters, white space not counted.
    /// That is what the inline policies of a role may have together, the largest of the quotas for identity policies.
    /// A managed policy may have 6,144, the inline policies of a group 5,120, those of a user 2,048:
    /// see the size beside the policy.
    ///
    /// ## Why it matters
    ///
    /// AWS does not store a policy above its quota.
    ///
    /// ## Invalid
    ///
    /// In this example, `A×10300` stands for 10,300 letters.
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Sid": "A×10300",
    ///             "Effect": "Allow",
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
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM and AWS STS quotas", 2025; the count as IAM Access Analyzer reports it, 2026.
    POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA {
        title: "Policy too large",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Identity, PolicyKind::Boundary],
        has_fix: false,
        learn_more: analyzer_reference!("general-warning-policy-size-exceeds-identity-policy-quota"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let largest = Attachment::InlineRole;
    let size = largest.size_of(ctx.shown);
    let limit = largest.quota().map_or(usize::MAX, |quota| quota.limit);
    // Access Analyzer counts one more than the characters, so that it reports a policy of exactly the limit.
    if size + 1 > limit {
        let (size, limit) = (with_commas(size), with_commas(limit));
        findings.push(CHECK.finding(
            [ctx.document()],
            format!("The policy has {size} characters, white space not counted; the largest quota of an identity is {limit}."),
            "AWS does not store a policy above its quota.",
            "Split it into several policies of at most 6,144 characters each, or write groups of actions with wildcards.",
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean};
    use super::CHECK;

    /// A policy that has so many characters without white space.
    fn policy_of(size: usize) -> String {
        let frame = r#"{"Statement": {"Sid": ""}}"#;
        let filling = "A".repeat(size - frame.replace(' ', "").len());
        frame.replace(r#""""#, &format!("\"{filling}\""))
    }

    #[test]
    fn counts_one_more_than_the_characters_without_white_space() {
        check_clean(&CHECK, &policy_of(10_239));
        check(&CHECK, &format!("«{}»", policy_of(10_240)));
        check(&CHECK, &format!("«\n{}\n»", policy_of(10_240)));
    }
}
