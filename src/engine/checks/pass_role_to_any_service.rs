//! Named roles that can be passed to any service.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::reach::{Through, is_limited_by, reach, role_scope};
use super::role_grant::PASS_ROLE;
use super::split::{Demand, demand};
use super::wording::quoted;
use crate::engine::policy::{Element, Entry, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// Where a statement allows `iam:PassRole` on named roles, a condition on `iam:PassedToService` names the services that may get them.
    /// Statements that reach every role have findings of their own.
    ///
    /// ## Why it matters
    ///
    /// A role is made for one service, but any service that trusts it can be given it.
    /// Naming the service keeps the role from being used elsewhere when its trust policy is widened later.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "iam:PassRole",
    ///             "Resource": "arn:aws:iam::111122223333:role/app-role"
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
    ///             "Action": "iam:PassRole",
    ///             "Resource": "arn:aws:iam::111122223333:role/app-role",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "iam:PassedToService": "ecs-tasks.amazonaws.com"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Grant a user permissions to pass a role to an AWS service", 2025.
    PASS_ROLE_TO_ANY_SERVICE {
        title: "Role passed to any service",
        finding_type: SecurityWarning,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: user_guide!("id_roles_use_passrole.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let allowing = ctx.policy.statements().iter().filter(|one| one.allows());
    findings.extend(allowing.filter_map(|statement| finding(ctx, statement)));
}

fn finding(ctx: &Context, statement: &Statement) -> Option<Finding> {
    let reach = reach(&ctx.policy, statement, PASS_ROLE.action)
        .filter(|one| one.through == Through::Name)?;
    let mut resources = statement.entries(Element::Resource);
    let role = resources.find(|entry| is_role(&entry.text) && !ctx.is_open(entry.node))?;
    let is_reported = role_scope(ctx, statement).is_some();
    let mut guards = PASS_ROLE.guards.iter();
    if is_reported || guards.any(|key| is_limited_by(ctx, statement, key, PASS_ROLE.is_open)) {
        return None;
    }
    let written = ctx.written(ctx.tree.content_span(role.node));
    let finding = CHECK.finding(
        [ctx.location(reach.node), ctx.location(role.node)],
        format!(
            "{} can be passed to any service that trusts it.",
            quoted(&written)
        ),
        "A role is made for one service; without a condition it can be handed to another one.",
        "Name the service in a condition on `iam:PassedToService`.",
    );
    let action = Entry {
        node: reach.node,
        text: reach.text,
    };
    let test = Demand {
        operator: "StringEquals",
        key: PASS_ROLE.key,
        value: "{{service_principal}}",
    };
    Some(finding.mended_by(demand(ctx, statement, &[action], &test, is_role)))
}

/// Whether an ARN names roles that several services could be given.
///
/// One that ends in a slash names none, and the role that a service brings along serves no other.
fn is_role(resource: &str) -> bool {
    let of_one_service = resource
        .split_once(":role/aws-service-role/")
        .is_some_and(|(_, service)| !service.starts_with('*'));
    resource.contains(":role/") && !resource.ends_with('/') && !of_one_service
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn a_named_role_needs_a_named_service() {
        check(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Action": ["iam:GetRole", «"iam:PassRole"»], "Resource": ["arn:aws:iam::111122223333:user/a", «"arn:aws:iam::111122223333:role/app-*"»]}}"#,
        );
        for rest in [
            r#""Resource": "arn:aws:iam::111122223333:role/a", "Condition": {"StringLike": {"iam:PassedToService": "ec2.*"}}"#,
            r#""Resource": "*""#,
            r#""Resource": "arn:aws:iam::*:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig""#,
            r#""Resource": "<role ARN>""#,
        ] {
            check_clean(
                &CHECK,
                &format!(
                    r#"{{"Statement": {{"Effect": "Allow", "Action": "iam:PassRole", {rest}}}}}"#
                ),
            );
        }
    }

    #[test]
    fn takes_the_role_to_a_statement_of_its_own() {
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": ["iam:GetUser", "iam:PassRole"], "Resource": ["arn:aws:iam::111122223333:user/a", "arn:aws:iam::111122223333:role/a"]}]}"#,
            r#"{"Statement": [{"Effect": "Allow", "Action": ["iam:GetUser"], "Resource": ["arn:aws:iam::111122223333:user/a", "arn:aws:iam::111122223333:role/a"]}, {"Effect": "Allow", "Action": ["iam:PassRole"], "Resource": ["arn:aws:iam::111122223333:role/a"], "Condition": {"StringEquals": {"iam:PassedToService": "{{service_principal}}"}}}]}"#,
        );
    }
}
