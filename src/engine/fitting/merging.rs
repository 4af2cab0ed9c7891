//! Merging statements that differ in one list only.

use std::collections::BTreeMap;

use super::statements::called;
use super::{Attempts, Proposal};
use crate::engine::policy::{Element, Policy, Statement};
use crate::engine::syntax::{Member, NodeId, NodeKind, Style, Tree, format, parse};
use crate::engine::text::{Edit, Edits};

/// The lists that two statements can put together; what `Not…` leaves out cannot be added up.
const LISTS: [Element; 3] = [Element::Action, Element::Resource, Element::Principal];

/// Proposes to merge one statement into an earlier one; pairs that were refused are passed over.
pub(super) fn merge(tree: &Tree, attempts: &mut Attempts) -> Option<Proposal> {
    let policy = Policy::new(tree);
    let (element, first, second) = pairs(tree, policy.statements())
        .into_iter()
        .nth(attempts.refused)?;
    let (kept, added) = (
        first.element(element)?.value,
        second.element(element)?.value,
    );
    let united = Edit::replace(
        tree.span(kept),
        format!("[{}, {}]", items(tree, kept), items(tree, added)),
    );
    let removed = tree
        .remove_element(second.node)
        .iter()
        .cloned()
        .collect::<Vec<_>>();
    let edits = Edits::new(removed.into_iter().chain([united]).collect())?;
    let what = format!(
        "Merged {} into {}: they differ in `{}` only.",
        called(tree, second),
        called(tree, first),
        element.name()
    );
    Some(Proposal {
        text: edits.apply(tree.text())?,
        what,
    })
}

/// Statements with what they have in common apart from one list: each with the first of its kind.
fn pairs<'s, 't>(
    tree: &'t Tree,
    statements: &'s [Statement<'t>],
) -> Vec<(Element, &'s Statement<'t>, &'s Statement<'t>)> {
    let mut pairs = Vec::new();
    for element in LISTS {
        let mut firsts: BTreeMap<Vec<(String, String)>, &Statement> = BTreeMap::new();
        for statement in statements
            .iter()
            .filter(|statement| is_list(tree, statement, element))
        {
            match firsts.get(&rest(tree, statement, element)) {
                Some(first) => pairs.push((element, *first, statement)),
                None => {
                    firsts.insert(rest(tree, statement, element), statement);
                }
            }
        }
    }
    pairs
}

/// Whether a statement has the element as a string or a list of strings.
fn is_list(tree: &Tree, statement: &Statement, element: Element) -> bool {
    let is_string = |node| tree.kind(node) == NodeKind::String;
    statement
        .element(element)
        .is_some_and(|member| match tree.kind(member.value) {
            NodeKind::String => element != Element::Principal,
            NodeKind::Array => tree.elements(member.value).all(is_string),
            _ => false,
        })
}

/// The other elements of a statement but its name, without white space, in the order of their names.
fn rest(tree: &Tree, statement: &Statement, element: Element) -> Vec<(String, String)> {
    let name = |member: Member| tree.key_text(member).into_owned();
    let others = tree.members(statement.node).filter(|member| {
        let name = tree.key_text(*member);
        name != Element::Sid.name() && name != element.name()
    });
    let mut rest: Vec<(String, String)> = others
        .map(|member| (name(member), minified(tree.raw(member.value))))
        .collect();
    rest.sort();
    rest
}

fn minified(json: &str) -> String {
    format(&parse(json), Style::Minified).unwrap_or_else(|| json.to_owned())
}

/// The items of a list without its brackets, or a string alone.
fn items(tree: &Tree, value: NodeId) -> String {
    let written: Vec<&str> = match tree.kind(value) {
        NodeKind::Array => tree.elements(value).map(|item| tree.raw(item)).collect(),
        _ => vec![tree.raw(value)],
    };
    written.join(", ")
}
