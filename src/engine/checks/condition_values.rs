//! The values of conditions, as the checks of their types see them.

use std::borrow::Cow;

use super::context::Context;
use crate::engine::policy::{KeyTest, OperatorFamily, has_variable};
use crate::engine::syntax::{NodeId, NodeKind};

/// A string, number, `true` or `false` that a condition key is compared with.
pub(super) struct ConditionValue<'c> {
    /// The test that it stands in.
    pub test: &'c KeyTest<'c>,
    /// Its node.
    pub node: NodeId,
    /// What it says, with or without quotes.
    pub text: Cow<'c, str>,
}

/// The values under the operators of these families that can be judged, in the order of the text.
///
/// A policy variable says nothing about its value, and a stand-in without a value says nothing yet.
pub(super) fn values_under<'c>(
    ctx: &'c Context,
    families: &'static [OperatorFamily],
) -> impl Iterator<Item = ConditionValue<'c>> {
    let tests = ctx
        .policy
        .tests()
        .iter()
        .filter(|test| families.iter().any(|family| test.is_of(*family)));
    let values = tests.flat_map(|test| test.values().map(move |node| (test, node)));
    values.filter_map(|(test, node)| {
        let text = scalar(ctx, node)?;
        let is_open = ctx.is_unfilled(ctx.tree.span(node)) || has_variable(&text);
        (!is_open).then_some(ConditionValue { test, node, text })
    })
}

/// What a string, number, `true` or `false` says; `None` for anything else, and for a string without its end.
pub(super) fn scalar<'c>(ctx: &'c Context, node: NodeId) -> Option<Cow<'c, str>> {
    match ctx.tree.kind(node) {
        NodeKind::String => ctx.tree.string(node).filter(|_| ctx.is_closed(node)),
        NodeKind::Number | NodeKind::True | NodeKind::False => {
            Some(Cow::Borrowed(ctx.tree.raw(node)))
        }
        _ => None,
    }
}
