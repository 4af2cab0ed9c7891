//! Fixes that put some actions of a statement under a condition of their own.

use super::context::Context;
use super::fix::Fix;
use super::insertion::{add_statement, add_test};
use crate::engine::policy::{Element, Entry, Statement};
use crate::engine::text::Edit;

/// A test to be demanded of some actions; neither part needs escaping.
pub(super) struct Demand<'d> {
    pub operator: &'d str,
    pub key: &'d str,
    pub value: &'d str,
}

/// Demands the test of these entries of `Action` alone, on the resources that `concerns` picks.
///
/// Where the statement has no other action, its condition gets the test; else the entries move to a new statement.
/// `None` where a new statement would need another one's condition, or has nothing to be about.
pub(super) fn demand(
    ctx: &Context,
    statement: &Statement,
    actions: &[Entry],
    demand: &Demand,
    concerns: fn(&str) -> bool,
) -> Option<Fix> {
    let title = format!("Demand `{}`", demand.key);
    if statement.entries(Element::Action).count() == actions.len() {
        let test = add_test(
            ctx.tree,
            statement,
            demand.operator,
            demand.key,
            demand.value,
        )?;
        return Fix::choice(title, [test]);
    }
    let tree = ctx.tree;
    let nodes: Vec<_> = actions.iter().map(|entry| entry.node).collect();
    let listed = |entries: Vec<Entry>| (!entries.is_empty()).then(|| list(ctx, &entries));
    let resources = statement.entries(Element::Resource);
    let resources = listed(resources.filter(|entry| concerns(&entry.text)).collect())?;
    let test = format!("{{\"{}\": \"{}\"}}", demand.key, demand.value);
    let condition = format!("{{\"{}\": {test}}}", demand.operator);
    let elements = [
        ("Effect", "\"Allow\""),
        ("Action", &*listed(actions.to_vec())?),
        ("Resource", &*resources),
        ("Condition", &*condition),
    ];
    let new = (!statement.has(Element::Condition))
        .then(|| add_statement(tree, statement.node, &elements))??;
    let removal = tree.remove_elements(&nodes);
    let title = format!("{title}, in a statement of its own");
    Fix::choice(title, removal.iter().cloned().chain([new]))
}

/// A statement like this one, behind it, for some of its actions and other resources; its name is left out.
///
/// `resource` is JSON. `None` where the statement stands in no list.
pub(super) fn copy_for(
    ctx: &Context,
    statement: &Statement,
    actions: &[Entry],
    resource: &str,
) -> Option<Edit> {
    let elements = copied(ctx, statement, actions, resource);
    let elements: Vec<(&str, &str)> = elements
        .iter()
        .map(|(name, value)| (&**name, &**value))
        .collect();
    add_statement(ctx.tree, statement.node, &elements)
}

/// The elements of a copy, as JSON, in the order of the text.
pub(super) fn copied(
    ctx: &Context,
    statement: &Statement,
    actions: &[Entry],
    resource: &str,
) -> Vec<(String, String)> {
    let tree = ctx.tree;
    let members = tree.members(statement.node).map(|member| {
        let name = tree.key_text(member).into_owned();
        let value = match &*name {
            "Action" => list(ctx, actions),
            "Resource" => resource.to_owned(),
            _ => ctx.template(tree.span(member.value)).into_owned(),
        };
        (name, value)
    });
    members.filter(|(name, _)| name != "Sid").collect()
}

/// Entries as they are written, as a JSON list.
pub(super) fn list(ctx: &Context, entries: &[Entry]) -> String {
    let texts = entries
        .iter()
        .map(|entry| ctx.template(ctx.tree.span(entry.node)));
    format!("[{}]", texts.collect::<Vec<_>>().join(", "))
}
