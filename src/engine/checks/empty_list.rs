//! Tests whose list of values is empty, and how they are mended.

use super::conditions::{move_test, remove_statement, remove_test};
use super::context::Context;
use super::finding::Location;
use super::fix::Fix;
use crate::engine::policy::KeyTest;
use crate::engine::syntax::NodeKind;

/// The tests with a list of no values, in the order of the text, each with the place of the list.
pub(super) fn tests_without_values<'c>(
    ctx: &'c Context,
) -> impl Iterator<Item = (&'c KeyTest<'c>, Location)> {
    ctx.policy.tests().iter().filter_map(|test| {
        let list = test.nodes.key.value;
        let is_empty =
            ctx.tree.kind(list) == NodeKind::Array && ctx.tree.elements(list).next().is_none();
        (is_empty && !ctx.may_hide_members(list)).then(|| (test, ctx.location(list)))
    })
}

/// Takes the test out.
pub(super) fn removal(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    Fix::choice("Remove the test", [remove_test(ctx.tree, test)])
}

/// Takes the whole statement out, where another one is left.
pub(super) fn statement_removal(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    Fix::choice(
        "Remove the statement",
        [remove_statement(ctx, &test.statement)?],
    )
}

/// Says in plain words that the key must be missing, which is all that an operator without `Not` leaves.
pub(super) fn with_null(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    let edits = move_test(ctx, test, "Null", Some(r#""true""#)).filter(|_| test.is_positive())?;
    Fix::choice("Test with Null that the key is missing", edits)
}
