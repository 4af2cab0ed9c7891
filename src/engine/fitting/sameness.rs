//! Whether two texts of a policy do the same, wherever the policy is attached.
//!
//! What a policy denies counts by itself: it takes away what other policies allow, so that a `Deny` without an `Allow` beside it matters.

use crate::engine::meaning::{Answer, Permissions, equal};
use crate::engine::policy::{Element, Policy, Statement};
use crate::engine::syntax::Tree;
use crate::engine::syntax::parse;

/// What a policy does: the requests it permits by itself, and those it denies.
pub(super) struct Doing {
    permitted: Permissions,
    denied: Permissions,
}

impl Doing {
    pub(super) fn of(tree: &Tree) -> Self {
        Doing {
            permitted: Permissions::read(tree),
            denied: Permissions::read(&denials(tree)),
        }
    }

    /// Whether both surely do the same.
    pub(super) fn is_same_as(&self, other: &Doing) -> bool {
        let is_same =
            |one: &Permissions, other: &Permissions| equal(one, other, None) == Answer::Yes;
        is_same(&self.denied, &other.denied) && is_same(&self.permitted, &other.permitted)
    }
}

/// A policy that allows what the policy denies.
fn denials(tree: &Tree) -> Tree {
    let policy = Policy::new(tree);
    let version = policy
        .version()
        .map(|member| format!("\"Version\": {}, ", tree.raw(member.value)));
    let denials = policy
        .statements()
        .iter()
        .filter(|statement| !statement.allows());
    let turned: Vec<String> = denials.map(|statement| turned(tree, statement)).collect();
    parse(&format!(
        "{{{}\"Statement\": [{}]}}",
        version.unwrap_or_default(),
        turned.join(", ")
    ))
}

/// A statement with `Allow` in the place of `Deny`.
fn turned(tree: &Tree, statement: &Statement) -> String {
    let members = tree
        .members(statement.node)
        .filter(|member| Some(*member) != statement.element(Element::Effect));
    let mut written: Vec<&str> = members.map(|member| tree.raw(member.node)).collect();
    written.push(if statement.denies() {
        "\"Effect\": \"Allow\""
    } else {
        "\"Effect\": \"\""
    });
    format!("{{{}}}", written.join(", "))
}
