//! The cases that a list of patterns with policy variables can tell apart.
//!
//! What a pattern with variables matches depends on their values, so a text that it may match makes two cases: it does, or it does not.
//! Values are not known; that `a/${b}/*` matches whatever `a/${b}/c` does is.

use std::collections::BTreeSet;

use super::budget::Budget;
use super::classes::{Words, classes};
use super::glob::Glob;

/// One way to match some patterns and no others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Case {
    /// The numbers of the patterns, ascending.
    pub(super) matched: Vec<usize>,
    /// Whether there surely is a request like this; otherwise it can only not be ruled out.
    pub(super) certain: bool,
    /// What the case is, where it is one thing alone.
    pub(super) name: Option<String>,
}

/// How many patterns with variables may match one text.
const MOST_OPEN: usize = 6;

/// Every case; `None` when it takes too much work.
///
/// `tied` are the variables whose values something else depends on too, so that they are not free.
pub(super) fn cases(
    globs: &[Glob],
    tied: &BTreeSet<u32>,
    budget: &mut Budget,
) -> Option<Vec<Case>> {
    let widened: Vec<Glob> = globs.iter().map(Glob::with_any_values).collect();
    let mut found = Vec::new();
    let mut implications = Implications {
        globs,
        known: Vec::new(),
    };
    for class in classes(&widened, Words::Any, budget)? {
        let with_variables = |number: &&usize| {
            globs
                .get(**number)
                .is_some_and(|glob| glob.variables().next().is_some())
        };
        let open: Vec<usize> = class.iter().filter(with_variables).copied().collect();
        if open.len() > MOST_OPEN {
            return None;
        }
        for chosen in 0..1_usize << open.len() {
            budget.spend(class.len() + 1)?;
            let is_out = |number: usize| {
                open.iter()
                    .position(|other| *other == number)
                    .is_some_and(|at| chosen >> at & 1 == 0)
            };
            if !implications.allow(&open, is_out, budget)? {
                continue;
            }
            let mut parts = open.iter().filter_map(|number| globs.get(*number));
            let free = parts.all(|glob| has_free_variables(glob, tied));
            found.push(Case {
                matched: class
                    .iter()
                    .copied()
                    .filter(|number| !is_out(*number))
                    .collect(),
                certain: free && (chosen == 0 || open.len() <= 1),
                name: None,
            });
        }
    }
    Some(found)
}

/// Whether any text between the pattern's fixed parts can be had by a choice of values.
fn has_free_variables(glob: &Glob, tied: &BTreeSet<u32>) -> bool {
    let mut seen = BTreeSet::new();
    glob.variables()
        .all(|variable| !tied.contains(&variable) && seen.insert(variable))
}

/// Which pattern matches whatever another one does, whatever the values are.
struct Implications<'g> {
    globs: &'g [Glob],
    /// Pairs that were looked at.
    known: Vec<((usize, usize), bool)>,
}

impl Implications<'_> {
    /// Whether leaving out some of the open patterns contradicts no implication.
    fn allow(
        &mut self,
        open: &[usize],
        is_out: impl Fn(usize) -> bool,
        budget: &mut Budget,
    ) -> Option<bool> {
        for narrow in open.iter().filter(|number| !is_out(**number)) {
            for wide in open.iter().filter(|number| is_out(**number)) {
                if self.implies(*narrow, *wide, budget)? {
                    return Some(false);
                }
            }
        }
        Some(true)
    }

    fn implies(&mut self, narrow: usize, wide: usize, budget: &mut Budget) -> Option<bool> {
        let pair = (narrow, wide);
        if let Some((_, known)) = self.known.iter().find(|(other, _)| *other == pair) {
            return Some(*known);
        }
        let globs = [
            self.globs.get(narrow)?.clone(),
            self.globs.get(wide)?.clone(),
        ];
        let implied = !classes(&globs, Words::Any, budget)?.contains(&vec![0]);
        self.known.push((pair, implied));
        Some(implied)
    }
}
