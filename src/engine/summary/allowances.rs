//! What is allowed, put together where it is allowed to the same principals, on the same resources, under the same conditions.

use std::collections::BTreeMap;

use super::Subject;
use super::conditions::limits;
use super::reached::{Reach, Reached};
use super::taken_back::TakingBack;
use crate::engine::meaning::Grant;

/// Actions that are allowed to the same principals, on the same resources, under the same conditions.
pub(super) struct Allowance<'g> {
    /// A statement that says so; the others differ in their actions alone.
    pub grant: &'g Grant,
    /// What has to hold, in words.
    pub limits: Vec<String>,
    /// Whether its condition can be read.
    pub is_readable: bool,
    pub reached: Reached,
}

/// What is allowed, in the order of the text, less what is denied whenever it is allowed, and what is allowed twice.
///
/// `unreadable` are the places of the statements with a condition that cannot be read.
pub(super) fn allowances<'g>(
    subject: &Subject,
    allowed: &[&'g Grant],
    denied: &[&Grant],
    unreadable: &[usize],
) -> Vec<Allowance<'g>> {
    let mut reach = Reach::new(subject.actions());
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
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
fn denials<'g>(
    denied: &[&'g Grant],
    unreadable: &[usize],
    reach: &mut Reach,
) -> Vec<(&'g Grant, Reached)> {
    let readable = denied.iter().filter(|grant| is_readable(grant, unreadable));
    let reached = readable.filter_map(|grant| {
        let mut reached = Reached::default();
        reach.add(grant.actions.as_ref()?, &mut reached);
        Some((*grant, reached))
    });
    reached.collect()
}

fn is_readable(grant: &Grant, unreadable: &[usize]) -> bool {
    let mut places = grant.statements.iter();
    !places.any(|place| unreadable.binary_search(place).is_ok())
}

/// Everything in which two statements may not differ, as one text that no other has.
fn key(grant: &Grant, unreadable: &[usize]) -> String {
    let mut key = String::new();
    for names in [&grant.principals, &grant.resources] {
        if let Some(names) = names {
            push(&mut key, if names.except { "-" } else { "+" });
            for entry in &names.entries {
                push(&mut key, &entry.normal);
            }
        }
        key.push('\u{1}');
    }
    for condition in &grant.conditions {
        push(&mut key, &condition.operator);
        push(&mut key, &condition.key.to_ascii_lowercase());
        for value in &condition.values {
            push(&mut key, value);
        }
        key.push('\u{1}');
    }
    if !is_readable(grant, unreadable) {
        // A condition that cannot be read is like no other.
        let places = grant.statements.iter();
        places.for_each(|place| push(&mut key, &place.to_string()));
    }
    key
}

fn push(key: &mut String, part: &str) {
    key.push_str(part);
    key.push('\u{0}');
}
