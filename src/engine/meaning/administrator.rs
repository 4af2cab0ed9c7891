//! Ways to be an administrator: by everything at once, and by the detour of writing permissions.

use crate::engine::policy::{
    ActionPattern, Element, Entry, Policy, Statement, action_covers, has_variable,
};
use crate::engine::syntax::NodeId;

/// The entries by which a statement without a condition allows every action on every resource.
pub fn allows_everything<'t>(statement: &Statement<'t>) -> Option<(Entry<'t>, Entry<'t>)> {
    let is_unconditional = statement.allows() && !statement.has(Element::Condition);
    let action = statement
        .entries(Element::Action)
        .find(|entry| ActionPattern::new(&entry.text).is_everything());
    let resource = statement
        .entries(Element::Resource)
        .find(|entry| entry.text == "*");
    is_unconditional.then_some(())?;
    Some((action?, resource?))
}

/// A way to get more permissions than one has.
#[derive(Debug, PartialEq, Eq)]
pub struct Detour {
    /// The action, such as `iam:PutRolePolicy`.
    pub action: &'static str,
    /// What it does, as the end of a sentence.
    pub does: &'static str,
    /// Whether IAM gives `iam:PermissionsBoundary` with the request.
    pub knows_boundary: bool,
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

/// The detours that one statement opens.
#[derive(Clone, Debug)]
pub struct OpenedDetours<'t> {
    /// The place of the statement among those of the policy, from 0.
    pub statement: usize,
    /// Each detour once, with the entry that names it, in the order of the text.
    pub detours: Vec<(Entry<'t>, &'static Detour)>,
}

/// The detours that a policy opens without a condition, statement by statement.
///
/// `is_open` tells of a resource's string whether it is still a stand-in for any text.
/// Roles that AWS services bring along and resources named by a policy variable are within bounds.
/// A detour that the policy denies on every resource without a condition is closed.
pub fn opened_detours<'t>(
    policy: &Policy<'t>,
    is_open: &dyn Fn(NodeId) -> bool,
) -> Vec<OpenedDetours<'t>> {
    let closed = closed(policy);
    let statements = policy.statements().iter().enumerate();
    let allowing = statements.filter(|(_, statement)| {
        let others = [Element::Condition, Element::NotResource];
        statement.allows() && statement.first_of(&others).is_none()
    });
    allowing
        .filter(|(_, statement)| reaches_others(statement, is_open))
        .map(|(place, statement)| OpenedDetours {
            statement: place,
            detours: detours(statement, &closed),
        })
        .filter(|opened| !opened.detours.is_empty())
        .collect()
}

/// The entries that are denied on every resource without a condition.
fn closed(policy: &Policy) -> Vec<String> {
    let statements = policy.statements().iter();
    let denying = statements.filter(|statement| {
        let mut resources = statement.entries(Element::Resource);
        let others = [Element::Condition, Element::NotPrincipal];
        statement.denies()
            && statement.first_of(&others).is_none()
            && resources.any(|entry| entry.text == "*")
    });
    let entries = denying.flat_map(|statement| statement.entries(Element::Action));
    entries.map(|entry| entry.text.into_owned()).collect()
}

/// Whether some resource is neither a role of an AWS service nor the user's own.
fn reaches_others(statement: &Statement, is_open: &dyn Fn(NodeId) -> bool) -> bool {
    let mut resources = statement.entries(Element::Resource);
    resources.any(|entry| {
        let is_bound = has_variable(&entry.text) || entry.text.contains(":role/aws-service-role/");
        !is_bound && !is_open(entry.node)
    })
}

/// The ways that a statement opens, each with its entry, in the order of the text.
fn detours<'t>(statement: &Statement<'t>, closed: &[String]) -> Vec<(Entry<'t>, &'static Detour)> {
    let of_iam = statement.entries(Element::Action).filter(|entry| {
        let service = ActionPattern::new(&entry.text).service();
        service.is_some_and(|service| service.eq_ignore_ascii_case("iam"))
    });
    let is_closed = |detour: &&Detour| {
        closed
            .iter()
            .any(|entry| action_covers(entry, detour.action))
    };
    let mut known = DETOURS
        .iter()
        .filter(|detour| !is_closed(detour))
        .collect::<Vec<_>>();
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
