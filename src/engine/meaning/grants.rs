//! Who may do what: the statements of one policy, put together and freed of what never takes effect.

use std::collections::{BTreeMap, BTreeSet};

use super::dimension::Subject;
use super::narrowing::{Wording, narrow};
use super::reading::Permissions;
use super::side_by_side::{SideBySide, Work};
use super::statement::{Condition, Effect, Entry, Names, Statement};
use super::universe::ActionUniverse;

/// What some principals may do, or are kept from doing, with some resources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Whether it is allowed or denied.
    pub effect: Effect,
    /// Who; `None` where the policy is attached to whoever it is about.
    pub principals: Option<Names>,
    /// Which actions; `None` where the statement does not say so.
    pub actions: Option<Names>,
    /// On which resources; `None` where the policy is attached to what it is about.
    pub resources: Option<Names>,
    /// All of these have to hold, in the order of the text.
    pub conditions: Vec<Condition>,
    /// The places of the statements that say so, from 0, ascending.
    pub statements: Vec<usize>,
}

/// The grants of a policy, in the order of its statements.
///
/// Statements that differ in their actions alone become one grant, and an action that another one of it takes in is left out.
/// What a `Deny` of the same policy takes back altogether is left out too;
/// with a universe, a pattern that it takes back in part is replaced by the actions that are left.
/// A `Deny` that takes back more finely, by resource or condition, stands beside the grant it limits: each `Deny` is listed.
/// A statement whose effect cannot be read is left out; where a policy is too large, statements stay as they are.
pub fn grants(permissions: &Permissions, universe: Option<&ActionUniverse>) -> Vec<Grant> {
    let nothing = Permissions::default();
    let readable = permissions.readable();
    let together = SideBySide::new(&readable, &nothing, universe);
    let mut work = Work::for_all_parts();
    let mut grants: Vec<Grant> = Vec::new();
    for (place, statement) in permissions.statements.iter().enumerate() {
        let Some(effect) = statement.effect else {
            continue;
        };
        let mut grant = Grant::of(effect, place, statement);
        if let (Effect::Allow, Some(together)) = (effect, &together)
            && !grant.keep_effective(statement, together, &mut work)
        {
            continue;
        }
        match grants.iter_mut().find(|other| other.takes(&grant)) {
            Some(other) => other.join(grant),
            None => grants.push(grant),
        }
    }
    if let Some(together) = &together {
        for grant in &mut grants {
            drop_covered(&mut grant.actions, Subject::Actions, together);
            drop_covered(&mut grant.resources, Subject::Resources, together);
        }
    }
    grants
}

/// The statements whose effect can be read, each as it stands.
///
/// Takes time in proportion to the text; [`grants`] compares the statements with one another, which takes longer.
pub fn stated(permissions: &Permissions) -> Vec<Grant> {
    let statements = permissions.statements.iter().enumerate();
    statements
        .filter_map(|(place, statement)| Some(Grant::of(statement.effect?, place, statement)))
        .collect()
}

impl Grant {
    fn of(effect: Effect, place: usize, statement: &Statement) -> Self {
        Self {
            effect,
            principals: statement.principals.clone(),
            actions: statement.actions.clone(),
            resources: statement.resources.clone(),
            conditions: statement.conditions.clone(),
            statements: vec![place],
        }
    }

    /// Leaves what a request can really be allowed by; whether there is anything.
    fn keep_effective(
        &mut self,
        statement: &Statement,
        together: &SideBySide,
        work: &mut Work,
    ) -> bool {
        let identity = statement.identity();
        let at = together
            .statements
            .iter()
            .position(|other| other.identity() == identity);
        let Some(at) = at else {
            return true;
        };
        let narrowed = narrow(together, at, |found| found.only_before, Wording::Own, work);
        let Some(narrowed) = narrowed else {
            return false;
        };
        self.actions = narrowed.actions;
        self.resources = narrowed.resources;
        self.principals = narrowed.principals;
        true
    }

    /// Whether another grant differs in its actions alone, so that both can be one.
    fn takes(&self, other: &Self) -> bool {
        let lists = |grant: &Self| {
            grant
                .actions
                .as_ref()
                .is_some_and(|actions| !actions.except)
        };
        let terms = |grant: &'_ Self| -> BTreeSet<_> {
            grant
                .conditions
                .iter()
                .map(|condition| condition.term.clone())
                .collect()
        };
        self.effect == other.effect
            && lists(self)
            && lists(other)
            && same(&self.principals, &other.principals)
            && same(&self.resources, &other.resources)
            && terms(self) == terms(other)
    }

    fn join(&mut self, other: Self) {
        let known = self.actions.get_or_insert_default();
        let more = other.actions.unwrap_or_default().entries;
        known.entries.extend(more);
        self.statements.extend(other.statements);
    }
}

/// Leaves out the entries that another one takes in.
fn drop_covered(names: &mut Option<Names>, subject: Subject, together: &SideBySide) {
    let mut dimensions = together.dimensions.iter();
    let dimension = dimensions.find(|dimension| dimension.subject == subject);
    let (Some(dimension), Some(names)) = (dimension, names) else {
        return;
    };
    let entries = dimension.entries.iter().enumerate();
    let numbers: BTreeMap<&str, usize> = entries
        .map(|(at, entry)| (entry.normal.as_str(), at))
        .collect();
    let number = |entry: &Entry| numbers.get(entry.normal.as_str()).copied();
    let listed: BTreeSet<usize> = names.entries.iter().filter_map(number).collect();
    let kept = dimension.without_covered(&listed);
    let kept: BTreeSet<&str> = kept.iter().map(|entry| entry.normal.as_str()).collect();
    let mut seen = BTreeSet::new();
    names.entries.retain(|entry| {
        let is_kept = number(entry).is_none() || kept.contains(entry.normal.as_str());
        is_kept && seen.insert(entry.normal.clone())
    });
}

fn same(one: &Option<Names>, other: &Option<Names>) -> bool {
    one.as_ref().map(Names::identity) == other.as_ref().map(Names::identity)
}
