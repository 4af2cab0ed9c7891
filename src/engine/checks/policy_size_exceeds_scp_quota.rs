//! Service control policies that are larger than AWS Organizations takes.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::policy_size::too_large;
use crate::engine::policy::{Attachment, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// A service control policy has at most 10,240 characters, white space counted.
    /// Until May 2026 it was 5,120.
    /// The console leaves out the white space between elements; the API stores the text as it is.
    ///
    /// ## Why it matters
    ///
    /// AWS does not store a policy above its quota.
    ///
    /// ## Invalid
    ///
    /// In this example, `A×10100` stands for 10,100 letters.
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Sid": "A×10100",
    ///             "Effect": "Deny",
    ///             "Action": "iam:CreateUser",
    ///             "Resource": "*"
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
    ///             "Sid": "NoUsers",
    ///             "Effect": "Deny",
    ///             "Action": "iam:CreateUser",
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// AWS Organizations User Guide, "Quotas and service limits for AWS Organizations", May 2026.
    POLICY_SIZE_EXCEEDS_SCP_QUOTA {
        title: "Service control policy too large",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Scp],
        has_fix: true,
        learn_more: analyzer_reference!("error-policy-size-exceeds-scp-quota"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let attachment = Attachment::Scp;
    findings.extend(too_large(
        &CHECK,
        ctx,
        attachment,
        "Write groups of actions with wildcards, or split it into several policies.",
    ));
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_as, check_clean};
    use super::{CHECK, PolicyKind};

    /// A policy of so many characters.
    fn policy_of(size: usize) -> String {
        let frame = r#"{"Version": "2012-10-17", "Statement": {"Sid": "", "Effect": "Deny", "Action": "s3:*", "Resource": "*"}}"#;
        let filling = "A".repeat(size - frame.len());
        frame.replace(r#""""#, &format!("\"{filling}\""))
    }

    #[test]
    fn counts_white_space_too() {
        check_as(PolicyKind::Scp, &CHECK, &policy_of(10240));
        check_as(PolicyKind::Scp, &CHECK, &format!("«{}»", policy_of(10241)));
        check_as(
            PolicyKind::Scp,
            &CHECK,
            &format!("«{}\n»", policy_of(10240)),
        );
    }

    #[test]
    fn other_kinds_have_other_quotas() {
        check_clean(&CHECK, &policy_of(10241));
    }
}
