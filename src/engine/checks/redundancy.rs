//! What the checks of superfluous actions and resources say.

use super::context::Context;
use super::covering::{Group, MOST_COMPARING, groups};
use super::declare::Check;
use super::finding::Finding;
use super::fix::Fix;
use super::involved::involved;
use super::wording::quoted;
use crate::engine::policy::{Element, Entry};
use crate::engine::syntax::NodeKind;

/// How many entries a message names.
const MOST_NAMED: usize = 3;

/// Reports the superfluous entries of these elements' lists, one finding for each group that hangs together.
pub(super) fn report(
    check: &Check,
    ctx: &Context,
    elements: [Element; 2],
    spelled: impl Fn(&str) -> String,
    findings: &mut Vec<Finding>,
) {
    let mut effort = MOST_COMPARING;
    let lists = ctx.policy.statements().iter().flat_map(|statement| {
        elements
            .into_iter()
            .filter_map(move |element| Some((statement, element, statement.element(element)?)))
    });
    for (statement, element, member) in lists {
        if ctx.tree.kind(member.value) != NodeKind::Array {
            continue;
        }
        let listed = involved(ctx.policy.listed(statement, element));
        let entries = listed.into_iter().map(|listed| listed.entry.clone());
        let entries: Vec<Entry> = entries
            .filter(|entry| ctx.is_closed(entry.node) && !ctx.is_open(entry.node))
            .collect();
        let spellings: Vec<String> = entries.iter().map(|entry| spelled(&entry.text)).collect();
        for group in groups(&spellings, &mut effort) {
            findings.push(finding(check, ctx, &entries, &group));
        }
    }
}

fn finding(check: &Check, ctx: &Context, entries: &[Entry], group: &Group) -> Finding {
    let picked = |places: &[usize]| -> Vec<&Entry> {
        places
            .iter()
            .filter_map(|place| entries.get(*place))
            .collect()
    };
    let superfluous = picked(&group.superfluous);
    let nodes: Vec<_> = superfluous.iter().map(|entry| entry.node).collect();
    let all = picked(&group.all());
    let finding = check.finding(
        all.iter().map(|entry| ctx.location(entry.node)),
        message(ctx, &picked(&group.kept), &superfluous),
        "What is named twice makes a policy longer and harder to read, and it changes nothing.",
        "Remove what is covered already; if it was to be the only access of its kind, narrow the wider entry instead.",
    );
    let title = match nodes.len() {
        1 => "Remove the superfluous entry".to_owned(),
        count => format!("Remove the {count} superfluous entries"),
    };
    let removal = ctx.tree.remove_elements(&nodes);
    finding.mended_by(Fix::choice(title, removal.iter().cloned()))
}

fn message(ctx: &Context, kept: &[&Entry], superfluous: &[&Entry]) -> String {
    let verb = match superfluous {
        [_] => "is",
        _ => "are",
    };
    let same = |entry: &&Entry| kept.iter().all(|other| other.text == entry.text);
    if superfluous.iter().all(same) {
        let count = superfluous.len() + kept.len();
        return format!("{} stands in this list {count} times.", named(ctx, kept));
    }
    format!(
        "{} {verb} covered by {}.",
        named(ctx, superfluous),
        named(ctx, kept)
    )
}

/// The first few entries, as a sentence names them.
fn named(ctx: &Context, entries: &[&Entry]) -> String {
    let text = |entry: &&Entry| quoted(&ctx.written(ctx.tree.content_span(entry.node)));
    let mut names: Vec<String> = entries.iter().take(MOST_NAMED).map(text).collect();
    match entries.len().saturating_sub(MOST_NAMED) {
        0 => {}
        more => names.push(format!("{more} more")),
    }
    let last = names.pop().unwrap_or_default();
    match names.is_empty() {
        true => last,
        false => format!("{} and {last}", names.join(", ")),
    }
}
