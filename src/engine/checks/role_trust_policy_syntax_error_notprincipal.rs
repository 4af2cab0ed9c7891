//! NotPrincipal in a trust policy.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::{delete_member, rename};
use crate::engine::policy::{Element, PolicyKind, Statement};
use crate::engine::syntax::{Member, NodeKind};

declare_check! {
    /// ## What it checks
    ///
    /// The statements of a role's trust policy have no `NotPrincipal`.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects it there: a trust policy names those who may take on the role.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Deny",
    ///             "NotPrincipal": {"AWS": "arn:aws:iam::111122223333:role/app-role"},
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
    /// IAM User Guide, "AWS JSON policy elements: NotPrincipal", 2025.
    ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL {
        title: "NotPrincipal in a trust policy",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Trust],
        has_fix: true,
        learn_more: analyzer_reference!("error-role-trust-policy-syntax-error-notprincipal"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        let Some(member) = statement.element(Element::NotPrincipal) else {
            continue;
        };
        let finding = CHECK.finding(
            [ctx.location(member.value)],
            "`NotPrincipal` does not belong in a trust policy.",
            "A trust policy names those who may take on the role; AWS rejects one that names those who may not.",
            "Name those who are meant in `Principal`.",
        );
        findings.push(finding.mended_by(fix(ctx, statement, member)));
    }
}

fn fix(ctx: &Context, statement: &Statement, member: Member) -> Option<Fix> {
    if statement.has(Element::Principal) {
        return Fix::choice("Remove NotPrincipal", [delete_member(ctx.tree, member)]);
    }
    let is_typed = ctx.tree.kind(member.value) == NodeKind::Object;
    let renamed = || {
        let edit = rename(ctx.tree, member, "Principal");
        Fix::choice("Rename it to Principal", [edit])
    };
    is_typed.then(renamed).flatten()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            r#"{"Statement": {"Effect": "Deny", "NotPrincipal": «"*"», "Action": "sts:AssumeRole"}}"#,
        );
    }

    #[test]
    fn renames_it_where_there_is_no_principal_and_removes_it_where_there_is() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"NotPrincipal": {"AWS": "1"}, "Action": "sts:AssumeRole"}}"#,
            r#"{"Statement": {"Principal": {"AWS": "1"}, "Action": "sts:AssumeRole"}}"#,
        );
        check_fix(
            &CHECK,
            r#"{"Statement": {"Principal": {"AWS": "1"}, "NotPrincipal": {"AWS": "2"}, "Action": "sts:AssumeRole"}}"#,
            r#"{"Statement": {"Principal": {"AWS": "1"}, "Action": "sts:AssumeRole"}}"#,
        );
    }
}
