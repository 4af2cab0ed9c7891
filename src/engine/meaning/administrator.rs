//! Ways to be an administrator: by everything at once, and by the detour of writing permissions.

use crate::engine::policy::{
    ActionPattern, Element, Entry, EscalationPath, Means, Policy, Statement, action_covers,
    escalation_paths, has_variable,
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

/// The detours that one statement opens.
#[derive(Clone, Debug)]
pub struct OpenedDetours<'t> {
    /// The place of the statement among those of the policy, from 0.
    pub statement: usize,
    /// Each detour once, with the entry that names it, in the order of the text.
    pub detours: Vec<(Entry<'t>, &'static EscalationPath)>,
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
    let closed = denied_everywhere(policy);
    let statements = policy.statements().iter().enumerate();
    let allowing = statements.filter(|(_, statement)| {
        let others = [Element::Condition, Element::NotResource];
        statement.allows() && statement.first_of(&others).is_none()
    });
    allowing
        .map(|(place, statement)| OpenedDetours {
            statement: place,
            detours: detours(statement, &others(statement, is_open), &closed),
        })
        .filter(|opened| !opened.detours.is_empty())
        .collect()
}

/// The entries that are denied on every resource without a condition.
pub fn denied_everywhere(policy: &Policy) -> Vec<String> {
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

/// The resources that are neither a role of an AWS service nor the user's own.
fn others<'t>(statement: &Statement<'t>, is_open: &dyn Fn(NodeId) -> bool) -> Vec<Entry<'t>> {
    let resources = statement.entries(Element::Resource);
    let others = resources.filter(|entry| {
        let is_bound = has_variable(&entry.text) || entry.text.contains(":role/aws-service-role/");
        !is_bound && !is_open(entry.node)
    });
    others.collect()
}

/// The ways that a statement opens, each with its entry, in the order of the text.
fn detours<'t>(
    statement: &Statement<'t>,
    resources: &[Entry],
    closed: &[String],
) -> Vec<(Entry<'t>, &'static EscalationPath)> {
    let is_aimed = |path: &EscalationPath| {
        let mut resources = resources.iter();
        resources.any(|entry| path.may_work_on(&entry.text))
    };
    let is_closed = |path: &&EscalationPath| {
        let mut actions = path.actions.iter();
        actions.any(|action| closed.iter().any(|entry| action_covers(entry, action)))
    };
    let mut known = escalation_paths()
        .filter(|path| path.means == Means::Iam && !is_closed(path))
        .collect::<Vec<_>>();
    let mut services: Vec<&str> = known.iter().filter_map(|path| path.service()).collect();
    services.dedup();
    let of_one_service = statement.entries(Element::Action).filter(|entry| {
        let service = ActionPattern::new(&entry.text).service();
        service.is_some_and(|service| services.iter().any(|one| one.eq_ignore_ascii_case(service)))
    });
    let mut found = Vec::new();
    for entry in of_one_service {
        known.retain(|path| {
            let mut actions = path.actions.iter();
            let opens = actions.all(|action| action_covers(&entry.text, action)) && is_aimed(path);
            if opens {
                found.push((entry.clone(), *path));
            }
            !opens
        });
    }
    found
}
