//! Which actions of a statement know the condition keys of services that it tests.

use super::context::Context;
use crate::engine::catalog::{Action, Catalog, ConditionKey};
use crate::engine::policy::{ActionPattern, Element, Entry, KeyTest, Statement};

/// How many tests of one statement are compared with so many of its actions, which each finding names: at least one.
pub(super) fn most_tests(actions: usize) -> usize {
    (MOST_PLACES / actions.max(1)).clamp(1, MOST_TESTS)
}

const MOST_PLACES: usize = 10_000;

const MOST_TESTS: usize = 20;

/// The tests that only requests for some actions can answer: of known keys of services, without `IfExists`.
pub(super) fn tests_of_services<'c, 'a>(
    ctx: &'c Context<'a>,
) -> impl Iterator<Item = (&'c KeyTest<'a>, ConditionKey<'a>)> {
    let known = ctx.known_tests();
    known.filter(|(test, key)| !key.is_global() && !test.if_exists && test.operator.is_some())
}

/// The entries of `Action` that name one action, each with its action.
pub(super) fn named_actions<'a>(
    ctx: &Context<'a>,
    catalog: &'a Catalog,
    statement: &Statement<'a>,
) -> Vec<(Entry<'a>, Action<'a>)> {
    let entries = statement.entries(Element::Action);
    let named = entries.filter_map(|entry| {
        let action = action(catalog, &entry.text)?;
        ctx.is_settled(entry.node).then_some((entry, action))
    });
    named.collect()
}

/// Whether the statement tests no key that requests for one more action, `prefix:Name`, would lack.
pub(super) fn suits_action(ctx: &Context, statement: &Statement, name: &str) -> bool {
    let Some(action) = ctx.catalog.and_then(|catalog| action(catalog, name)) else {
        return true;
    };
    let mut tests =
        tests_of_services(ctx).filter(|(test, _)| test.statement.node == statement.node);
    tests.all(|(_, key)| action.lists(key))
}

fn action<'a>(catalog: &'a Catalog, name: &str) -> Option<Action<'a>> {
    let pattern = ActionPattern::new(name);
    catalog.action(pattern.service()?, pattern.name())
}

/// Whether every action that the statement names knows a condition key; one that the reference has not is for all.
pub(super) fn suits_key(ctx: &Context, statement: &Statement, key: &str) -> bool {
    let Some((catalog, key)) = ctx
        .catalog
        .and_then(|catalog| Some((catalog, catalog.condition_key(key)?)))
    else {
        return true;
    };
    let mut entries = statement.entries(Element::Action);
    entries.all(|entry| action(catalog, &entry.text).is_none_or(|action| action.lists(key)))
}
