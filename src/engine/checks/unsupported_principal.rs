//! Principals in policies whose principal is whoever they are attached to.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::delete_member;
use crate::engine::policy::{Element, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// The statements of an identity policy, a permissions boundary or a session policy have neither `Principal` nor `NotPrincipal`.
    ///
    /// ## Why it matters
    ///
    /// These policies are about the user, group or role they are attached to, and AWS rejects one that names somebody else.
    /// A policy with principals belongs elsewhere: on a resource, or on the *Trust relationships* tab of a role.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
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
    /// IAM User Guide, "AWS JSON policy elements: Principal", 2025.
    UNSUPPORTED_PRINCIPAL {
        title: "Principal in an identity policy",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Identity, PolicyKind::Boundary, PolicyKind::Session],
        has_fix: true,
        learn_more: analyzer_reference!("error-unsupported-principal"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        for element in [Element::Principal, Element::NotPrincipal] {
            let Some(member) = statement.element(element) else {
                continue;
            };
            let name = element.name();
            let finding = CHECK.finding(
                [ctx.location(member.value)],
                format!("`{name}` does not belong in this kind of policy."),
                "It is about the user, group or role it is attached to; AWS rejects one that names principals.",
                format!("Remove `{name}`. If this is a trust policy, paste it under Trust relationships of the role; if it belongs to a bucket or another resource, attach it there."),
            );
            let removal = Fix::choice(format!("Remove {name}"), [delete_member(ctx.tree, member)]);
            findings.push(finding.mended_by(removal));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_as, check_clean};
    use super::{CHECK, PolicyKind};

    #[test]
    fn is_about_the_value_of_either_element() {
        let text = r#"{"Statement": [{"Principal": «"*"», "Action": "s3:*"}, {"NotPrincipal": «{"AWS": "a"}»}]}"#;
        check_as(PolicyKind::Identity, &CHECK, text);
        check_as(PolicyKind::Session, &CHECK, text);
    }

    #[test]
    fn a_policy_full_of_principals_is_taken_for_a_resource_policy() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Principal": "*", "Action": "s3:*"}}"#,
        );
    }
}
