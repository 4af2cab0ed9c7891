//! Sets of actions.

use super::{Action, Catalog};

/// Some actions of one catalog, a bit for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionSet {
    words: Vec<u32>,
}

const BITS: usize = u32::BITS as usize;

impl ActionSet {
    /// Adds an action.
    pub fn insert(&mut self, action: Action<'_>) {
        let word = action.place / BITS;
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        if let Some(bits) = self.words.get_mut(word) {
            *bits |= 1 << (action.place % BITS);
        }
    }

    /// Whether it has the action.
    pub fn contains(&self, action: Action<'_>) -> bool {
        let bits = self.words.get(action.place / BITS).copied();
        bits.unwrap_or_default() >> (action.place % BITS) & 1 == 1
    }

    /// Takes out what another set has.
    pub fn remove_all(&mut self, other: &Self) {
        for (bits, taken) in self.words.iter_mut().zip(&other.words) {
            *bits &= !taken;
        }
    }

    /// Whether there is no action in it.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|bits| *bits == 0)
    }
}

impl Catalog {
    /// The actions of a set, service by service.
    pub fn actions_in(&self, set: &ActionSet) -> Vec<Action<'_>> {
        let all = (0..self.actions.names.len()).map(|place| Action {
            catalog: self,
            place,
        });
        all.filter(|action| set.contains(*action)).collect()
    }
}
