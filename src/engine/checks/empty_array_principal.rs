//! Types of principals without a principal.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::delete_member;
use super::wording::quoted;
use crate::engine::policy::{Element, PolicyKind};
use crate::engine::syntax::{Member, NodeKind};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// No type in `Principal` or `NotPrincipal` has an empty list.
    ///
    /// ## Why it matters
    ///
    /// An empty list names nobody: the statement applies to nobody of this type, which is rarely meant.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": []},
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
    /// IAM User Guide, "AWS JSON policy elements: Principal", 2025.
    EMPTY_ARRAY_PRINCIPAL {
        title: "Empty list of principals",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Trust, PolicyKind::Endpoint],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-empty-array-principal"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        for element in [Element::Principal, Element::NotPrincipal] {
            let Some(value) = statement.element(element).map(|member| member.value) else {
                continue;
            };
            let is_only = ctx.tree.members(value).nth(1).is_none();
            let empty = ctx
                .tree
                .members(value)
                .filter(|member| is_empty_list(ctx, *member));
            findings.extend(empty.map(|member| finding(ctx, member, is_only)));
        }
    }
}

fn is_empty_list(ctx: &Context, member: Member) -> bool {
    ctx.tree.kind(member.value) == NodeKind::Array
        && ctx.tree.children(member.value).next().is_none()
        && !ctx.may_hide_members(member.value)
}

fn finding(ctx: &Context, member: Member, is_only: bool) -> Finding {
    let type_name = ctx.tree.key_text(member);
    let finding = CHECK.finding(
        [ctx.location(member.value)],
        format!("The list of {} names nobody.", quoted(&type_name)),
        "With an empty list the statement applies to nobody of this type.",
        "Add a principal, or remove the type.",
    );
    let account = || {
        let list = Edit::replace(ctx.tree.span(member.value), "[\"{{account_id}}\"]");
        Fix::choice("Add an account to fill in", [list])
    };
    let removal = || {
        Fix::choice(
            format!("Remove {}", quoted(&type_name)),
            [delete_member(ctx.tree, member)],
        )
    };
    finding
        .mended_by((type_name == "AWS").then(account).flatten())
        .mended_by((!is_only).then(removal).flatten())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_empty_list() {
        check(
            &CHECK,
            r#"{"Statement": {"Principal": {"AWS": «[]», "Service": ["a"]}, "Action": "s3:*"}}"#,
        );
    }

    #[test]
    fn keeps_quiet_while_the_list_is_typed() {
        check_clean(&CHECK, r#"{"Statement": {"Principal": {"AWS": ["#);
    }

    #[test]
    fn removes_a_type_beside_others() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Principal": {"Service": [], "AWS": "1"}, "Action": "s3:*"}}"#,
            r#"{"Statement": {"Principal": {"AWS": "1"}, "Action": "s3:*"}}"#,
        );
    }
}
