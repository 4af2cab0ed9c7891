//! Statements that let their holder use any role that trusts them.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::reach::{Through, reach, role_scope};
use super::wording::quoted;
use crate::engine::policy::{Element, Entry, PolicyKind, Statement};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A statement that allows `sts:AssumeRole` names the roles, or has a condition.
    ///
    /// ## Why it matters
    ///
    /// Many roles trust the whole of their account and leave the choice to the policies of its users: for these roles this statement is that choice.
    /// The role of an administrator may be among them, also in other accounts.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
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
    ///             "Action": "sts:AssumeRole",
    ///             "Resource": "arn:aws:iam::111122223333:role/orders-*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Granting a user permissions to switch roles", 2025; NCC Group, Principal Mapper, 2021.
    EVERY_ROLE_ASSUMABLE {
        title: "Every role can be assumed",
        finding_type: SecurityWarning,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: user_guide!("id_roles_use_permissions-to-switch.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let open = ctx.policy.statements().iter().filter(|statement| {
        let others = [Element::Condition, Element::NotResource];
        statement.allows() && statement.first_of(&others).is_none()
    });
    findings.extend(open.filter_map(|statement| finding(ctx, statement)));
}

fn finding(ctx: &Context, statement: &Statement) -> Option<Finding> {
    let reach = reach(&ctx.policy, statement, "sts:AssumeRole")
        .filter(|one| one.through == Through::Name)?;
    let scope = role_scope(ctx, statement)?;
    let finding = CHECK.finding(
        [ctx.location(reach.node), ctx.location(scope.node())],
        format!("{} is allowed on every role.", quoted(&reach.text)),
        "It opens each role that trusts the account as a whole, perhaps also an administrator's.",
        "Name the roles, or begin their names alike and write the beginning before a `*`.",
    );
    let resources: Vec<Entry> = statement.entries(Element::Resource).collect();
    let is_alone = resources.len() == 1 && statement.entries(Element::Action).count() == 1;
    let edit = Edit::replace(ctx.tree.span(scope.node()), ROLE);
    Some(
        finding.mended_by(
            is_alone
                .then(|| Fix::choice("Name the role", [edit]))
                .flatten(),
        ),
    )
}

/// What stands for a role until somebody fills it in, as JSON.
const ROLE: &str = "\"arn:aws:iam::{{account_id}}:role/{{role_name}}\"";

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn allow(elements: &str) -> String {
        format!(r#"{{"Statement": [{{"Effect": "Allow", {elements}}}]}}"#)
    }

    #[test]
    fn marks_the_action_and_what_stands_for_every_role() {
        for resource in [
            "*",
            "arn:aws:iam::*:role/*",
            "arn:aws:iam::111122223333:role/*",
        ] {
            let elements = format!(
                r#""Action": ["sts:TagSession", «"sts:AssumeRole"»], "Resource": «"{resource}"»"#
            );
            check(&CHECK, &allow(&elements));
        }
        for elements in [
            r#""Action": "sts:AssumeRole", "Resource": "arn:aws:iam::*:role/app-*""#,
            r#""Action": "sts:AssumeRole", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceTag/team": "a"}}"#,
            r#""Action": "sts:TagSession", "Resource": "*""#,
        ] {
            check_clean(&CHECK, &allow(elements));
        }
    }

    #[test]
    fn asks_for_the_role() {
        check_fix(
            &CHECK,
            &allow(r#""Action": "sts:AssumeRole", "Resource": "*""#),
            &allow(
                r#""Action": "sts:AssumeRole", "Resource": "arn:aws:iam::{{account_id}}:role/{{role_name}}""#,
            ),
        );
    }
}
