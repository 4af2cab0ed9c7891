//! Trust policies that are larger than a role takes.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::policy_size::too_large;
use crate::engine::policy::{Attachment, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// A trust policy has at most 2,048 characters, white space not counted.
    /// The quota can be raised to 8,192.
    ///
    /// ## Why it matters
    ///
    /// AWS does not store a policy above its quota.
    ///
    /// ## Invalid
    ///
    /// In this example, `A×2100` stands for 2,100 letters.
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Sid": "A×2100",
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "arn:aws:iam::111122223333:role/app-role"},
    ///             "Action": "sts:AssumeRole"
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
    ///             "Sid": "App",
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "arn:aws:iam::111122223333:role/app-role"},
    ///             "Action": "sts:AssumeRole"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM and AWS STS quotas", 2025.
    POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA {
        title: "Trust policy too large",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Trust],
        has_fix: false,
        learn_more: analyzer_reference!("general-warning-policy-size-exceeds-role-trust-policy-quota"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let help = "Join principals that share their conditions in one statement, or ask AWS for a higher quota.";
    findings.extend(too_large(&CHECK, ctx, Attachment::RoleTrust, help));
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_as;
    use super::{CHECK, PolicyKind};

    #[test]
    fn white_space_is_free() {
        let policy = |size: usize| {
            let frame = r#"{"Statement":{"Sid":""}}"#;
            let filling = "A".repeat(size - frame.len());
            frame.replace(r#""""#, &format!("\"{filling}\""))
        };
        check_as(PolicyKind::Trust, &CHECK, &format!("{}  ", policy(2_048)));
        check_as(PolicyKind::Trust, &CHECK, &format!("«{} »", policy(2_049)));
    }
}
