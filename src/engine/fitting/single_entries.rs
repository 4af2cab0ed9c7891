//! Writing a list of one entry as the entry alone.

use super::{Attempts, Proposal};
use crate::engine::policy::{Policy, Statement};
use crate::engine::syntax::{NodeId, NodeKind, Tree};
use crate::engine::text::{Edit, Edits};

/// Proposes the next statement without brackets round single entries; statements that were refused are passed over.
pub(super) fn unwrap(tree: &Tree, attempts: &mut Attempts) -> Option<Proposal> {
    let policy = Policy::new(tree);
    let lists = policy
        .statements()
        .iter()
        .map(|statement| single_entries(tree, statement));
    let found = lists
        .filter(|found| !found.is_empty())
        .nth(attempts.refused)?;
    let edits = found
        .iter()
        .map(|(list, entry)| Edit::replace(tree.span(*list), tree.raw(*entry)));
    let text = Edits::new(edits.collect())?.apply(tree.text())?;
    let what = match found.len() {
        1 => "Wrote 1 list of one entry without its brackets.".to_owned(),
        count => format!("Wrote {count} lists of one entry without their brackets."),
    };
    Some(Proposal { text, what })
}

/// The lists of a statement that hold one string, with it.
fn single_entries(tree: &Tree, statement: &Statement) -> Vec<(NodeId, NodeId)> {
    let lists = tree
        .descendants(statement.node)
        .filter(|node| tree.kind(*node) == NodeKind::Array);
    let single = lists.filter_map(|list| {
        let mut elements = tree.elements(list);
        let only = elements
            .next()
            .filter(|only| tree.kind(*only) == NodeKind::String)?;
        elements.next().is_none().then_some((list, only))
    });
    single.collect()
}
