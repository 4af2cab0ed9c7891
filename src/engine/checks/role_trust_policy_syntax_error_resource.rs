//! Resources in a trust policy.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::delete_member;
use crate::engine::policy::{Element, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// The statements of a role's trust policy have neither `Resource` nor `NotResource`.
    ///
    /// ## Why it matters
    ///
    /// A trust policy is about the role it belongs to, and AWS rejects one that names a resource.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Service": "lambda.amazonaws.com"},
    ///             "Action": "sts:AssumeRole",
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
    ///             "Effect": "Allow",
    ///             "Principal": {"Service": "lambda.amazonaws.com"},
    ///             "Action": "sts:AssumeRole"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Resource", 2025.
    ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE {
        title: "Resource in a trust policy",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Trust],
        has_fix: true,
        learn_more: analyzer_reference!("error-role-trust-policy-syntax-error-resource"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        for element in [Element::Resource, Element::NotResource] {
            let Some(member) = statement.element(element) else {
                continue;
            };
            let name = element.name();
            let finding = CHECK.finding(
                [ctx.location(member.value)],
                format!("`{name}` does not belong in a trust policy."),
                "A trust policy is about the role it belongs to; AWS rejects one that names a resource.",
                format!("Remove `{name}`. What the role may do stands in its permission policies."),
            );
            let removal = Fix::choice(format!("Remove {name}"), [delete_member(ctx.tree, member)]);
            findings.push(finding.mended_by(removal));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            r#"{"Statement": {"Principal": "*", "Action": "sts:AssumeRole", "Resource": «["*"]»}}"#,
        );
    }

    #[test]
    fn other_policies_have_resources() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Principal": "*", "Action": "s3:*", "Resource": "*"}}"#,
        );
    }

    #[test]
    fn takes_the_resource_out() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Principal": "*", "Resource": "*", "Action": "sts:AssumeRole"}}"#,
            r#"{"Statement": {"Principal": "*", "Action": "sts:AssumeRole"}}"#,
        );
    }
}
