//! Statements that let any role be passed to a service, or a service-linked role be created for any service.

use super::context::Context;
use super::declare::Check;
use super::finding::Finding;
use super::reach::{Reach, Scope, Through, is_limited_by, reach, role_scope};
use super::role_limit::{Grown, mended};
use super::wording::quoted;
use crate::engine::policy::Statement;

/// An action that is dangerous unless the role or the service is named.
#[derive(Debug)]
pub(super) struct Grant {
    pub action: &'static str,
    /// The condition key that names the service.
    pub key: &'static str,
    /// The condition keys of which one is enough.
    pub guards: &'static [&'static str],
    /// Whether a value of such a key names no service.
    pub is_open: fn(&str) -> bool,
    /// What a named role looks like, with stand-ins.
    pub role: &'static str,
    what: &'static str,
    why: &'static str,
    help: &'static str,
}

/// Handing a role to a service.
///
/// Which conditions are enough: Access Analyzer's findings on AWS managed policies, March 2026.
pub(super) static PASS_ROLE: Grant = Grant {
    action: "iam:PassRole",
    key: "iam:PassedToService",
    guards: &["iam:PassedToService", "iam:AssociatedResourceArn"],
    is_open: |value| value == "*",
    role: "arn:aws:iam::{{account_id}}:role/{{role_name}}",
    what: "any role can be passed to any service",
    why: "Who can pass a role that may do more than they can starts a service with it and acts through that service.",
    help: "Name the roles in `Resource`, and the services in a condition on `iam:PassedToService`.",
};

/// Creating the role that an AWS service brings along.
///
/// Which conditions are enough: Access Analyzer's findings on AWS managed policies, March 2026.
pub(super) static CREATE_SERVICE_LINKED_ROLE: Grant = Grant {
    action: "iam:CreateServiceLinkedRole",
    key: "iam:AWSServiceName",
    guards: &["iam:AWSServiceName"],
    is_open: |value| value.starts_with('*'),
    role: "arn:aws:iam::{{account_id}}:role/aws-service-role/{{service_principal}}/*",
    what: "a service-linked role can be created for any service",
    why: "Such a role lets an AWS service act in the account, with permissions that the service has chosen.",
    help: "Name the service in a condition on `iam:AWSServiceName`, or its role in `Resource`.",
};

/// A statement that reaches such an action on every role, or on all but some, without naming the service.
#[derive(Clone, Debug)]
pub(super) struct RoleGrant<'t> {
    pub grant: &'static Grant,
    pub statement: Statement<'t>,
    pub reach: Reach<'t>,
    pub scope: Scope<'t>,
}

/// Both actions' statements in the order of the text.
pub(super) fn role_grants<'t>(ctx: &Context<'t>) -> Vec<RoleGrant<'t>> {
    let allowing = ctx.policy.statements().iter().filter(|one| one.allows());
    let wide = allowing.filter_map(|statement| Some((statement, role_scope(ctx, statement)?)));
    wide.flat_map(|(statement, scope)| {
        [&PASS_ROLE, &CREATE_SERVICE_LINKED_ROLE]
            .into_iter()
            .filter_map(move |grant| RoleGrant::new(ctx, grant, statement, &scope))
    })
    .collect()
}

impl<'t> RoleGrant<'t> {
    fn new(
        ctx: &Context<'t>,
        grant: &'static Grant,
        statement: &Statement<'t>,
        scope: &Scope<'t>,
    ) -> Option<Self> {
        let reach = reach(&ctx.policy, statement, grant.action)?;
        let mut guards = grant.guards.iter();
        let is_limited = guards.any(|key| is_limited_by(ctx, statement, key, grant.is_open));
        (!is_limited).then(|| Self {
            grant,
            statement: *statement,
            reach,
            scope: scope.clone(),
        })
    }
}

/// Reports the statements that reach the action in this way, on resources of this kind.
pub(super) fn report(
    check: &Check,
    ctx: &Context,
    grant: &Grant,
    through: Through,
    by_exclusion: bool,
    findings: &mut Vec<Finding>,
) {
    let meant = ctx.role_grants().iter().filter(|found| {
        found.grant.action == grant.action
            && found.reach.through == through
            && matches!(found.scope, Scope::AllBut(_)) == by_exclusion
    });
    findings.extend(meant.map(|found| finding(check, ctx, found)));
}

fn finding<'t>(check: &Check, ctx: &Context<'t>, found: &RoleGrant<'t>) -> Finding {
    let RoleGrant {
        grant,
        reach,
        scope,
        ..
    } = found;
    let places = [ctx.location(reach.node), ctx.location(scope.node())];
    let finding = check.finding(places, message(grant, reach, scope), grant.why, grant.help);
    mended(finding, &Grown { ctx, found })
}

