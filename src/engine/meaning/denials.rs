//! What a policy denies, as a policy that allows it: so both can be compared in the same way.

use crate::engine::policy::{Element, Policy, Statement};
use crate::engine::syntax::{Tree, parse};

/// A policy that allows what the policy denies.
pub fn denials(tree: &Tree) -> Tree {
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
