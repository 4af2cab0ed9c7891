//! What is allowed, put together where it is allowed to the same principals, on the same resources, under the same conditions.

use std::collections::{BTreeMap, BTreeSet};

use super::Subject;
use super::conditions::limits;
use super::reached::{Reach, Reached};
use super::taken_back::TakingBack;
use crate::engine::meaning::{Condition, Grant, Names};

/// Actions that are allowed to the same principals, on the same resources, under the same conditions.
pub(super) struct Allowance<'g, 'c> {
    /// A statement that says so; the others differ in their actions alone.
    pub grant: &'g Grant,
    /// What has to hold, in words.
    pub limits: Vec<String>,
    /// Whether its condition can be read.
    pub is_readable: bool,
    pub reached: Reached<'c>,
}

/// What is allowed, in the order of the text, less what is denied whenever it is allowed, and what is allowed twice.
///
/// `unreadable` are the places of the statements with a condition that cannot be read.
pub(super) fn allowances<'g, 'c>(
    subject: &Subject<'c>,
    allowed: &[&'g Grant],
    denied: &[&Grant],
    unreadable: &BTreeSet<usize>,
) -> Vec<Allowance<'g, 'c>> {
    let mut reach = Reach::new(subject.actions());
    let mut places: BTreeMap<Key, usize> = BTreeMap::new();
    let mut allowances: Vec<Allowance> = Vec::new();
    for grant in allowed.iter().filter(|grant| grant.actions.is_some()) {
        let place = *places
            .entry(key(grant, unreadable))
            .or_insert(allowances.len());
        if place == allowances.len() {
            allowances.push(Allowance {
                grant,
                limits: limits(grant, unreadable),
                is_readable: is_readable(grant, unreadable),
                reached: Reached::default(),
            });
        }
        if let (Some(allowance), Some(actions)) = (allowances.get_mut(place), &grant.actions) {
            reach.add(actions, &mut allowance.reached);
        }
    }
    let mut taking_back = TakingBack::new();
    let denials = denials(denied, unreadable, &mut reach);
    taking_back.take_denied(&mut allowances, &denials);
    taking_back.take_repeated(&mut allowances);
    allowances.retain(|allowance| !allowance.reached.is_empty());
    allowances
}

/// What is denied by the statements whose condition can be read.
fn denials<'g, 'c>(
    denied: &[&'g Grant],
    unreadable: &BTreeSet<usize>,
    reach: &mut Reach<'c>,
) -> Vec<(&'g Grant, Reached<'c>)> {
    let readable = denied.iter().filter(|grant| is_readable(grant, unreadable));
    let reached = readable.filter_map(|grant| {
        let mut reached = Reached::default();
        reach.add(grant.actions.as_ref()?, &mut reached);
        Some((*grant, reached))
    });
    reached.collect()
}

fn is_readable(grant: &Grant, unreadable: &BTreeSet<usize>) -> bool {
    let mut places = grant.statements.iter();
    !places.any(|place| unreadable.contains(place))
}

/// Everything in which two statements may not differ.
type Key<'g> = (
    Option<NamesKey<'g>>,
    Option<NamesKey<'g>>,
    BTreeSet<ConditionKey<'g>>,
    Option<usize>,
);
type NamesKey<'g> = (bool, BTreeSet<&'g str>);
type ConditionKey<'g> = (&'g str, String, &'g [String]);

fn key<'g>(grant: &'g Grant, unreadable: &BTreeSet<usize>) -> Key<'g> {
    let names = |names: &'g Option<Names>| {
        let names = names.as_ref()?;
        let entries = names.entries.iter().map(|entry| entry.normal.as_str());
        Some((names.except, entries.collect()))
    };
    let condition = |one: &'g Condition| {
        let key = one.key.to_ascii_lowercase();
        (one.operator.as_str(), key, one.values.as_slice())
    };
    // A condition that cannot be read is like no other.
    let alone = grant
        .statements
        .iter()
        .find(|place| unreadable.contains(place));
    (
        names(&grant.principals),
        names(&grant.resources),
        grant.conditions.iter().map(condition).collect(),
        alone.copied(),
    )
}
