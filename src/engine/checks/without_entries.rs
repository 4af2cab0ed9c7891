//! Statements whose list of actions or resources is empty.

use super::context::Context;
use super::declare::Check;
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::policy::{Element, Statement};
use crate::engine::syntax::NodeKind;

/// Reports the empty lists of these elements.
pub(super) fn report(
    check: &Check,
    ctx: &Context,
    elements: [Element; 2],
    findings: &mut Vec<Finding>,
) {
    for statement in ctx.policy.statements() {
        let lists = elements.into_iter().filter_map(|element| {
            let value = statement.element(element)?.value;
            let is_list = ctx.tree.kind(value) == NodeKind::Array;
            let is_empty = ctx.tree.children(value).next().is_none();
            (is_list && is_empty && !ctx.may_hide_members(value)).then_some((element, value))
        });
        findings.extend(lists.map(|(element, value)| {
            let finding = check.finding(
                [ctx.location(value)],
                format!("The list of `{}` is empty.", element.name()),
                "A statement about nothing has no effect.",
                "Write what it is to be about, or remove the statement.",
            );
            finding.mended_by(removal(ctx, statement))
        }));
    }
}

/// Removes the statement, unless it is the only one.
fn removal(ctx: &Context, statement: &Statement) -> Option<Fix> {
    let has_others = ctx.policy.statements().len() > 1;
    let edits = has_others.then(|| ctx.tree.remove_element(statement.node))?;
    Fix::choice("Remove the statement", edits.iter().cloned())
}
