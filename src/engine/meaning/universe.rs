//! The actions that really exist, where somebody knows them.

use std::collections::BTreeSet;

use super::cases::Case;
use super::glob::Glob;
use super::statement::Entry;
use crate::engine::policy::ActionPattern;

/// Knows the names of actions, such as a catalog of services does.
///
/// With it, wildcards are compared by the actions they reach today; new actions may change the answer.
/// Without it they are compared by every name that could be.
#[derive(Clone, Copy)]
pub struct ActionUniverse<'u> {
    /// The names, service prefix included, that a pattern matches; `None` where nothing is known about it.
    pub matching: &'u dyn Fn(&str) -> Option<Vec<String>>,
}

/// How many actions are looked at one by one.
const MOST_ACTIONS: usize = 4096;

impl ActionUniverse<'_> {
    /// The actions that the entries reach, in lower case; `None` where one is not known or they are too many.
    ///
    /// An action that the universe does not have counts as an action all the same.
    pub(super) fn actions(&self, entries: &[Entry]) -> Option<BTreeSet<String>> {
        let mut names = BTreeSet::new();
        for entry in entries {
            if !entry.normal.contains(['*', '?']) {
                names.insert(entry.normal.clone());
            } else if !is_everything(&entry.normal) {
                let matching = (self.matching)(&entry.written)?;
                names.extend(matching.iter().map(|name| name.to_ascii_lowercase()));
            }
            if names.len() > MOST_ACTIONS {
                return None;
            }
        }
        Some(names)
    }

    /// Every case for a list of action patterns: one for each action, and one for the actions beyond.
    pub(super) fn cases(&self, entries: &[Entry], globs: &[Glob]) -> Option<Vec<Case>> {
        let named = self.actions(entries)?.into_iter().map(|name| Case {
            matched: places(globs.iter().map(|glob| glob.matches(&name))),
            certain: true,
            name: Some(name),
        });
        let beyond = Case {
            matched: places(entries.iter().map(|entry| is_everything(&entry.normal))),
            certain: true,
            name: None,
        };
        Some(named.chain([beyond]).collect())
    }
}

/// The places at which it is so.
fn places(answers: impl Iterator<Item = bool>) -> Vec<usize> {
    answers
        .enumerate()
        .filter(|(_, answer)| *answer)
        .map(|(at, _)| at)
        .collect()
}

fn is_everything(pattern: &str) -> bool {
    ActionPattern::new(pattern).is_everything()
}
