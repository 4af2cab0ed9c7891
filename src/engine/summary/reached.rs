//! The actions that an element reaches.

use crate::engine::catalog::{ActionSet, Catalog};
use crate::engine::meaning::Names;
use crate::engine::policy::ActionPattern;

/// Actions of the catalog, and entries that it cannot tell anything about.
#[derive(Clone, Debug, Default)]
pub(super) struct Reached {
    pub listed: ActionSet,
    /// As written, in the order of the text: all entries where there is no catalog, else those that match nothing in it.
    pub verbatim: Vec<String>,
    /// What is written in `NotAction`, where nothing else is known.
    pub all_but: Vec<String>,
}

impl Reached {
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
    pub(super) fn add(&mut self, names: &Names, reached: &mut Reached) {
        let Some(catalog) = self.catalog.filter(|_| !names.except || self.sweep()) else {
            let written = names.entries.iter().map(|entry| entry.written.clone());
            match names.except {
                true => reached.all_but.extend(written),
                false => reached.verbatim.extend(written),
            }
            return;
        };
        if !names.except {
            for entry in &names.entries {
                self.add_entry(catalog, &entry.written, reached);
            }
            return;
        }
        let mut left_out = Reached::default();
        for entry in &names.entries {
            self.add_entry(catalog, &entry.written, &mut left_out);
        }
        for action in catalog.actions_matching("*") {
            if !left_out.listed.contains(action) {
                reached.listed.insert(action);
            }
        }
    }

    fn add_entry(&mut self, catalog: &'c Catalog, written: &str, reached: &mut Reached) {
        let is_wide = ActionPattern::new(written)
            .service()
            .is_none_or(|service| service.contains(['*', '?']));
        let mut is_known = false;
        if !is_wide || self.sweep() {
            for action in catalog.actions_matching(written) {
                reached.listed.insert(action);
                is_known = true;
            }
        }
        if !is_known {
            reached.verbatim.push(written.to_owned());
        }
    }

    fn sweep(&mut self) -> bool {
        let is_affordable = self.sweeps > 0;
        self.sweeps = self.sweeps.saturating_sub(1);
        is_affordable
    }
}
