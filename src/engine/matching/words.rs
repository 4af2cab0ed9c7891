//! Parts of a policy in words.

use crate::engine::meaning::{Condition, Effect, Names, Part};
use crate::engine::summary::condition_words;
use crate::engine::text::{joined, quoted};

/// The most entries of one element that are named.
const MOST_ENTRIES: usize = 40;

/// What a part is about: `a` and `b` on `c` for `d`, only if …; without a full stop.
pub(super) fn part_words(part: &Part) -> String {
    let actions = names(&part.actions, "action");
    let on = part
        .resources
        .as_ref()
        .map(|resources| match is_everything(resources) {
            true => " on every resource".to_owned(),
            false => format!(" on {}", listed(resources, "resource")),
        });
    let by = part
        .principals
        .as_ref()
        .map(|principals| match is_everything(principals) {
            true => " for anyone".to_owned(),
            false => format!(" for {}", listed(principals, "principal")),
        });
    let conditions = condition_list(part.conditions.iter());
    let if_so =
        (!conditions.is_empty()).then(|| format!(", only if {}", conditions.join(", and ")));
    let words = [Some(actions), on, by, if_so];
    words.into_iter().flatten().collect()
}

/// Conditions in words, each to follow "only if".
pub(super) fn condition_list<'c>(conditions: impl Iterator<Item = &'c Condition>) -> Vec<String> {
    conditions.map(condition_words).collect()
}

/// What only one side does: "Only yours allows".
pub(super) fn lead(is_mine: bool, effect: Effect, is_certain: bool) -> &'static str {
    match (is_mine, effect, is_certain) {
        (true, Effect::Allow, true) => "Only yours allows",
        (true, Effect::Deny, true) => "Only yours denies",
        (false, Effect::Allow, true) => "Only the other allows",
        (false, Effect::Deny, true) => "Only the other denies",
        (true, Effect::Allow, false) => "Perhaps only yours allows",
        (true, Effect::Deny, false) => "Perhaps only yours denies",
        (false, Effect::Allow, false) => "Perhaps only the other allows",
        (false, Effect::Deny, false) => "Perhaps only the other denies",
    }
}

fn names(names: &Option<Names>, what: &str) -> String {
    match names {
        None => format!("every {what}"),
        Some(names) if is_everything(names) => format!("every {what}"),
        Some(names) => listed(names, what),
    }
}

fn is_everything(names: &Names) -> bool {
    let mut entries = names.entries.iter();
    !names.except && entries.any(|entry| entry.written == "*")
}

fn listed(names: &Names, what: &str) -> String {
    let more = names.entries.len().saturating_sub(MOST_ENTRIES);
    let written = names.entries.iter().take(MOST_ENTRIES);
    let written = joined(
        written.map(|one| quoted(&one.written)).collect(),
        more,
        "and",
    );
    match names.except {
        true => format!("every {what} but {written}"),
        false => written,
    }
}
