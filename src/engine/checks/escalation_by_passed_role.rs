//! Ways to any permission by handing a role to a service.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::granted::{Granted, granted};
use super::reach::{Scope, Through, is_limited_by, reach, role_scope};
use super::role_grant::PASS_ROLE;
use super::split::{Demand, demand};
use super::wording::quoted;
use crate::engine::meaning::denied_everywhere;
use crate::engine::policy::{
    Element, Entry, EscalationPath, Means, PolicyKind, Statement, escalation_paths,
};

declare_check! {
    /// ## What it checks
    ///
    /// Where every role can be passed to every service, the policy does not allow as well what makes a service act under such a role.
    /// The message names the published path.
    ///
    /// ## Why it matters
    ///
    /// Together these actions give every permission that any role in the account has, which mostly means all of them.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": [
    ///                 "iam:PassRole",
    ///                 "lambda:CreateFunction",
    ///                 "lambda:InvokeFunction"
    ///             ],
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
    ///             "Action": [
    ///                 "lambda:CreateFunction",
    ///                 "lambda:InvokeFunction"
    ///             ],
    ///             "Resource": "*"
    ///         },
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "iam:PassRole",
    ///             "Resource": "arn:aws:iam::111122223333:role/orders-function",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "iam:PassedToService": "lambda.amazonaws.com"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Rhino Security Labs, 2018 to 2020; NCC Group, Principal Mapper, 2021; Bishop Fox, "IAM Vulnerable", 2021; Datadog, pathfinding.cloud, 2025; Sonrai Security, 2025.
    ESCALATION_BY_PASSED_ROLE {
        title: "Privilege escalation by a passed role",
        finding_type: SecurityWarning,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: user_guide!("id_roles_use_passrole.html"),
        run: run,
    }
}

/// How many ways a message names.
const MOST_NAMED: usize = 2;

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let allowing: Vec<&Statement> = ctx
        .policy
        .statements()
        .iter()
        .filter(|one| one.allows())
        .collect();
    if !allowing
        .iter()
        .any(|statement| passes_any_role(ctx, statement))
    {
        return;
    }
    let denied = denied_everywhere(&ctx.policy);
    let passed = |path: &&EscalationPath| matches!(path.means, Means::PassedRole { .. });
    let open: Vec<_> = escalation_paths()
        .filter(passed)
        .filter_map(|path| Some((path, granted(&ctx.policy, path, &allowing, &denied)?)))
        .filter(|(_, granted)| {
            granted
                .first()
                .is_some_and(|first| passes_any_role(ctx, first.statement))
        })
        .collect();
    findings.extend(finding(ctx, &open));
}

/// Whether a statement names `iam:PassRole`, for every role and every service.
fn passes_any_role(ctx: &Context, statement: &Statement) -> bool {
    let is_named =
        reach(&ctx.policy, statement, PASS_ROLE.action).is_some_and(|reach| names_it(&reach.text));
    let is_every = matches!(role_scope(ctx, statement), Some(Scope::Every(_)));
    let mut guards = PASS_ROLE.guards.iter();
    is_named && is_every && !guards.any(|key| is_limited_by(ctx, statement, key, PASS_ROLE.is_open))
}

/// Wider patterns, such as `iam:*`, open ways that need no service.
fn names_it(action: &str) -> bool {
    let start = action.get(.."iam:pass".len());
    start.is_some_and(|start| start.eq_ignore_ascii_case("iam:pass"))
}

fn finding(ctx: &Context, open: &[(&EscalationPath, Vec<Granted>)]) -> Option<Finding> {
    let (_, first) = open.first()?;
    let pass = first.first()?;
    let named = open.iter().take(MOST_NAMED);
    let ways: Vec<String> = named
        .clone()
        .map(|(path, _)| format!("{} {}", quoted(&path.name()), path.does))
        .collect();
    let more = match open.len().saturating_sub(MOST_NAMED) {
        0 => String::new(),
        1 => ", and there is one more way".to_owned(),
        count => format!(", and there are {count} more ways"),
    };
    let mut nodes: Vec<_> = named
        .flat_map(|(_, granted)| granted.iter().map(|one| one.reach.node))
        .collect();
    nodes.sort();
    nodes.dedup();
    let finding = CHECK.finding(
        nodes.into_iter().map(|node| ctx.location(node)),
        format!("Every role's permissions by a detour: {}{more}.", ways.join("; ")),
        "The service does under the role whatever it is told to, also with a role that may do more than its caller.",
        "Name the roles that may be passed, and the services in a condition on `iam:PassedToService`.",
    );
    Some(finding.mended_by(demanding_a_service(ctx, pass)))
}

fn demanding_a_service(ctx: &Context, pass: &Granted) -> Option<Fix> {
    let action = Entry {
        node: pass.reach.node,
        text: pass.reach.text.clone(),
    };
    let test = Demand {
        operator: "StringEquals",
        key: PASS_ROLE.key,
        value: "{{service_principal}}",
    };
    let is_plain = pass.reach.through == Through::Name && !pass.statement.has(Element::NotResource);
    is_plain
        .then(|| demand(ctx, pass.statement, &[action], &test, |_| true))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn allow(elements: &str) -> String {
        format!(r#"{{"Statement": [{{"Effect": "Allow", {elements}}}]}}"#)
    }

    #[test]
    fn marks_the_actions_of_a_path_in_all_statements() {
        check(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": [«"ec2:Run*"», "ec2:Describe*"], "Resource": "*"}, {"Effect": "Allow", "Action": «"iam:PassRole"», "Resource": "arn:aws:iam::*:role/*"}]}"#,
        );
        for elements in [
            r#""Action": ["iam:PassRole", "ec2:DescribeInstances"], "Resource": "*""#,
            r#""Action": ["iam:PassRole", "ec2:RunInstances"], "Resource": "arn:aws:iam::*:role/app-*""#,
            r#""Action": ["iam:PassRole", "ec2:RunInstances"], "Resource": "*", "Condition": {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}"#,
            r#""Action": "*", "Resource": "*""#,
        ] {
            check_clean(&CHECK, &allow(elements));
        }
    }

    #[test]
    fn a_deny_closes_a_path() {
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": ["iam:PassRole", "ec2:RunInstances"], "Resource": "*"}, {"Effect": "Deny", "Action": "ec2:Run*", "Resource": "*"}]}"#,
        );
    }

    #[test]
    fn demands_a_service() {
        check_fix(
            &CHECK,
            &allow(r#""Action": ["ec2:RunInstances", "iam:PassRole"], "Resource": "*""#),
            r#"{"Statement": [{"Effect": "Allow", "Action": ["ec2:RunInstances"], "Resource": "*"}, {"Effect": "Allow", "Action": ["iam:PassRole"], "Resource": ["*"], "Condition": {"StringEquals": {"iam:PassedToService": "{{service_principal}}"}}}]}"#,
        );
    }
}
