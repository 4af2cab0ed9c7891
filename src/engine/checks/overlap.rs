//! Actions that one `Allow` statement allows although another one allows them already, without a condition.

use std::collections::HashSet;

use super::context::Context;
use crate::engine::meaning::equal_statements;
use crate::engine::policy::{Element, Entry, Listed, Statement, covers, covers_in_any_case};
use crate::engine::syntax::NodeId;

/// How much comparing one policy is worth, counted as the product of the lengths of the two texts.
const MOST_COMPARING: usize = 1 << 26;

/// An entry of `Action` that another statement covers, on all of its resources.
#[derive(Clone, Debug)]
pub(super) struct Overlap<'t> {
    pub entry: Entry<'t>,
    /// The statement that covers it.
    pub by: Statement<'t>,
    /// The entry that does.
    pub by_entry: Entry<'t>,
}

/// A statement with those of its entries that other statements cover.
pub(super) type Overlapped<'t> = (Statement<'t>, Vec<Overlap<'t>>);

/// Every statement with entries that other statements cover, in the order of the text; of two that cover each other, the later.
///
/// Only statements that name actions and resources and no principal are compared.
pub(super) fn overlaps<'t>(ctx: &Context<'t>) -> Vec<Overlapped<'t>> {
    let statements = ctx.policy.statements().iter();
    let parts: Vec<Part> = statements.filter_map(|one| Part::new(ctx, one)).collect();
    let mut search = Search::new(&parts);
    let found = parts.iter().enumerate().map(|(place, part)| {
        let entries = part.actions.iter();
        let found = entries.filter_map(|action| search.covering(place, action));
        (part.statement, found.collect::<Vec<_>>())
    });
    let mut found: Vec<Overlapped> = found.filter(|(_, found)| !found.is_empty()).collect();
    if !found.is_empty() {
        let repeated = repeated(ctx, &parts);
        found.retain(|(statement, _)| !repeated.contains(&statement.node));
    }
    found
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
struct Part<'p, 't> {
    statement: Statement<'t>,
    is_conditional: bool,
    actions: Vec<&'p Listed<'t>>,
    resources: &'p [Listed<'t>],
}

impl<'p, 't> Part<'p, 't> {
    fn new(ctx: &'p Context<'t>, statement: &Statement<'t>) -> Option<Self> {
        let others = [
            Element::Principal,
            Element::NotPrincipal,
            Element::NotResource,
        ];
        let is_plain = statement.allows() && statement.first_of(&others).is_none();
        let is_known =
            |one: &&Listed| ctx.is_closed(one.entry.node) && !ctx.is_open(one.entry.node);
        let resources = ctx.policy.listed(statement, Element::Resource);
        if !is_plain || resources.is_empty() || !resources.iter().all(|one| is_known(&one)) {
            return None;
        }
        let actions = ctx.policy.listed(statement, Element::Action);
        Some(Self {
            statement: *statement,
            is_conditional: statement.has(Element::Condition),
            actions: actions.iter().filter(is_known).collect(),
            resources,
        })
    }
}

/// The places of a statement and of an entry in it.
type Place = (usize, usize);

/// The unconditional statements' entries, to be looked up.
struct Search<'p, 't> {
    parts: &'p [Part<'p, 't>],
    /// The entries without a wildcard, by their fingerprints, ascending.
    named: Vec<(u64, Place)>,
    patterns: Vec<Place>,
    effort: usize,
}

impl<'p, 't> Search<'p, 't> {
    fn new(parts: &'p [Part<'p, 't>]) -> Self {
        let mut search = Self {
            parts,
            named: Vec::new(),
            patterns: Vec::new(),
            effort: MOST_COMPARING,
        };
        if parts.len() > 1 {
            search.note_all();
        }
        search
    }

    fn note_all(&mut self) {
        let parts = self.parts.iter().enumerate();
        for (place, part) in parts.filter(|(_, part)| !part.is_conditional) {
            for (number, action) in part.actions.iter().enumerate() {
                match action.is_pattern {
                    true => self.patterns.push((place, number)),
                    false => self.named.push((action.fingerprint, (place, number))),
                }
            }
        }
        self.named.sort_unstable();
    }

    /// What covers an entry of the statement at `place`: an entry of the same name, or else a pattern.
    fn covering(&mut self, place: usize, action: &Listed<'t>) -> Option<Overlap<'t>> {
        let first = self
            .named
            .partition_point(|(fingerprint, _)| *fingerprint < action.fingerprint);
        for at in first.. {
            let same = self.named.get(at).copied();
            let Some((_, other)) = same.filter(|one| one.0 == action.fingerprint) else {
                break;
            };
            if self.is_covered(place, action, other)? {
                return self.overlap(action, other);
            }
        }
        for at in 0.. {
            let other = self.patterns.get(at).copied()?;
            if self.is_covered(place, action, other)? {
                return self.overlap(action, other);
            }
        }
        None
    }

    fn overlap(&self, action: &Listed<'t>, (by, number): Place) -> Option<Overlap<'t>> {
        let by = self.parts.get(by)?;
        Some(Overlap {
            entry: action.entry.clone(),
            by: by.statement,
            by_entry: by.actions.get(number)?.entry.clone(),
        })
    }

    /// Whether another entry covers this one, and is not itself the one to go; `None` when enough has been compared.
    fn is_covered(&mut self, place: usize, action: &Listed, other: Place) -> Option<bool> {
        let (other_place, number) = other;
        let (part, by) = (self.parts.get(place)?, self.parts.get(other_place)?);
        let (text, wider) = (&action.entry.text, &by.actions.get(number)?.entry.text);
        self.spend(1)?;
        if other_place == place {
            return Some(false);
        }
        self.spend(wider.len() * text.len())?;
        if !covers_in_any_case(wider, text) || !self.covers_resources(by, part)? {
            return Some(false);
        }
        let is_mutual = !part.is_conditional
            && wider.eq_ignore_ascii_case(text)
            && self.covers_resources(part, by)?;
        Some(!is_mutual || other_place < place)
    }

    /// Whether each resource of a statement is covered by one of the other's; `None` when enough has been compared.
    fn covers_resources(&mut self, wider: &Part, narrower: &Part) -> Option<bool> {
        for resource in narrower.resources.iter().map(|one| &one.entry.text) {
            let mut is_covered = false;
            for candidate in wider.resources.iter().map(|one| &one.entry.text) {
                self.spend(candidate.len() * resource.len() + 1)?;
                is_covered = covers(candidate, resource);
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

    fn spend(&mut self, effort: usize) -> Option<()> {
        self.effort = self.effort.checked_sub(effort)?;
        Some(())
    }
}
