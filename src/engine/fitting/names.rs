//! Dropping the names of statements.

use super::{Attempts, Proposal};
use crate::engine::policy::{Element, Policy};
use crate::engine::syntax::{NodeId, Tree};
use crate::engine::text::{Edit, Edits};

/// How generators begin the names they make up; digits follow.
///
/// Source: names written by the AWS Policy Generator, the console's visual editor and AWS's examples, 2026.
const GENERATED: [&str; 4] = ["Stmt", "VisualEditor", "Statement", "Sid"];

pub(super) fn drop_generated(tree: &Tree, attempts: &mut Attempts) -> Option<Proposal> {
    let found = named(tree, is_generated);
    let what = match found.len() {
        1 => "Left out 1 name that a generator made up.".to_owned(),
        count => format!("Left out {count} names that a generator made up."),
    };
    without(tree, &found, what).filter(|_| attempts.refused == 0)
}

pub(super) fn drop_all(tree: &Tree, attempts: &mut Attempts) -> Option<Proposal> {
    let found = named(tree, |_| true);
    let what = match found.len() {
        1 => "Left out the name of 1 statement.".to_owned(),
        count => format!("Left out the names of {count} statements."),
    };
    without(tree, &found, what).filter(|_| attempts.refused == 0)
}

/// The members that hold names of the wanted kind.
fn named(tree: &Tree, is_wanted: impl Fn(&str) -> bool) -> Vec<NodeId> {
    let policy = Policy::new(tree);
    let sids = policy.statements().iter().filter_map(|statement| {
        let name = statement.text(Element::Sid)?;
        is_wanted(&name)
            .then(|| statement.element(Element::Sid))
            .flatten()
    });
    sids.map(|member| member.node).collect()
}

fn without(tree: &Tree, names: &[NodeId], what: String) -> Option<Proposal> {
    let edits: Vec<Edit> = names
        .iter()
        .flat_map(|name| tree.remove_element(*name))
        .collect();
    let text = Edits::new(edits)
        .filter(|edits| !edits.is_empty())?
        .apply(tree.text())?;
    Some(Proposal { text, what })
}

fn is_generated(name: &str) -> bool {
    let digits = GENERATED.iter().find_map(|start| name.strip_prefix(start));
    digits.is_some_and(|digits| {
        !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}
