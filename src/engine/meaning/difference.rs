//! What one policy allows and another does not, statement by statement.

use std::collections::BTreeSet;

use super::narrowing::{Wording, narrow};
use super::reading::Permissions;
use super::side_by_side::{Differences, Found, SideBySide, Work};
use super::statement::{Condition, Effect, Names};
use super::universe::ActionUniverse;

/// What a change gives and takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// What only the later policy allows, in the order of its statements.
    pub more: Vec<Part>,
    /// What only the earlier policy allows, in the order of its statements.
    pub less: Vec<Part>,
}

/// A part of what an `Allow` statement allows.
///
/// Some requests in it differ; it is narrowed to them as far as the patterns of both policies can say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The place of the statement in its policy, from 0.
    pub statement: usize,
    /// Who is concerned; `None` where the statement names no principal.
    pub principals: Option<Names>,
    /// Which actions; `None` where the statement names none.
    pub actions: Option<Names>,
    /// Which resources; `None` where the statement names none.
    pub resources: Option<Names>,
    /// The statement's condition, in the order of the text.
    pub conditions: Vec<Condition>,
    /// Whether there surely is a request that differs; otherwise it can only not be ruled out.
    pub certain: bool,
}

/// What `after` allows more and less than `before`; `None` where that cannot be told.
///
/// Every request that differs is in one of the parts.
/// With a universe, actions are compared as they exist today; without it, by every name that could be.
pub fn difference(
    before: &Permissions,
    after: &Permissions,
    universe: Option<&ActionUniverse>,
) -> Option<Difference> {
    if before.others != after.others {
        return None;
    }
    let together = SideBySide::new(before, after, universe)?;
    Some(Difference {
        more: parts(&together, after, |differences| differences.only_after),
        less: parts(&together, before, |differences| differences.only_before),
    })
}

fn parts(
    together: &SideBySide,
    permissions: &Permissions,
    wanted: fn(Differences) -> Found,
) -> Vec<Part> {
    let mut work = Work::for_all_parts();
    let mut seen = BTreeSet::new();
    let mut parts = Vec::new();
    for (place, statement) in permissions.statements.iter().enumerate() {
        let identity = statement.identity();
        let at = together
            .statements
            .iter()
            .position(|other| other.identity() == identity);
        let Some(at) = at.filter(|at| seen.insert(*at) && statement.effect == Some(Effect::Allow))
        else {
            continue;
        };
        let narrowed = narrow(together, at, wanted, Wording::Any, &mut work);
        parts.extend(narrowed.map(|narrowed| Part {
            statement: place,
            principals: narrowed.principals,
            actions: narrowed.actions,
            resources: narrowed.resources,
            conditions: statement.conditions.clone(),
            certain: narrowed.found == Found::Certain,
        }));
    }
    parts
}
