//! Principals that name nobody.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::policy::{Element, PolicyKind};
use crate::engine::syntax::{NodeId, NodeKind};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// `Principal` and `NotPrincipal` are no empty objects.
    ///
    /// ## Why it matters
    ///
    /// An empty object names nobody: the statement applies to nobody, or, as `NotPrincipal`, to everybody.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {},
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
    EMPTY_OBJECT_PRINCIPAL {
        title: "Empty principal",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Trust, PolicyKind::Endpoint],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-empty-object-principal"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        for element in [Element::Principal, Element::NotPrincipal] {
            let member = statement.element(element);
            let empty = member.filter(|member| is_empty_object(ctx, member.value));
            findings.extend(empty.map(|member| finding(ctx, element, member.value)));
        }
    }
}

fn is_empty_object(ctx: &Context, value: NodeId) -> bool {
    ctx.tree.kind(value) == NodeKind::Object
        && ctx.tree.children(value).next().is_none()
        && !ctx.may_hide_members(value)
}

fn finding(ctx: &Context, element: Element, value: NodeId) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(value)],
        format!("`{}` names nobody.", element.name()),
        "A statement must say who is meant.",
        "Add a principal with its type, such as `{\"AWS\": \"111122223333\"}`.",
    );
    let account = Edit::replace(ctx.tree.span(value), "{\"AWS\": \"{{account_id}}\"}");
    finding.mended_by(Fix::choice("Add an account to fill in", [account]))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_empty_object() {
        check(
            &CHECK,
            r#"{"Statement": [{"Principal": «{}», "Action": "s3:*"}, {"NotPrincipal": «{ }»}]}"#,
        );
    }

    #[test]
    fn keeps_quiet_while_the_object_is_typed() {
        check_clean(&CHECK, r#"{"Statement": {"Principal": {"#);
    }

    #[test]
    fn puts_an_account_in() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Principal": {}, "Action": "s3:*"}}"#,
            r#"{"Statement": {"Principal": {"AWS": "{{account_id}}"}, "Action": "s3:*"}}"#,
        );
    }
}
