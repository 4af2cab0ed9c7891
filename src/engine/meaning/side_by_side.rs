//! Two policies laid side by side: the requests that one of them allows and the other does not.
//!
//! Dimension by dimension, requests are sorted by the statements that still match them.
//! Requests with the same statements have the same fate, so there are few sorts; they are limited all the same.

use std::collections::{BTreeMap, BTreeSet};

use super::budget::Budget;
use super::dimension::{Dimension, MOST_STATEMENTS, Statements, bit, dimensions};
use super::reading::Permissions;
use super::statement::{Effect, Identity, Names, Statement};
use super::universe::ActionUniverse;
use crate::engine::policy::ActionPattern;

/// Whether there is a request of some kind, from no to surely.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Found {
    #[default]
    Nothing,
    Possible,
    Certain,
}

/// The requests that only one of two policies allows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Differences {
    pub(super) only_before: Found,
    pub(super) only_after: Found,
}

/// The statements of one policy.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Side {
    pub(super) allow: Statements,
    pub(super) deny: Statements,
}

/// Requests to look at: those that a statement matches, and that are of one sort in one dimension.
#[derive(Clone, Debug, Default)]
pub(super) struct Focus {
    pub(super) statement: Statements,
    /// The place of a dimension, and one of its sorts.
    pub(super) sort: Option<(usize, Statements)>,
}

/// Two policies whose statements have been brought together.
#[derive(Debug)]
pub(super) struct SideBySide<'p> {
    /// The different statements that matter for the comparison.
    pub(super) statements: Vec<&'p Statement>,
    pub(super) dimensions: Vec<Dimension>,
    pub(super) before: Side,
    pub(super) after: Side,
}

/// How many sorts of requests times cases may still be looked at.
#[derive(Debug)]
pub(super) struct Work(usize);

impl Work {
    /// Enough to compare two policies once.
    pub(super) fn for_a_comparison() -> Self {
        Self(1 << 16)
    }

    /// Enough to ask about each case of each statement.
    pub(super) fn for_all_parts() -> Self {
        Self(1 << 19)
    }
}

impl<'p> SideBySide<'p> {
    /// `None` where the statements cannot be compared: an effect cannot be read, or there is too much of it.
    pub(super) fn new(
        before: &'p Permissions,
        after: &'p Permissions,
        universe: Option<&ActionUniverse>,
    ) -> Option<Self> {
        let (first, second) = (by_identity(before), by_identity(after));
        let differing = |one: &Identity| first.contains_key(one) != second.contains_key(one);
        let different: Vec<&Statement> = first
            .iter()
            .chain(&second)
            .filter(|(identity, _)| differing(identity))
            .map(|(_, statement)| *statement)
            .collect();
        let reach = Reach::of(&different);
        let mut together = Self {
            statements: Vec::new(),
            dimensions: Vec::new(),
            before: Side::default(),
            after: Side::default(),
        };
        if different.is_empty() {
            return Some(together);
        }
        let mut placed = BTreeSet::new();
        for statement in before.statements.iter().chain(&after.statements) {
            let identity = statement.identity();
            if !differing(&identity) && !reach.may_meet(statement) || placed.contains(&identity) {
                continue;
            }
            let bit = bit(together.statements.len());
            let effect = statement.effect?;
            if first.contains_key(&identity) {
                together.before.add(effect, bit);
            }
            if second.contains_key(&identity) {
                together.after.add(effect, bit);
            }
            together.statements.push(statement);
            placed.insert(identity);
        }
        if together.statements.len() > MOST_STATEMENTS {
            return None;
        }
        together.dimensions = dimensions(&together.statements, universe, &mut Budget::new())?;
        Some(together)
    }

    /// What differs among the requests in focus; `None` when there is too much to look at.
    pub(super) fn differences(&self, focus: &Focus, work: &mut Work) -> Option<Differences> {
        let mut found = Differences::default();
        let mut sorts = BTreeMap::from([(!0, true)]);
        for (at, dimension) in self.dimensions.iter().enumerate() {
            let settled = self.settled_before(at);
            sorts.retain(|statements, certain| {
                focus.statement & !statements == 0
                    && !self.decide(*statements, *certain, settled, focus, &mut found)
            });
            sorts = next_sorts(&sorts, dimension, focus.sort_in(at), work)?;
        }
        for (statements, certain) in sorts {
            if focus.statement & !statements == 0 {
                self.decide(statements, certain, !0, focus, &mut found);
            }
        }
        Some(found)
    }

