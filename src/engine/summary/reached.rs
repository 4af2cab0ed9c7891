//! The actions that an element reaches.

use std::collections::BTreeSet;

use crate::engine::catalog::{Action, Catalog};
use crate::engine::meaning::Names;
use crate::engine::policy::ActionPattern;

/// Actions of the catalog, and entries that it cannot tell anything about.
#[derive(Clone, Debug, Default)]
pub(super) struct Reached<'c> {
    pub listed: BTreeSet<Action<'c>>,
    /// As written, in the order of the text: all entries where there is no catalog, else those that match nothing in it.
    pub verbatim: Vec<String>,
    /// What is written in `NotAction`, where nothing else is known.
    pub all_but: Vec<String>,
}

impl Reached<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.listed.is_empty() && self.verbatim.is_empty() && self.all_but.is_empty()
    }
}

/// Looks entries up, as long as that is cheap.
pub(super) struct Reach<'c> {
    pub catalog: Option<&'c Catalog>,
    /// How many more times all actions may be gone through.
    sweeps: usize,
}

/// No policy of people needs as many.
const MOST_SWEEPS: usize = 64;

impl<'c> Reach<'c> {
    pub(super) fn new(catalog: Option<&'c Catalog>) -> Self {
        Self {
            catalog,
            sweeps: MOST_SWEEPS,
        }
    }

    /// Adds what the entries of `Action` or `NotAction` reach.
    pub(super) fn add(&mut self, names: &Names, reached: &mut Reached<'c>) {
        let Some(catalog) = self.catalog.filter(|_| !names.except || self.sweep()) else {
            let written = names.entries.iter().map(|entry| entry.written.clone());
            match names.except {
                true => reached.all_but.extend(written),
                false => reached.verbatim.extend(written),
            }
            return;
        };
        let mut own = Reached::default();
        for entry in &names.entries {
            self.add_entry(catalog, &entry.written, &mut own);
        }
        if names.except {
            let everything = catalog.actions_matching("*");
            let left = everything.filter(|action| !own.listed.contains(action));
            reached.listed.extend(left);
        } else {
            reached.listed.extend(own.listed);
            reached.verbatim.extend(own.verbatim);
        }
    }

    fn add_entry(&mut self, catalog: &'c Catalog, written: &str, reached: &mut Reached<'c>) {
        let is_wide = ActionPattern::new(written)
            .service()
            .is_none_or(|service| service.contains(['*', '?']));
        let mut matching = Vec::new();
        if !is_wide || self.sweep() {
            matching.extend(catalog.actions_matching(written));
        }
        if matching.is_empty() {
            reached.verbatim.push(written.to_owned());
        }
        reached.listed.extend(matching);
    }

    fn sweep(&mut self) -> bool {
        let is_affordable = self.sweeps > 0;
        self.sweeps = self.sweeps.saturating_sub(1);
        is_affordable
    }
}
