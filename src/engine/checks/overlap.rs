//! Actions that one `Allow` statement allows although another one allows them already, without a condition.

use std::collections::{HashMap, HashSet};

use super::context::Context;
use crate::engine::meaning::equal_statements;
use crate::engine::policy::{Element, Entry, Statement, covers, has_wildcard};
use crate::engine::syntax::NodeId;

/// How much comparing one policy is worth, counted as the product of the lengths of the two texts.
const MOST_COMPARING: usize = 1 << 26;

/// An entry of `Action` that another statement covers, on all of its resources.
pub(super) struct Overlap<'c> {
    pub entry: Entry<'c>,
    /// The statement that covers it.
    pub by: &'c Statement<'c>,
    /// The entry that does.
    pub by_entry: Entry<'c>,
}

/// Every statement with entries that other statements cover, in the order of the text; of two that cover each other, the later.
///
/// Only statements that name actions and resources and no principal are compared.
pub(super) fn overlaps<'c>(ctx: &'c Context) -> Vec<(&'c Statement<'c>, Vec<Overlap<'c>>)> {
    let parts: Vec<Part> = ctx
        .policy
        .statements()
        .iter()
        .filter_map(|statement| Part::new(ctx, statement))
        .collect();
    let mut search = Search::new(&parts);
    let found = parts.iter().enumerate().map(|(place, part)| {
        let entries = part.actions.iter();
        let found = entries.filter_map(|(spelled, entry)| search.covering(place, spelled, entry));
        (part.statement, found.collect::<Vec<_>>())
    });
    let repeated = repeated(ctx, &parts);
    found
        .filter(|(statement, found)| !found.is_empty() && !repeated.contains(&statement.node))
        .collect()
}

/// The statements that say the same as an earlier one: these are reported as a whole.
fn repeated(ctx: &Context, parts: &[Part]) -> HashSet<NodeId> {
    let nodes: Vec<NodeId> = parts.iter().map(|part| part.statement.node).collect();
    let groups = equal_statements(ctx.tree, &nodes);
    groups
        .into_iter()
        .flat_map(|group| group.into_iter().skip(1))
        .collect()
}

/// A statement that can be compared.
struct Part<'c> {
    statement: &'c Statement<'c>,
    is_conditional: bool,
    /// The entries, with their spelling in lower case.
    actions: Vec<(String, Entry<'c>)>,
    resources: Vec<Entry<'c>>,
}

impl<'c> Part<'c> {
    fn new(ctx: &Context, statement: &'c Statement<'c>) -> Option<Self> {
        let others = [
            Element::Principal,
            Element::NotPrincipal,
            Element::NotResource,
        ];
        let is_plain = statement.allows() && statement.first_of(&others).is_none();
        let is_known = |entry: &Entry| ctx.is_closed(entry.node) && !ctx.is_open(entry.node);
        let resources: Vec<Entry> = statement.entries(Element::Resource).collect();
        if !is_plain || resources.is_empty() || !resources.iter().all(is_known) {
            return None;
        }
        let actions = statement.entries(Element::Action).filter(is_known);
        Some(Self {
            statement,
            is_conditional: statement.has(Element::Condition),
            actions: actions
                .map(|entry| (entry.text.to_ascii_lowercase(), entry))
                .collect(),
            resources,
        })
    }
}

/// The unconditional statements' entries, to be looked up.
struct Search<'p, 'c> {
    parts: &'p [Part<'c>],
    /// The places of statements and entries, by the spelling of those without a wildcard.
    named: HashMap<&'p str, Vec<(usize, usize)>>,
    patterns: Vec<(usize, usize)>,
    effort: usize,
}

impl<'p, 'c> Search<'p, 'c> {
    fn new(parts: &'p [Part<'c>]) -> Self {
        let mut named: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
        let mut patterns = Vec::new();
        for (place, part) in parts
            .iter()
            .enumerate()
            .filter(|(_, part)| !part.is_conditional)
        {
            for (number, (spelled, _)) in part.actions.iter().enumerate() {
                match has_wildcard(spelled) {
                    true => patterns.push((place, number)),
                    false => named.entry(spelled).or_default().push((place, number)),
                }
            }
        }
        Self {
            parts,
            named,
            patterns,
            effort: MOST_COMPARING,
        }
    }

    /// What covers an entry of the statement at `place`.
    fn covering(&mut self, place: usize, spelled: &str, entry: &Entry<'c>) -> Option<Overlap<'c>> {
        let part = self.parts.get(place)?;
        let same = self.named.get(spelled).into_iter().flatten();
        let candidates: Vec<(usize, usize)> = same.chain(&self.patterns).copied().collect();
        for (other_place, number) in candidates.into_iter().filter(|other| other.0 != place) {
            let other = self.parts.get(other_place)?;
            let (wider, by_entry) = other.actions.get(number)?;
            if !self.covers(wider, spelled)? || !self.covers_resources(other, part)? {
                continue;
            }
            let is_mutual =
                !part.is_conditional && wider == spelled && self.covers_resources(part, other)?;
            if !is_mutual || other_place < place {
                return Some(Overlap {
                    entry: entry.clone(),
                    by: other.statement,
                    by_entry: by_entry.clone(),
                });
            }
        }
        None
    }

    /// Whether each resource of a statement is covered by one of the other's; `None` when enough has been compared.
    fn covers_resources(&mut self, wider: &Part, narrower: &Part) -> Option<bool> {
        for resource in &narrower.resources {
            let mut is_covered = false;
            for candidate in &wider.resources {
                is_covered = self.covers(&candidate.text, &resource.text)?;
                if is_covered {
                    break;
                }
            }
            if !is_covered {
                return Some(false);
            }
        }
        Some(true)
    }

    fn covers(&mut self, wider: &str, narrower: &str) -> Option<bool> {
        self.effort = self.effort.checked_sub(wider.len() * narrower.len() + 1)?;
        Some(covers(wider, narrower))
    }
}
