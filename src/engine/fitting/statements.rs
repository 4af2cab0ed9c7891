//! Dropping statements that change nothing, because others say the same and more.

use super::{Attempts, Proposal};
use crate::engine::policy::{DocumentElement, Element, Policy, Statement};
use crate::engine::syntax::{NodeKind, Tree};

/// Proposes the policy without one statement, the last first; statements that were refused are passed over.
pub(super) fn drop_redundant(tree: &Tree, attempts: &mut Attempts) -> Option<Proposal> {
    let policy = Policy::new(tree);
    let list = policy.element(DocumentElement::Statement)?.value;
    let statements = policy.statements();
    let is_list = tree.kind(list) == NodeKind::Array && statements.len() > 1;
    let statement = statements
        .iter()
        .rev()
        .nth(attempts.refused)
        .filter(|_| is_list)?;
    let text = tree.remove_element(statement.node).apply(tree.text())?;
    let what = format!(
        "Left out {}, which adds nothing to the others.",
        called(tree, statement)
    );
    Some(Proposal { text, what })
}

/// A statement by its name, or by its place.
pub(super) fn called(tree: &Tree, statement: &Statement) -> String {
    match statement.text(Element::Sid) {
        Some(sid) if !sid.is_empty() => format!("the statement `{sid}`"),
        _ => format!("statement {}", tree.ordinal(statement.node) + 1),
    }
}
