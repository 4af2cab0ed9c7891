//! Ways to get any permission by writing permissions.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::reach::action_covers;
use super::split::{Demand, demand};
use super::wording::quoted;
use crate::engine::policy::{ActionPattern, Element, Entry, PolicyKind, Statement, has_variable};

declare_check! {
    /// ## What it checks
    ///
    /// No statement lets its holder change permissions, group memberships, role trust or credentials in IAM without a condition.
    /// Each of these ways is known from published attacks.
    /// The roles that AWS services bring along are left out.
    ///
    /// ## Why it matters
    ///
    /// Whoever may write permissions can give themselves all of them: this is administrator access by a detour.
    /// A permissions boundary keeps what they can give away within bounds.
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
    ///                 "iam:AttachRolePolicy",
    ///                 "iam:PutRolePolicy"
    ///             ],
    ///             "Resource": "arn:aws:iam::111122223333:role/app-*"
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
    ///                 "iam:AttachRolePolicy",
    ///                 "iam:PutRolePolicy"
    ///             ],
    ///             "Resource": "arn:aws:iam::111122223333:role/app-*",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/app-boundary"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Public research on privilege escalation in AWS since 2018; IAM User Guide, "Permissions boundaries for IAM entities", 2025.
    PRIVILEGE_ESCALATION {
        title: "Privilege escalation",
        finding_type: SecurityWarning,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: user_guide!("access_policies_boundaries.html"),
        run: run,
    }
}

/// A way to get more permissions than one has.
struct Detour {
    action: &'static str,
    /// What it does, as the end of a sentence.
    does: &'static str,
    /// Whether IAM gives `iam:PermissionsBoundary` with the request.
    knows_boundary: bool,
}

const fn detour(action: &'static str, does: &'static str, knows_boundary: bool) -> Detour {
    Detour {
        action,
        does,
        knows_boundary,
    }
}

/// The ways that need nothing but IAM.
///
/// Source: public research on privilege escalation in AWS since 2018; boundaries: service authorization reference of IAM, 2026.
const DETOURS: [Detour; 13] = [
    detour(
        "iam:PutRolePolicy",
        "writes any permission into a role",
        true,
    ),
    detour(
        "iam:AttachRolePolicy",
        "gives a role any managed policy",
        true,
    ),
    detour(
        "iam:UpdateAssumeRolePolicy",
        "decides who may use a role",
        false,
    ),
    detour(
        "iam:PutUserPolicy",
        "writes any permission into a user",
        true,
    ),
    detour(
        "iam:AttachUserPolicy",
        "gives a user any managed policy",
        true,
    ),
    detour(
        "iam:PutGroupPolicy",
        "writes any permission into a group",
        false,
    ),
    detour(
        "iam:AttachGroupPolicy",
        "gives a group any managed policy",
        false,
    ),
    detour("iam:AddUserToGroup", "puts a user into any group", false),
    detour(
        "iam:CreatePolicyVersion",
        "rewrites a managed policy",
        false,
    ),
    detour(
        "iam:SetDefaultPolicyVersion",
        "brings back an older version of a managed policy",
        false,
    ),
    detour(
        "iam:CreateAccessKey",
        "makes access keys for other users",
        false,
    ),
    detour(
        "iam:CreateLoginProfile",
        "sets passwords for other users",
        false,
    ),
    detour(
        "iam:UpdateLoginProfile",
        "changes the passwords of other users",
        false,
    ),
];

/// How many ways a message names.
const MOST_NAMED: usize = 3;

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let allowing = ctx.policy.statements().iter().filter(|statement| {
        let others = [Element::Condition, Element::NotResource];
        statement.allows() && statement.first_of(&others).is_none()
    });
    for statement in allowing.filter(|statement| reaches_others(ctx, statement)) {
        let found = detours(statement);
        if !found.is_empty() {
            findings.push(finding(ctx, statement, &found));
        }
    }
}

