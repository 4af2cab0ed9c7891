//! Actions that are not in the AWS reference, found once for all checks of their names.

use super::context::Context;
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::wording::quoted;
use crate::engine::catalog::{Catalog, Retired, Service, Standing, wildcard};
use crate::engine::policy::{ActionPattern, has_variable, has_wildcard};
use crate::engine::syntax::{NodeId, NodeKind};
use crate::engine::text::Edit;

/// An entry of `Action` or `NotAction` that names nothing in the reference.
#[derive(Clone, Copy, Debug)]
pub(super) struct UnlistedAction {
    pub node: NodeId,
    pub lack: Lack,
    /// How many such entries stand before it.
    number: usize,
}

/// What is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lack {
    /// There is no colon, and so no service.
    Prefix,
    /// No service has the prefix.
    Service,
    /// The service has no such action.
    Action,
    /// Nothing is known but that AWS listed it once, see [`retired`].
    Retired,
}

/// The most entries of one policy for which names are suggested: each takes a search through many names.
const MOST_SUGGESTED: usize = 100;

/// Every such entry that can be judged, in the order of the text; none where there is no reference.
///
/// A name that AWS takes although it does not list it is left out.
pub(super) fn unlisted_actions(ctx: &Context) -> Vec<UnlistedAction> {
    let mut unlisted = Vec::new();
    let Some(catalog) = ctx.catalog else {
        return unlisted;
    };
    let unknown = ctx
        .named_actions()
        .iter()
        .filter(|one| one.action.is_none());
    for entry in unknown.map(|one| &one.entry) {
        let lack = lack(catalog, &entry.text);
        let is_judged = || !has_variable(&entry.text) && ctx.is_settled(entry.node);
        unlisted.extend(lack.filter(|_| is_judged()).map(|lack| UnlistedAction {
            node: entry.node,
            lack,
            number: unlisted.len(),
        }));
    }
    unlisted
}

fn lack(catalog: &Catalog, text: &str) -> Option<Lack> {
    let Some((prefix, name)) = text.split_once(':') else {
        return (!ActionPattern::new(text).is_everything()).then_some(Lack::Prefix);
    };
    if has_wildcard(prefix) || catalog.action(prefix, name).is_some() {
        return None;
    }
    let service = catalog.service(prefix);
    if service.is_some_and(|service| has_match(service, name)) {
        return None;
    }
    match retired(catalog, prefix, name).map(|retired| retired.standing) {
        Some(Standing::Accepted) => None,
        Some(Standing::Unjudged) => Some(Lack::Retired),
        Some(Standing::Refused) | None => Some(service.map_or(Lack::Service, |_| Lack::Action)),
    }
}

fn has_match(service: Service, name: &str) -> bool {
    let mut actions = service.actions();
    has_wildcard(name) && actions.any(|action| wildcard::matches(name, action.name()))
}

/// The retired name that is meant; of several that a pattern matches, the one that AWS is most likely to take.
pub(super) fn retired<'c>(catalog: &'c Catalog, prefix: &str, name: &str) -> Option<Retired<'c>> {
    if !has_wildcard(name) {
        return catalog.retired_action(prefix, name);
    }
    let pattern = format!("{prefix}:{name}");
    let actions = catalog
        .retired_actions()
        .filter(|retired| wildcard::matches(&pattern, retired.name));
    actions
        .min_by_key(|retired| retired.standing)
        .or_else(|| catalog.retired_service(prefix))
}

/// Whether an entry is in the reference, or taken by AWS although it is not.
pub(super) fn is_listed(catalog: &Catalog, entry: &str) -> bool {
    lack(catalog, entry).is_none()
}

/// The most services for which an action of the same name is suggested; a name like `TagResource` says nothing.
const MOST_ELSEWHERE: usize = 3;

/// The actions of this name, of whatever service; none where many have it.
pub(super) fn names_elsewhere(catalog: &Catalog, name: &str) -> Vec<String> {
    let names: Vec<String> = catalog
        .actions_named(name)
        .take(MOST_ELSEWHERE + 1)
        .map(|action| action.to_string())
        .collect();
    if names.len() > MOST_ELSEWHERE {
        Vec::new()
    } else {
        names
    }
}

impl UnlistedAction {
    /// Offers the names that may have been meant, and to take the entry out where others stand beside it.
    ///
    /// Beyond the first entries of a policy no names are looked for.
    pub fn mend(
        self,
        ctx: &Context,
        finding: Finding,
        names: impl FnOnce() -> Vec<String>,
    ) -> Finding {
        let names = if self.number < MOST_SUGGESTED {
            names()
        } else {
            Vec::new()
        };
        let choice = |name: &String| {
            let edit = replace_text(ctx.tree, self.node, name);
            Fix::choice_by_reference(format!("Write {}", quoted(name)), [edit])
        };
        let choices = names.iter().filter_map(choice);
        let split = self.split(ctx).into_iter();
        split
            .chain(choices)
            .chain(self.removal(ctx))
            .fold(finding, Finding::mended_by)
    }

    /// Makes several entries of one in which known actions stand behind each other.
    fn split(self, ctx: &Context) -> Option<Fix> {
        let catalog = ctx.catalog?;
        let text = ctx.tree.string(self.node)?;
        let words = text.split([',', ';', '|', ' ', '\n', '\t']);
        let words: Vec<&str> = words
            .map(str::trim)
            .filter(|word| !word.is_empty())
            .collect();
        let are_actions = words.len() > 1 && words.iter().all(|word| is_listed(catalog, word));
        let parent = are_actions.then(|| ctx.tree.parent(self.node))??;
        let list = words.join("\", \"");
        let written = match ctx.tree.kind(parent) {
            NodeKind::Array => format!("\"{list}\""),
            _ => format!("[\"{list}\"]"),
        };
        let edit = Edit::replace(ctx.tree.span(self.node), written);
        Fix::choice_by_reference(format!("Make {} entries of it", words.len()), [edit])
    }

    /// Takes the entry out, where others stand beside it.
    pub fn removal(self, ctx: &Context) -> Option<Fix> {
        let tree = ctx.tree;
        let list = tree.parent(self.node);
        let has_others = list.is_some_and(|list| tree.elements(list).nth(1).is_some());
        let edits = has_others.then(|| tree.remove_element(self.node))?;
        Fix::choice_by_reference("Remove the action", edits.iter().cloned())
    }
}
