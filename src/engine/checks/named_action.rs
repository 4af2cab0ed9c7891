//! The entries of `Action` and `NotAction` with the actions that they name, looked up once for all checks of their names.

use super::context::Context;
use crate::engine::catalog::{Action, Catalog};
use crate::engine::policy::{Element, Entry, has_wildcard};

/// An entry of `Action` or `NotAction`.
#[derive(Clone, Debug)]
pub(super) struct NamedAction<'t> {
    pub entry: Entry<'t>,
    /// The action of exactly this name but for the case; none for a pattern.
    pub action: Option<Action<'t>>,
}

/// Every such entry in the order of the statements, of `Action` before those of `NotAction`; none where there is no reference.
pub(super) fn named_actions<'t>(ctx: &Context<'t>) -> Vec<NamedAction<'t>> {
    let Some(catalog) = ctx.catalog else {
        return Vec::new();
    };
    let entries = ctx.policy.statements().iter().flat_map(|statement| {
        let actions = statement.entries(Element::Action);
        actions.chain(statement.entries(Element::NotAction))
    });
    let named = entries.map(|entry| NamedAction {
        action: action(catalog, &entry.text),
        entry,
    });
    named.collect()
}

fn action<'c>(catalog: &'c Catalog, text: &str) -> Option<Action<'c>> {
    let (prefix, name) = text.split_once(':').filter(|_| !has_wildcard(text))?;
    catalog.action(prefix, name)
}
