//! Edits of a condition: take a test out, put it under another operator, take its statement out.

use std::borrow::Cow;

use super::context::Context;
use super::rewrite::{Place, delete_between, delete_member, insert_member, rename};
use super::wording::quoted;
use crate::engine::policy::{Element, KeyTest, Statement};
use crate::engine::syntax::{Member, NodeId, NodeKind, Tree};
use crate::engine::text::Edit;

/// In a condition with more operators, or under an operator with more keys, no test is moved:
/// the place to put it would have to be looked for among all of them.
const MOST_MEMBERS: usize = 100;

/// Takes a test out, with its operator and the condition where nothing else is in them.
pub(super) fn remove_test(tree: &Tree, test: &KeyTest) -> Edit {
    let mut member = test.nodes.key;
    let around = [
        Some(test.nodes.operator),
        test.statement.element(Element::Condition),
    ];
    for outer in around.into_iter().flatten() {
        if !is_alone(tree, member.node) {
            break;
        }
        member = outer;
    }
    delete_member(tree, member)
}

/// Puts a test under the operator of this name; `values` is JSON and takes the place of its own values, if given.
///
/// `None` where the key already stands under that operator.
pub(super) fn move_test(
    ctx: &Context,
    test: &KeyTest,
    operator: &str,
    values: Option<&str>,
) -> Option<Vec<Edit>> {
    let tree = ctx.tree;
    let condition = test.statement.element(Element::Condition)?;
    let named = few_members(tree, condition.value)?
        .into_iter()
        .find(|member| tree.key_text(*member) == operator);
    if named.is_none() && is_alone(tree, test.nodes.key.node) {
        let replaced = values.map(|values| Edit::replace(tree.span(test.nodes.key.value), values));
        let renamed = rename(tree, test.nodes.operator, operator);
        return Some(std::iter::once(renamed).chain(replaced).collect());
    }
    let key = ctx.written(tree.content_span(test.nodes.key.key));
    let values = values.map_or_else(
        || ctx.written(tree.span(test.nodes.key.value)),
        Cow::Borrowed,
    );
    match named {
        Some(block) => takes(tree, block, &test.key)?.then(|| {
            vec![
                remove_test(tree, test),
                insert_member(tree, Place::Last(block.value), &key, &values),
            ]
        }),
        None => Some(vec![
            delete_member(tree, test.nodes.key),
            insert_member(
                tree,
                Place::After(test.nodes.operator),
                operator,
                &format!("{{\"{key}\": {values}}}"),
            ),
        ]),
    }
}

/// Adds a test beside another one; `values` is JSON.
///
/// `None` where the key already stands under that operator.
pub(super) fn add_test(
    tree: &Tree,
    beside: &KeyTest,
    operator: &str,
    key: &str,
    values: &str,
) -> Option<Edit> {
    let condition = beside.statement.element(Element::Condition)?;
    let mut operators = few_members(tree, condition.value)?.into_iter();
    match operators.find(|member| tree.key_text(*member) == operator) {
        Some(block) => takes(tree, block, key)?
            .then(|| insert_member(tree, Place::Last(block.value), key, values)),
        None => Some(insert_member(
            tree,
            Place::After(beside.nodes.operator),
            operator,
            &format!("{{\"{key}\": {values}}}"),
        )),
    }
}

/// Writes another key in the place of a test's own; `None` where that key stands under the same operator.
pub(super) fn rename_key(tree: &Tree, test: &KeyTest, key: &str) -> Option<Edit> {
    takes(tree, test.nodes.operator, key)?.then(|| rename(tree, test.nodes.key, key))
}

/// Gives an operator of a condition another name; its keys join those under that name.
///
/// `None` where a key stands under both.
pub(super) fn rename_operator(
    ctx: &Context,
    condition: Member,
    operator: Member,
    name: &str,
) -> Option<Vec<Edit>> {
    let tree = ctx.tree;
    let others = few_members(tree, condition.value)?;
    let block = others
        .into_iter()
        .find(|other| tree.key_text(*other) == name);
    let Some(block) = block else {
        return Some(vec![rename(tree, operator, name)]);
    };
    let keys = few_members(tree, operator.value)?;
    let mut edits = vec![delete_member(tree, operator)];
    for key in keys {
        if !takes(tree, block, &tree.key_text(key))? {
            return None;
        }
        edits.push(insert_member(
            tree,
            Place::Last(block.value),
            &ctx.written(tree.content_span(key.key)),
            &ctx.written(tree.span(key.value)),
        ));
    }
    Some(edits)
}

/// Takes a statement out of a list of several; `None` where it is the only one.
pub(super) fn remove_statement(ctx: &Context, statement: &Statement) -> Option<Edit> {
    let tree = ctx.tree;
    let is_listed = tree.kind(tree.parent(statement.node)?) == NodeKind::Array;
    (is_listed && !is_alone(tree, statement.node)).then(|| {
        delete_between(
            tree,
            tree.previous_sibling(statement.node),
            statement.node,
            tree.next_sibling(statement.node),
        )
    })
}

/// Whether an error of syntax may have hidden other tests of the same condition.
pub(super) fn may_hide_tests(ctx: &Context, test: &KeyTest) -> bool {
    let condition = test.statement.element(Element::Condition);
    condition.is_some_and(|condition| ctx.may_hide_members(condition.value))
}

/// The condition key of a test in backticks, as the person sees it.
pub(super) fn quoted_key(ctx: &Context, test: &KeyTest) -> String {
    quoted(&ctx.written(ctx.tree.content_span(test.nodes.key.key)))
}

fn is_alone(tree: &Tree, node: NodeId) -> bool {
    tree.previous_sibling(node).is_none() && tree.next_sibling(node).is_none()
}

/// Whether the key can be put under an operator: it is an object without that key.
fn takes(tree: &Tree, operator: Member, key: &str) -> Option<bool> {
    let is_object = tree.kind(operator.value) == NodeKind::Object;
    let mut keys = few_members(tree, operator.value)?.into_iter();
    Some(is_object && !keys.any(|member| tree.key_text(member).eq_ignore_ascii_case(key)))
}

fn few_members(tree: &Tree, object: NodeId) -> Option<Vec<Member>> {
    let members: Vec<Member> = tree.members(object).take(MOST_MEMBERS + 1).collect();
    (members.len() <= MOST_MEMBERS).then_some(members)
}
