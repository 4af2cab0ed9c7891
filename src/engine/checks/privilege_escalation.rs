//! Ways to get any permission by writing permissions.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::split::{Demand, demand};
use super::wording::{listed_briefly, quoted};
use crate::engine::meaning::opened_detours;
use crate::engine::policy::{Element, Entry, EscalationPath, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// No statement lets its holder change permissions, group memberships, role trust or credentials in IAM without a condition.
    /// Each of these ways is known from published attacks.
    /// The roles that AWS services bring along are left out, and so is what the same policy denies on every resource.
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

/// How many ways a message names.
const MOST_NAMED: usize = 3;

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let opened = opened_detours(&ctx.policy, &|node| ctx.is_open(node));
    findings.extend(opened.iter().filter_map(|opened| {
        let statement = ctx.policy.statements().get(opened.statement)?;
        Some(finding(ctx, statement, &opened.detours))
    }));
}

fn finding(ctx: &Context, statement: &Statement, found: &[(Entry, &EscalationPath)]) -> Finding {
    let mut entries: Vec<Entry> = found.iter().map(|(entry, _)| entry.clone()).collect();
    entries.dedup_by_key(|entry| entry.node);
    let named: Vec<String> = found
        .iter()
        .take(MOST_NAMED)
        .map(|(_, path)| format!("{} {}", quoted(&path.name()), path.does))
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
    let can_be_bound = found
        .iter()
        .all(|(entry, path)| path.knows_boundary && entry.text.eq_ignore_ascii_case(&path.name()));
    let bound = can_be_bound.then(|| demand(ctx, statement, &entries, &test, |_| true));
    finding
        .mended_by(bound.flatten())
        .mended_by(without(ctx, statement, &entries))
}

/// Leaves the actions to an administrator, where the statement has others.
fn without(ctx: &Context, statement: &Statement, entries: &[Entry]) -> Option<Fix> {
    let nodes: Vec<_> = entries.iter().map(|entry| entry.node).collect();
    let has_others = statement.entries(Element::Action).count() > nodes.len();
    let removal = has_others.then(|| ctx.tree.remove_elements(&nodes))?;
    let names = listed_briefly(entries.iter().map(|entry| &*entry.text));
    Fix::choice(format!("Leave out {names}"), removal.iter().cloned())
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
    fn permission_sets_are_a_way_too() {
        check(
            &CHECK,
            &allow(
                r#""Action": [«"sso:PutInlinePolicyToPermissionSet"», "sso:ListInstances"], "Resource": "*""#,
            ),
        );
    }

    #[test]
    fn conditions_own_users_and_roles_of_services_keep_it_within_bounds() {
        for elements in [
            r#""Action": "iam:PutRolePolicy", "Resource": "*", "Condition": {"StringEquals": {"iam:PermissionsBoundary": "a"}}"#,
            r#""Action": "iam:AttachRolePolicy", "Resource": "arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*""#,
            r#""Action": "iam:AttachRolePolicy", "Resource": "arn:aws:iam::aws:policy/ReadOnlyAccess""#,
            r#""Action": "iam:CreateAccessKey", "Resource": "arn:aws:iam::*:user/${aws:username}""#,
            r#""Action": ["iam:Get*", "s3:PutRolePolicy", "*"], "Resource": "arn:aws:s3:::a""#,
        ] {
            check_clean(&CHECK, &allow(elements));
        }
    }

    #[test]
    fn what_is_denied_everywhere_is_no_way() {
        let with = |denied: &str, opened: &str| {
            format!(
                r#"{{"Statement": [{{"Effect": "Allow", "Action": {opened}, "Resource": "*"}}, {{"Effect": "Deny", "Action": "iam:put*", {denied}}}]}}"#
            )
        };
        let opened = r#""iam:PutRolePolicy""#;
        check_clean(&CHECK, &with(r#""Resource": "*""#, opened));
        for denied in [
            r#""Resource": "arn:aws:iam::*:role/a""#,
            r#""Resource": "*", "Condition": {"StringEquals": {"a:b": "c"}}"#,
        ] {
            check(&CHECK, &with(denied, &format!("«{opened}»")));
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
