//! What fixes do to the access that a policy gives, worked out for those that are asked about.

use std::cell::OnceCell;
use std::sync::Arc;

use super::finding::Finding;
use super::fix::{Fix, FixKind};
use crate::engine::meaning::{AccessEffect, Comparison, Original};
use crate::engine::syntax::{NodeId, NodeKind, Tree, parse};
use crate::engine::text::{Edit, Edits, Span};

/// How much text may be read again, in bytes, for the fixes of one policy.
///
/// Enough for hundreds of fixes of an ordinary policy, and about as much as reading the largest text once or twice.
const MOST_TEXT: usize = 1 << 20;

/// What a fix does to access.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// It is known by what the fix is.
    Known(AccessEffect),
    /// [`Effects`] tells by this number, from 0.
    Asked(usize),
}

/// Numbers the choices in the order of the findings, and drops those that would break the JSON.
///
/// A text with errors of syntax may be read otherwise than it was meant, and an edit then falls in the wrong place.
/// Choices beyond [`MOST_TEXT`] stay, as *cannot tell*.
/// A repair is *same access* by what it is; the tests of every check hold it to that.
pub(super) fn number_fixes(before: &Tree, findings: &mut [Finding]) {
    let affordable = MOST_TEXT / before.text().len().max(1);
    let mut tried = 0;
    let mut number = 0;
    for finding in findings {
        finding.fixes.retain_mut(|fix| {
            if fix.kind == FixKind::Repair || fix.template.is_some() || tried == affordable {
                return true;
            }
            tried += 1;
            if breaks(before, fix) {
                return false;
            }
            fix.access = Access::Asked(number);
            number += 1;
            true
        });
    }
}

/// Whether a fix adds errors of syntax to those that are there.
fn breaks(before: &Tree, fix: &Fix) -> bool {
    let errors = before.errors().len();
    if errors == 0
        && (fix.edits.iter().all(|edit| stays_in_value(before, edit))
            || is_sound_around(before, &fix.edits))
    {
        return false;
    }
    let changed = fix.edits.apply(before.text());
    changed.is_none_or(|after| parse(&after).errors().len() > errors)
}

/// Whether the edit leaves a string that is no member's name as it is but for its text.
fn stays_in_value(tree: &Tree, edit: &Edit) -> bool {
    let is_plain = |letter: char| !matches!(letter, '"' | '\\') && !letter.is_control();
    let node = tree.node_at(edit.span.start);
    node.is_some_and(|node| {
        tree.kind(node) == NodeKind::String
            && !is_name(tree, node)
            && tree.content_span(node).covers(edit.span)
            && !tree.raw(node).contains('\\')
            && edit.text.chars().all(is_plain)
    })
}

fn is_name(tree: &Tree, node: NodeId) -> bool {
    let member = tree.parent(node).and_then(|parent| tree.as_member(parent));
    member.is_some_and(|member| member.key == node)
}

/// Whether the innermost value that holds all edits between its brackets is sound JSON by itself afterwards.
///
/// The text round it is then as sound as before, and need not be read again.
fn is_sound_around(tree: &Tree, edits: &Edits) -> bool {
    let holds = |span: Span| {
        edits
            .iter()
            .all(|edit| span.start < edit.span.start && edit.span.end < span.end)
    };
    let innermost = edits.iter().next();
    let innermost = innermost.and_then(|edit| tree.node_at(edit.span.start));
    let mut around = std::iter::successors(innermost, |node| tree.parent(*node));
    let value = around.find(|node| {
        matches!(tree.kind(*node), NodeKind::Object | NodeKind::Array) && holds(tree.span(*node))
    });
    value.is_some_and(|value| {
        let start = tree.span(value).start;
        let moved = edits.iter().map(|edit| {
            let span = Span::new(edit.span.start - start, edit.span.end - start);
            Edit::replace(span, edit.text.clone())
        });
        let changed = Edits::new(moved.collect()).and_then(|edits| edits.apply(tree.raw(value)));
        changed.is_some_and(|after| parse(&after).errors().is_empty())
    })
}

/// The effects on access of the fixes of one policy, each worked out at the first question.
#[derive(Clone, Debug)]
pub struct Effects {
    original: Original,
    /// By number, the edits for the checked text of fixes that were taken back to the template; empty where the two texts are the same.
    taken_back: Vec<Edits>,
    known: Vec<OnceCell<AccessEffect>>,
}

impl Effects {
    /// For the findings of a text, with their fixes still for this text.
    pub fn new(checked: Arc<Tree>, findings: &[Finding]) -> Self {
        let fixes = findings.iter().flat_map(|finding| &finding.fixes);
        let asked = fixes.filter(|fix| matches!(fix.access, Access::Asked(_)));
        Self {
            original: Original::new(checked),
            taken_back: Vec::new(),
            known: vec![OnceCell::new(); asked.count()],
        }
    }

    /// Keeps the edits of a fix, whose own will be those for the template; in the order of the numbers.
    pub fn keep(&mut self, fix: &Fix) {
        if matches!(fix.access, Access::Asked(_)) {
            self.taken_back.push(fix.edits.clone());
        }
    }

    /// What one of the fixes does to access.
    pub fn of(&self, fix: &Fix) -> AccessEffect {
        let number = match fix.access {
            Access::Known(effect) => return effect,
            Access::Asked(number) => number,
        };
        let edits = self.taken_back.get(number).unwrap_or(&fix.edits);
        let known = self.known.get(number);
        known.map_or(AccessEffect::Unknown, |known| {
            *known.get_or_init(|| self.work_out(edits, fix.rests_on_reference))
        })
    }

    /// What rests on the AWS reference is *cannot tell* where the texts alone say *same*: the reference may be wrong or old.
    /// Where the policy by itself permits the same, what it denies decides: other policies may allow that.
    fn work_out(&self, edits: &Edits, rests_on_reference: bool) -> AccessEffect {
        let changed = self.original.changed(edits);
        match changed.map(Comparison::effect) {
            None => AccessEffect::Unknown,
            Some(AccessEffect::Same) if rests_on_reference => AccessEffect::Unknown,
            Some(AccessEffect::Same) => self.original.effect_by_denials(edits),
            Some(effect) => effect,
        }
    }
}
