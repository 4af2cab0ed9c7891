//! Finds an action by the name that a policy writes, in the same time however many there are.

use super::texts::Texts;

/// A hash table over `prefix:Name` without case: open addressing, at most half full.
#[derive(Default)]
pub(super) struct ActionIndex {
    /// The place of an action plus one; zero where the slot is free.
    slots: Vec<u32>,
}

impl ActionIndex {
    /// Reads every action once.
    pub fn new(prefixes: &Texts, names: &Texts, services: &[usize]) -> Self {
        let slot_count = (names.len() * 2).next_power_of_two();
        let mut index = Self {
            slots: vec![0; slot_count],
        };
        for ((name, service), number) in names.iter().zip(services).zip(1..) {
            let hash = hash(prefixes.get(*service), name);
            let free = index.run(hash).find(|slot| index.number_at(*slot) == 0);
            if let Some(slot) = free.and_then(|slot| index.slots.get_mut(slot)) {
                *slot = number;
            }
        }
        index
    }

    /// The places of the actions that may have this name, the right one among them if there is one.
    pub fn candidates(&self, prefix: &str, name: &str) -> impl Iterator<Item = usize> {
        let numbers = self
            .run(hash(prefix, name))
            .map(|slot| self.number_at(slot));
        numbers
            .take_while(|number| *number != 0)
            .filter_map(|number| usize::try_from(number - 1).ok())
    }

    fn number_at(&self, slot: usize) -> u32 {
        self.slots.get(slot).copied().unwrap_or_default()
    }

    /// The slots in the order in which they are tried.
    fn run(&self, hash: u32) -> impl Iterator<Item = usize> + use<> {
        let mask = self.slots.len().saturating_sub(1);
        let first = hash as usize;
        (0..=mask).map(move |step| first.wrapping_add(step) & mask)
    }
}

/// The 32-bit FNV-1a hash of `prefix:name` in lower case, its high bits folded into the low ones.
fn hash(prefix: &str, name: &str) -> u32 {
    const START: u32 = 0x811c_9dc5;
    const PRIME: u32 = 0x0100_0193;
    let letters = prefix.bytes().chain([b':']).chain(name.bytes());
    let hash = letters.fold(START, |hash, letter| {
        (hash ^ u32::from(letter.to_ascii_lowercase())).wrapping_mul(PRIME)
    });
    hash ^ (hash >> 15)
}
