//! What two policies allow and what they deny, compared.

use super::verdict::Outcome;
use crate::engine::catalog::Catalog;
use crate::engine::meaning::{ActionUniverse, Permissions, compare, denials};
use crate::engine::policy::Policy;
use crate::engine::syntax::Tree;

/// Two policies, read for comparison.
pub(super) struct Comparing {
    mine: Doing,
    theirs: Doing,
}

/// What one policy does.
struct Doing {
    allowed: Permissions,
    /// What it denies counts by itself, because it takes away what other policies allow.
    denied: Permissions,
    is_readable: bool,
}

impl Doing {
    fn of(tree: &Tree) -> Self {
        Self {
            allowed: Permissions::read(tree),
            denied: Permissions::read(&denials(tree)),
            is_readable: tree.errors().is_empty() && !Policy::new(tree).statements().is_empty(),
        }
    }
}

impl Comparing {
    pub fn new(mine: &Tree, theirs: &Tree) -> Self {
        Self {
            mine: Doing::of(mine),
            theirs: Doing::of(theirs),
        }
    }

    /// Whether both do the same, for every action that could be or else for those of the catalog.
    pub fn outcome(&self, catalog: Option<&Catalog>) -> Outcome {
        let (mine, theirs) = (!self.mine.is_readable, !self.theirs.is_readable);
        if mine || theirs {
            return Outcome::Unreadable { mine, theirs };
        }
        let outcome = self.compared(None);
        let Some(catalog) = catalog.filter(|_| outcome != Outcome::Same) else {
            return outcome;
        };
        let matching = |pattern: &str| {
            let actions = catalog.actions_matching(pattern);
            let names: Vec<String> = actions
                .map(|action| format!("{}:{}", action.service().prefix(), action.name()))
                .collect();
            (!names.is_empty()).then_some(names)
        };
        let universe = ActionUniverse {
            matching: &matching,
        };
        match self.compared(Some(&universe)) {
            Outcome::Same => Outcome::SameToday,
            _ => outcome,
        }
    }

    fn compared(&self, universe: Option<&ActionUniverse>) -> Outcome {
        let allowed = compare(&self.theirs.allowed, &self.mine.allowed, universe);
        let denied = compare(&self.theirs.denied, &self.mine.denied, universe);
        Outcome::of(allowed, denied)
    }
}