/// Whether some resource is neither a role of an AWS service nor the user's own.
fn reaches_others(ctx: &Context, statement: &Statement) -> bool {
    let mut resources = statement.entries(Element::Resource);
    resources.any(|entry| {
        let is_bound = has_variable(&entry.text) || entry.text.contains(":role/aws-service-role/");
        !is_bound && !ctx.is_open(entry.node)
    })
}

/// The ways that a statement opens, each with its entry, in the order of the text.
fn detours<'t>(statement: &Statement<'t>) -> Vec<(Entry<'t>, &'static Detour)> {
    let of_iam = statement.entries(Element::Action).filter(|entry| {
        let service = ActionPattern::new(&entry.text).service();
        service.is_some_and(|service| service.eq_ignore_ascii_case("iam"))
    });
    let mut known = DETOURS.iter().collect::<Vec<_>>();
    let mut found = Vec::new();
    for entry in of_iam {
        known.retain(|detour| {
            let opens = action_covers(&entry.text, detour.action);
            if opens {
                found.push((entry.clone(), *detour));
            }
            !opens
        });
    }
    found
}

fn finding(ctx: &Context, statement: &Statement, found: &[(Entry, &Detour)]) -> Finding {
    let mut entries: Vec<Entry> = found.iter().map(|(entry, _)| entry.clone()).collect();
    entries.dedup_by_key(|entry| entry.node);
    let named: Vec<String> = found
        .iter()
        .take(MOST_NAMED)
        .map(|(_, detour)| format!("{} {}", quoted(detour.action), detour.does))
        .collect();
    let more = match found.len() > MOST_NAMED {
        true => ", and there are more ways",
        false => "",
    };
    let finding = CHECK.finding(
        entries.iter().map(|entry| ctx.location(entry.node)),
        format!("Administrator access by a detour: {}{more}.", named.join("; ")),
        "Whoever can write permissions can give themselves all of them.",
        "Demand a permissions boundary, name roles that can do no harm, or leave these actions to administrators.",
    );
    let test = Demand {
        operator: "StringEquals",
        key: "iam:PermissionsBoundary",
        value: "{{permissions_boundary_arn}}",
    };
    let can_be_bound = found.iter().all(|(entry, detour)| {
        detour.knows_boundary && entry.text.eq_ignore_ascii_case(detour.action)
    });
    let fix = can_be_bound.then(|| demand(ctx, statement, &entries, &test, |_| true));
    finding.mended_by(fix.flatten())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn allow(elements: &str) -> String {
        format!(r#"{{"Statement": [{{"Effect": "Allow", {elements}}}]}}"#)
    }

    #[test]
    fn names_the_ways_that_a_statement_opens() {
        check(
            &CHECK,
            &allow(
                r#""Action": ["iam:GetRole", «"iam:putRolePolicy"», «"iam:Update*"»], "Resource": "arn:aws:iam::111122223333:role/a""#,
            ),
        );
    }

    #[test]
    fn conditions_own_users_and_roles_of_services_keep_it_within_bounds() {
        for elements in [
            r#""Action": "iam:PutRolePolicy", "Resource": "*", "Condition": {"StringEquals": {"iam:PermissionsBoundary": "a"}}"#,
            r#""Action": "iam:AttachRolePolicy", "Resource": "arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*""#,
            r#""Action": "iam:CreateAccessKey", "Resource": "arn:aws:iam::*:user/${aws:username}""#,
            r#""Action": ["iam:Get*", "s3:PutRolePolicy", "*"], "Resource": "arn:aws:s3:::a""#,
        ] {
            check_clean(&CHECK, &allow(elements));
        }
    }

    #[test]
    fn demands_a_boundary() {
        check_fix(
            &CHECK,
            &allow(
                r#""Action": ["iam:PutRolePolicy", "iam:AttachRolePolicy"], "Resource": "arn:aws:iam::111122223333:role/app-*""#,
            ),
            &allow(
                r#""Action": ["iam:PutRolePolicy", "iam:AttachRolePolicy"], "Resource": "arn:aws:iam::111122223333:role/app-*", "Condition": {"StringEquals": {"iam:PermissionsBoundary": "{{permissions_boundary_arn}}"}}"#,
            ),
        );
    }
}
