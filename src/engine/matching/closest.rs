//! Which policies one comes closest to, to be offered for a comparison.

use std::collections::BTreeSet;

use crate::engine::catalog::{Catalog, ManagedPolicy};
use crate::engine::policy::{Element, Policy};
use crate::engine::syntax::{Tree, parse};

/// Policies that share less than one in so many of all the names in them are not alike.
const LEAST_SHARE: usize = 2;

/// Fewer names in common say nothing.
const FEWEST_SHARED: usize = 2;

/// How much two policies share of the actions and principals that they name, in thousandths; `None` where that is less than half.
pub fn closeness(one: &Tree, other: &Tree) -> Option<usize> {
    share(&names(one), &names(other))
}

/// The current managed policy that the policy comes closest to.
pub fn closest_managed_policy<'c>(tree: &Tree, catalog: &'c Catalog) -> Option<ManagedPolicy<'c>> {
    let own = names(tree);
    let mut current: Vec<ManagedPolicy> = Vec::new();
    for version in catalog.managed_policies() {
        match current.last_mut().filter(|last| last.name == version.name) {
            Some(last) => *last = version,
            None => current.push(version),
        }
    }
    let shares = current
        .into_iter()
        .filter_map(|policy| Some((share(&own, &names(&parse(policy.document)))?, policy)));
    let closest = shares.max_by_key(|(share, _)| *share);
    closest.map(|(_, policy)| policy)
}

fn share(own: &BTreeSet<String>, theirs: &BTreeSet<String>) -> Option<usize> {
    let shared = own.intersection(theirs).count();
    let all = own.len() + theirs.len() - shared;
    let is_close = shared >= FEWEST_SHARED && shared * LEAST_SHARE >= all;
    is_close.then(|| shared * 1000 / all)
}

/// The actions and principals of all statements, in lower case.
fn names(tree: &Tree) -> BTreeSet<String> {
    let policy = Policy::new(tree);
    let statements = policy.statements().iter();
    let entries = statements.flat_map(|statement| {
        let principals = statement.principals().into_iter().map(|one| one.entry.text);
        let actions = statement.entries(Element::Action);
        actions
            .map(|entry| entry.text)
            .chain(principals)
            .collect::<Vec<_>>()
    });
    entries.map(|text| text.to_ascii_lowercase()).collect()
}
