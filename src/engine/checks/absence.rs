//! When an element counts as missing.

use super::context::Context;
use super::spelling::nearest;
use crate::engine::policy::{Element, Statement};
use crate::engine::syntax::NodeId;

/// The statements that lack all of these elements, in the order of the text.
pub(super) fn statements_without<'c>(
    ctx: &'c Context,
    elements: &'static [Element],
) -> impl Iterator<Item = &'c Statement<'c>> {
    let lacks = move |statement: &&Statement| statement.first_of(elements).is_none();
    let names = || elements.iter().map(|element| element.name());
    ctx.policy
        .statements()
        .iter()
        .filter(lacks)
        .filter(move |statement| is_absent(ctx, statement.node, names()))
}

/// Whether an object that has none of these members was not meant to have one.
///
/// A member that is only misspelt, or that an error of syntax may have hidden, does not count as missing:
/// its own finding says what to do.
pub(super) fn is_absent(
    ctx: &Context,
    object: NodeId,
    names: impl Iterator<Item = &'static str> + Clone,
) -> bool {
    let tree = ctx.tree;
    let is_misspelt = || {
        tree.members(object)
            .any(|member| nearest(&tree.key_text(member), names.clone()).is_some())
    };
    !ctx.may_hide_members(object) && !is_misspelt()
}
