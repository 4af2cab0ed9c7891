//! Dropping entries of lists that another entry of the same list takes in.

use super::{Attempts, Proposal};
use crate::engine::policy::{Element, Entry, Policy, Statement, covers};
use crate::engine::syntax::Tree;

/// The lists in which one entry can take in another.
const LISTS: [Element; 4] = [
    Element::Action,
    Element::NotAction,
    Element::Resource,
    Element::NotResource,
];

/// The most entries of one list that are compared with each other.
const MOST_ENTRIES: usize = 1_000;

/// Proposes the next list without its superfluous entries; lists that were refused are passed over.
pub(super) fn drop_covered(tree: &Tree, attempts: &mut Attempts) -> Option<Proposal> {
    let policy = Policy::new(tree);
    let lists = policy
        .statements()
        .iter()
        .flat_map(|statement| LISTS.map(|element| (*statement, element)));
    let mut superfluous = lists.filter_map(|(statement, element)| {
        let found = superfluous(&statement, element);
        (!found.is_empty()).then_some((element, found))
    });
    let (element, found) = superfluous.nth(attempts.refused)?;
    let nodes: Vec<_> = found.iter().map(|entry| entry.node).collect();
    let text = tree.remove_elements(&nodes).apply(tree.text())?;
    let first = found.first()?;
    let what = match found.len() {
        1 => format!(
            "Left out `{}`, which another entry of `{}` takes in.",
            first.text,
            element.name()
        ),
        count => format!(
            "Left out {count} entries such as `{}`, which other entries of `{}` take in.",
            first.text,
            element.name()
        ),
    };
    Some(Proposal { text, what })
}

fn superfluous<'t>(statement: &Statement<'t>, element: Element) -> Vec<Entry<'t>> {
    let entries: Vec<Entry> = statement.entries(element).take(MOST_ENTRIES).collect();
    let is_action = matches!(element, Element::Action | Element::NotAction);
    let normal: Vec<String> = entries
        .iter()
        .map(|entry| match is_action {
            true => entry.text.to_lowercase(),
            false => entry.text.to_string(),
        })
        .collect();
    let is_covered = |place: usize, own: &String| {
        normal
            .iter()
            .enumerate()
            .any(|(other, wide)| match own == wide {
                true => other < place,
                false => wide.contains(['*', '?']) && covers(wide, own),
            })
    };
    let covered = normal
        .iter()
        .enumerate()
        .map(|(place, own)| is_covered(place, own));
    entries
        .iter()
        .zip(covered)
        .filter(|(_, covered)| *covered)
        .map(|(entry, _)| entry.clone())
        .collect()
}
