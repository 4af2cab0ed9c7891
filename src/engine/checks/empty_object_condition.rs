//! Conditions, and operators in them, without a test.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::delete_member;
use super::wording::quoted;
use crate::engine::policy::Element;
use crate::engine::syntax::{Member, NodeKind};

declare_check! {
    /// ## What it checks
    ///
    /// `Condition` has at least one operator, and each operator at least one key.
    ///
    /// ## Why it matters
    ///
    /// An empty object tests nothing, so the statement applies as if it were not there.
    /// It looks like a limit that somebody has forgotten to write.
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
    ///             "Condition": {}
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
    /// IAM User Guide, "IAM JSON policy elements: Condition operators", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    EMPTY_OBJECT_CONDITION {
        title: "Empty object condition",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-empty-object-condition"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        let Some(condition) = statement.element(Element::Condition) else {
            continue;
        };
        let is_only = ctx.tree.members(condition.value).nth(1).is_none();
        if is_empty(ctx, condition) {
            findings.push(finding(ctx, condition, condition));
        }
        for operator in ctx.tree.members(condition.value) {
            if is_empty(ctx, operator) {
                let removed = if is_only { condition } else { operator };
                findings.push(finding(ctx, operator, removed));
            }
        }
    }
}

fn is_empty(ctx: &Context, member: Member) -> bool {
    ctx.tree.kind(member.value) == NodeKind::Object
        && ctx.tree.members(member.value).next().is_none()
        && !ctx.may_hide_members(member.value)
}

fn finding(ctx: &Context, empty: Member, removed: Member) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(empty.value)],
        format!("{} has nothing in it.", quoted(&ctx.tree.key_text(empty))),
        "An empty object tests nothing, so the statement applies to every request.",
        "Write the test that is meant, or remove the empty object.",
    );
    finding.mended_by(Fix::choice("Remove it", [delete_member(ctx.tree, removed)]))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_empty_object() {
        check(&CHECK, &statement("«{}»"));
        check(
            &CHECK,
            &statement(r#"{"StringEquals": «{ }», "Bool": {"k": true}}"#),
        );
    }

    #[test]
    fn takes_the_object_out_with_what_it_leaves_empty() {
        for (before, after) in [
            (
                statement("{}"),
                r#"{"Statement": {"Effect": "Allow"}}"#.to_owned(),
            ),
            (
                statement(r#"{"StringEquals": {}}"#),
                r#"{"Statement": {"Effect": "Allow"}}"#.to_owned(),
            ),
            (
                statement(r#"{"Bool": {"k": true}, "StringEquals": {}}"#),
                statement(r#"{"Bool": {"k": true}}"#),
            ),
        ] {
            check_fix(&CHECK, &before, &after);
        }
    }
}
