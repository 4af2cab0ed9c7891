//! Repairing a text until there is nothing left to repair.

use iam_policy_editor::engine::syntax::{Tree, parse};
use iam_policy_editor::engine::text::{Edit, Edits};

/// All unambiguous repairs at once, without those that get in the way of one before.
pub fn repaired_once(tree: &Tree) -> Option<String> {
    let repairs = tree
        .errors()
        .iter()
        .filter_map(|error| error.repair.as_ref());
    let mut edits: Vec<Edit> = repairs
        .filter(|repair| repair.unambiguous)
        .flat_map(|repair| repair.edits.clone())
        .collect();
    edits.sort_by_key(|edit| edit.span);
    let mut end = 0;
    edits.retain(|edit| {
        let is_free = edit.span.start >= end;
        end = end.max(edit.span.end);
        is_free
    });
    (!edits.is_empty()).then(|| Edits::new(edits).unwrap().apply(tree.text()).unwrap())
}

const MAX_ROUNDS: usize = 10;

/// The text after at most ten rounds of repairs, none of which is left to do.
pub fn repaired(text: &str) -> String {
    let mut current = text.to_string();
    for _ in 0..MAX_ROUNDS {
        match repaired_once(&parse(&current)) {
            Some(next) => current = next,
            None => return current,
        }
    }
    panic!("{text:?} still has repairs to do after {MAX_ROUNDS} rounds: {current:?}");
}