    /// The statements that no dimension from this one on can rule out any more.
    fn settled_before(&self, at: usize) -> Statements {
        let coming = self.dimensions.iter().skip(at);
        !coming.fold(0, |all, dimension| all | dimension.restricts)
    }

    /// Notes what is known of requests that these statements match; whether that is all there is to know.
    fn decide(
        &self,
        statements: Statements,
        certain: bool,
        settled: Statements,
        focus: &Focus,
        found: &mut Differences,
    ) -> bool {
        if statements & self.before.all() == statements & self.after.all() {
            return true;
        }
        let before = self.before.permits(statements, settled);
        let after = self.after.permits(statements, settled);
        let (Some(before), Some(after)) = (before, after) else {
            return false;
        };
        if before == after {
            return true;
        }
        if focus.statement & !settled != 0 {
            return false;
        }
        let how_sure = if certain {
            Found::Certain
        } else {
            Found::Possible
        };
        let side = if before {
            &mut found.only_before
        } else {
            &mut found.only_after
        };
        *side = how_sure.max(*side);
        true
    }
}

impl Focus {
    fn sort_in(&self, dimension: usize) -> Option<Statements> {
        self.sort
            .filter(|(of, _)| *of == dimension)
            .map(|(_, sort)| sort)
    }
}

impl Side {
    fn add(&mut self, effect: Effect, bit: Statements) {
        match effect {
            Effect::Allow => self.allow |= bit,
            Effect::Deny => self.deny |= bit,
        }
    }

    fn all(self) -> Statements {
        self.allow | self.deny
    }

    /// Whether a request is allowed that these statements may match and the settled ones among them do.
    fn permits(self, statements: Statements, settled: Statements) -> Option<bool> {
        let (allow, deny) = (statements & self.allow, statements & self.deny);
        if allow == 0 || deny & settled != 0 {
            return Some(false);
        }
        (allow & settled != 0 && deny == 0).then_some(true)
    }
}

/// Sorts requests further, by the cases of one dimension.
fn next_sorts(
    sorts: &BTreeMap<Statements, bool>,
    dimension: &Dimension,
    only: Option<Statements>,
    work: &mut Work,
) -> Option<BTreeMap<Statements, bool>> {
    let cases = dimension.sorts.iter();
    let cases: Vec<(&Statements, &bool)> = cases
        .filter(|(case, _)| only.is_none_or(|only| only == **case))
        .collect();
    let mut next: BTreeMap<Statements, bool> = BTreeMap::new();
    for (statements, certain) in sorts {
        if statements & dimension.restricts == 0 {
            *next.entry(*statements).or_default() |= certain;
            continue;
        }
        work.0 = work.0.checked_sub(cases.len())?;
        for (case, case_certain) in &cases {
            *next.entry(statements & *case).or_default() |= *certain && **case_certain;
        }
    }
    Some(next)
}

fn by_identity(permissions: &Permissions) -> BTreeMap<Identity<'_>, &Statement> {
    let statements = permissions.statements.iter();
    statements
        .map(|statement| (statement.identity(), statement.as_ref()))
        .collect()
}

/// The services that some statements are about, as far as it is plain to see.
struct Reach<'s>(Option<BTreeSet<&'s str>>);

impl<'s> Reach<'s> {
    fn of(statements: &[&'s Statement]) -> Self {
        let services = statements
            .iter()
            .map(|statement| services(statement.actions.as_ref()));
        Self(
            services
                .collect::<Option<Vec<_>>>()
                .map(|all| all.into_iter().flatten().collect()),
        )
    }

    /// Whether a request may be matched by the statement and one of those.
    fn may_meet(&self, statement: &Statement) -> bool {
        match (&self.0, services(statement.actions.as_ref())) {
            (Some(ours), Some(theirs)) => !ours.is_disjoint(&theirs),
            _ => true,
        }
    }
}

/// The service prefixes of the actions; `None` where it may be any.
fn services(actions: Option<&Names>) -> Option<BTreeSet<&str>> {
    let actions = actions.filter(|actions| !actions.except)?;
    let entries = actions.entries.iter();
    entries.map(|entry| service(&entry.normal)).collect()
}

fn service(action: &str) -> Option<&str> {
    let service = ActionPattern::new(action).service()?;
    (!service.contains(['*', '?'])).then_some(service)
}
