//! What a `Deny` takes back whenever an `Allow` gives it, and what two statements both give.

use super::allowances::Allowance;
use super::reached::Reached;
use crate::engine::meaning::{Grant, Names};
use crate::engine::policy::{action_covers, covers};

/// Compares statements with one another, as long as that is cheap.
///
/// Beyond that, more counts as allowed, and some is told twice; each `Deny` is listed all the same.
pub(super) struct TakingBack {
    steps: usize,
}

const MOST_STEPS: usize = 1 << 19;

impl TakingBack {
    pub(super) fn new() -> Self {
        Self { steps: MOST_STEPS }
    }

    /// Takes out the actions that are denied whenever they are allowed.
    pub(super) fn take_denied(
        &mut self,
        allowances: &mut [Allowance],
        denials: &[(&Grant, Reached)],
    ) {
        for allowance in allowances {
            for (denial, denied) in denials {
                let is_taken = |entry: &str| names(&denial.actions, entry);
                if self.applies_always(denial, allowance.grant) {
                    self.take(&mut allowance.reached, denied, &is_taken);
                }
            }
        }
    }

    /// Takes out the actions that another allowance gives whenever this one does.
    pub(super) fn take_repeated(&mut self, allowances: &mut [Allowance]) {
        for number in 0..allowances.len() {
            if self.steps == 0 {
                return;
            }
            let (before, rest) = allowances.split_at_mut(number);
            let Some((allowance, after)) = rest.split_first_mut() else {
                return;
            };
            for other in before.iter().chain(after.iter()) {
                let is_taken = |entry: &str| other.reached.verbatim.iter().any(|one| one == entry);
                if other.is_readable && self.applies_always(other.grant, allowance.grant) {
                    self.take(&mut allowance.reached, &other.reached, &is_taken);
                }
            }
        }
    }

    fn take(&mut self, reached: &mut Reached, taken: &Reached, is_taken: &dyn Fn(&str) -> bool) {
        if self.spend(reached.verbatim.len()) {
            reached.listed.remove_all(&taken.listed);
            reached.verbatim.retain(|entry| !is_taken(entry));
        }
    }

    /// Whether a request that the one matches is always matched by the other, whatever its action is.
    fn applies_always(&mut self, one: &Grant, other: &Grant) -> bool {
        let entries = |names: &Option<Names>| names.as_ref().map_or(1, |names| names.entries.len());
        let mut conditions = one.conditions.iter();
        self.spend(entries(&one.resources) * entries(&other.resources))
            && conditions.all(|condition| other.conditions.contains(condition))
            && takes_in(&one.principals, &other.principals, "AWS:*")
            && takes_in(&one.resources, &other.resources, "*")
    }

    fn spend(&mut self, steps: usize) -> bool {
        let left = self.steps.checked_sub(steps);
        self.steps = left.unwrap_or_default();
        left.is_some()
    }
}

/// Whether an element names an entry without looking it up.
fn names(actions: &Option<Names>, written: &str) -> bool {
    actions.as_ref().is_some_and(|actions| {
        let mut entries = actions.entries.iter();
        !actions.except && entries.any(|entry| action_covers(&entry.written, written))
    })
}

/// Whether some names are sure to take in others.
fn takes_in(wide: &Option<Names>, narrow: &Option<Names>, everything: &str) -> bool {
    let Some(wide) = wide else {
        return narrow.is_none();
    };
    if wide.except {
        return wide.entries.is_empty();
    }
    let mut entries = wide.entries.iter();
    if entries.any(|entry| entry.normal == everything) {
        return true;
    }
    narrow.as_ref().is_some_and(|narrow| {
        let mut entries = narrow.entries.iter();
        !narrow.except
            && !narrow.entries.is_empty()
            && entries.all(|entry| {
                let mut wide = wide.entries.iter();
                wide.any(|pattern| covers(&pattern.normal, &entry.normal))
            })
    })
}