fn message(grant: &Grant, reach: &Reach, scope: &Scope) -> String {
    let how = match reach.through {
        Through::Name => format!("This statement allows {}", quoted(grant.action)),
        Through::Wildcard => format!("{} includes {}", quoted(&reach.text), quoted(grant.action)),
        Through::NotAction => format!("`NotAction` does not leave out {}", quoted(grant.action)),
    };
    let on = match scope {
        Scope::Every(entry) => format!("on {}", quoted(&entry.text)),
        Scope::AllBut(_) => "on all resources but those in `NotResource`".to_owned(),
    };
    format!("{how} {on}: {}.", grant.what)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::super::{
        create_slr_with_star_in_resource as slr, pass_role_with_star_in_resource as pass,
    };
    use super::super::{
        pass_role_with_star_in_action_and_resource as wide,
        pass_role_with_star_in_resource_and_not_action as others,
    };

    fn allow(elements: &str) -> String {
        format!(r#"{{"Statement": [{{"Effect": "Allow", {elements}}}]}}"#)
    }

    #[test]
    fn marks_the_action_and_the_resource() {
        for resource in ["*", "arn:aws:iam::*:role/*"] {
            let elements = format!(
                r#""Action": ["s3:*", «"iam:passRole"»], "Resource": ["arn:aws:s3:::a", «"{resource}"»]"#
            );
            check(&pass::CHECK, &allow(&elements));
        }
        check(
            &wide::CHECK,
            &allow(r#""Action": «"iam:*"», "Resource": «"*"»"#),
        );
        check(
            &others::CHECK,
            &allow(r#""NotAction": «["s3:*"]», "Resource": «"*"»"#),
        );
    }

    #[test]
    fn a_condition_that_demands_a_service_is_enough() {
        for (tests, is_enough) in [
            (
                r#""StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}"#,
                true,
            ),
            (r#""StringLike": {"iam:passedtoservice": ["ec2.*"]}"#, true),
            (
                r#""ForAnyValue:StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}"#,
                true,
            ),
            (
                r#""ArnLike": {"iam:AssociatedResourceARN": "arn:aws:ec2:*:*:instance/*"}"#,
                true,
            ),
            (
                r#""StringEqualsIfExists": {"iam:PassedToService": "ec2.amazonaws.com"}"#,
                false,
            ),
            (
                r#""ForAllValues:StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}"#,
                false,
            ),
            (
                r#""StringNotEquals": {"iam:PassedToService": "ec2.amazonaws.com"}"#,
                false,
            ),
            (r#""StringLike": {"iam:PassedToService": "*"}"#, false),
            (r#""Bool": {"aws:SecureTransport": "true"}"#, false),
        ] {
            let (open, close) = if is_enough { ("", "") } else { ("«", "»") };
            let elements = format!(
                r#""Action": {open}"iam:PassRole"{close}, "Resource": {open}"*"{close}, "Condition": {{{tests}}}"#
            );
            check(&pass::CHECK, &allow(&elements));
        }
    }

    #[test]
    fn a_service_name_that_begins_with_a_star_names_no_service() {
        let with = |name: &str| {
            allow(&format!(
                r#""Action": "iam:CreateServiceLinkedRole", "Resource": "*", "Condition": {{"StringLike": {{"iam:AWSServiceName": "{name}"}}}}"#
            ))
        };
        check_clean(&slr::CHECK, &with("a4b.amazonaws.com"));
        check(
            &slr::CHECK,
            &with("*a4b.amazonaws.com")
                .replace(r#""iam:Create"#, r#"«"iam:Create"#)
                .replace(r#"Role", "Resource": "*""#, r#"Role"», "Resource": «"*"»"#),
        );
    }

    #[test]
    fn a_named_role_is_enough() {
        for resource in [
            "arn:aws:iam::*:role/flow-logs-*",
            "arn:aws:iam::111122223333:role/service-role/a*",
            "<role ARN>",
        ] {
            check_clean(
                &pass::CHECK,
                &allow(&format!(
                    r#""Action": "iam:PassRole", "Resource": "{resource}""#
                )),
            );
        }
    }

    #[test]
    fn asks_for_the_service_in_a_condition() {
        check_fix(
            &pass::CHECK,
            &allow(r#""Action": "iam:PassRole", "Resource": "*""#),
            &allow(
                r#""Action": "iam:PassRole", "Resource": "*", "Condition": {"StringEquals": {"iam:PassedToService": "{{service_principal}}"}}"#,
            ),
        );
        check_fix(
            &pass::CHECK,
            &allow(
                r#""Action": "iam:PassRole", "Resource": "*", "Condition": {"StringEqualsIfExists": {"iam:PassedToService": "a"}}"#,
            ),
            &allow(
                r#""Action": "iam:PassRole", "Resource": "*", "Condition": {"StringEquals": {"iam:PassedToService": "a"}}"#,
            ),
        );
    }

    #[test]
    fn moves_the_action_away_from_those_its_condition_would_forbid() {
        check_fix(
            &pass::CHECK,
            &allow(r#""Action": ["s3:*", "iam:PassRole"], "Resource": "*""#),
            r#"{"Statement": [{"Effect": "Allow", "Action": ["s3:*"], "Resource": "*"}, {"Effect": "Allow", "Action": ["iam:PassRole"], "Resource": ["*"], "Condition": {"StringEquals": {"iam:PassedToService": "{{service_principal}}"}}}]}"#,
        );
        check_fix(
            &others::CHECK,
            &allow(r#""NotAction": "s3:*", "Resource": "*""#),
            &allow(r#""NotAction": ["s3:*", "iam:PassRole"], "Resource": "*""#),
        );
    }
}
