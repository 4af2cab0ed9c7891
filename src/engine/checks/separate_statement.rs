//! The fix for actions that a test of their statement does not suit: a statement of their own, without that test.

use super::conditions::remove_test;
use super::context::Context;
use super::fix::Fix;
use super::rewrite::{delete_member, gap_before};
use crate::engine::policy::{Element, Entry, KeyTest};
use crate::engine::syntax::NodeKind;
use crate::engine::text::{Edit, Edits, Span};

/// Moves entries of `Action` into a copy of the statement that lacks the test; where there are no others, the test itself goes.
///
/// The copy has no `Sid`, because that of the statement must stay the only one.
pub(super) fn without_test(ctx: &Context, test: &KeyTest, actions: &[Entry]) -> Option<Fix> {
    let tree = ctx.tree;
    let statement = &test.statement;
    if statement.entries(Element::Action).count() == actions.len() {
        return Fix::choice_by_reference("Remove the test", [remove_test(tree, test)]);
    }
    let copy = copy_without_test(ctx, test, actions)?;
    let span = tree.span(statement.node);
    let is_listed = tree.kind(tree.parent(statement.node)?) == NodeKind::Array;
    let added = if is_listed {
        let gap = gap_before(tree, statement.node);
        vec![Edit::insert(span.end, format!(",{gap}{copy}"))]
    } else {
        vec![
            Edit::insert(span.start, "["),
            Edit::insert(span.end, format!(", {copy}]")),
        ]
    };
    let nodes: Vec<_> = actions.iter().map(|entry| entry.node).collect();
    let removal = tree.remove_elements(&nodes);
    Fix::choice_by_reference(
        "Move the actions to a statement without the test",
        removal.iter().cloned().chain(added),
    )
}

/// The statement's text with these actions alone and without the test.
fn copy_without_test(ctx: &Context, test: &KeyTest, actions: &[Entry]) -> Option<String> {
    let tree = ctx.tree;
    let statement = &test.statement;
    let list = statement.element(Element::Action)?.value;
    let sid = statement.element(Element::Sid);
    let changes = [
        Some(remove_test(tree, test)),
        Some(Edit::replace(tree.span(list), listed(ctx, actions))),
        sid.map(|sid| delete_member(tree, sid)),
    ];
    let changes = Edits::new(changes.into_iter().flatten().collect())?;
    Some(changed(ctx, tree.span(statement.node), &changes))
}

fn listed(ctx: &Context, actions: &[Entry]) -> String {
    let written = |entry: &Entry| ctx.written(ctx.tree.span(entry.node)).into_owned();
    let texts: Vec<String> = actions.iter().map(written).collect();
    match texts.as_slice() {
        [alone] => alone.clone(),
        several => format!("[{}]", several.join(", ")),
    }
}

/// The text of the span with the changes in it, stand-ins as they are written.
fn changed(ctx: &Context, span: Span, changes: &Edits) -> String {
    let mut text = String::new();
    let mut copied = span.start;
    for change in changes {
        text.push_str(&ctx.written(Span::new(copied, change.span.start)));
        text.push_str(&change.text);
        copied = change.span.end;
    }
    text + &ctx.written(Span::new(copied, span.end))
}
