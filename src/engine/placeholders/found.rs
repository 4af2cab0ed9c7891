//! The stand-ins of a document, one by one.

use std::ops::Range;

use super::bare_word::{self, BareWord};
use super::name::snake_case;
use super::place::{Place, Slot, slots};
use super::placeholder::{Use, UsePosition};
use super::scan::{Atom, scan};
use super::types::ACCOUNT_ID_DIGITS;
use crate::engine::syntax::{NodeId, NodeKind, Tree};
use crate::engine::text::Span;

/// One stand-in.
pub(super) struct Found<'t> {
    pub location: Use,
    /// The stand-in with its brackets.
    pub written: &'t str,
    /// The typed place that it fills, if it fills one.
    pub place: Option<Place>,
    pub form: Form,
}

/// How a stand-in shows.
pub(super) enum Form {
    /// By brackets or a sign round its name, which is given in lower snake case.
    Named {
        name: String,
        dialect: Option<&'static str>,
    },
    /// By standing in a typed place.
    Bare { place: Place, word: BareWord },
}

impl Found<'_> {
    /// Whose way of writing it is, where that is worth saying.
    pub fn dialect(&self) -> Option<&'static str> {
        match self.form {
            Form::Named { dialect, .. } => dialect,
            Form::Bare { .. } => None,
        }
    }

    /// What the reader should know about how it is written.
    pub fn remark(&self) -> Option<String> {
        match self.form {
            Form::Bare {
                place: Place::Account,
                word: BareWord::Run(letters),
            } if letters != ACCOUNT_ID_DIGITS => Some(format!(
                "`{}` has {letters} characters, where an account ID has {ACCOUNT_ID_DIGITS} digits.",
                self.written
            )),
            _ => None,
        }
    }
}

/// Every stand-in of the document, in the order of the text.
pub(super) fn find_all(tree: &Tree) -> Vec<Found<'_>> {
    let nodes = tree
        .root()
        .into_iter()
        .flat_map(|root| std::iter::once(root).chain(tree.descendants(root)));
    nodes
        .filter(|node| matches!(tree.kind(*node), NodeKind::String | NodeKind::Bare))
        .flat_map(|node| find_in(tree, node))
        .collect()
}

fn find_in(tree: &Tree, node: NodeId) -> Vec<Found<'_>> {
    let content = tree.content_span(node).text(tree.text());
    let atoms = scan(content);
    let slots = slots(tree, node, content, &atoms);
    let named = atoms
        .iter()
        .filter_map(|atom| named(tree, node, content, atom, &slots));
    let bare = slots
        .iter()
        .filter_map(|slot| bare(tree, node, content, slot, &atoms));
    let mut found: Vec<Found> = named.chain(bare).collect();
    found.sort_by_key(|one| one.location.span);
    found
}

fn named<'t>(
    tree: &'t Tree,
    node: NodeId,
    content: &'t str,
    atom: &Atom<'t>,
    slots: &[Slot],
) -> Option<Found<'t>> {
    let stand_in = atom.stand_in?;
    let name = Some(snake_case(stand_in.name)).filter(|name| !name.is_empty())?;
    let slot = slots
        .iter()
        .find(|slot| slot.range == atom.range && !slot.is_loose);
    Some(Found {
        location: use_at(tree, node, content, &atom.range),
        written: content.get(atom.range.clone())?,
        place: slot.map(|slot| slot.place),
        form: Form::Named {
            name,
            dialect: stand_in.dialect.name,
        },
    })
}

fn bare<'t>(
    tree: &'t Tree,
    node: NodeId,
    content: &'t str,
    slot: &Slot,
    atoms: &[Atom],
) -> Option<Found<'t>> {
    let next = atoms.partition_point(|atom| atom.range.end <= slot.range.start);
    let holds_atom = atoms
        .get(next)
        .is_some_and(|atom| atom.range.start < slot.range.end);
    let written = content.get(slot.range.clone()).filter(|_| !holds_atom)?;
    let word = bare_word::read(slot.place, written)?;
    Some(Found {
        location: use_at(tree, node, content, &slot.range),
        written,
        place: Some(slot.place),
        form: Form::Bare {
            place: slot.place,
            word,
        },
    })
}

fn use_at(tree: &Tree, node: NodeId, content: &str, range: &Range<usize>) -> Use {
    let start = tree.content_span(node).start;
    let is_whole = *range == (0..content.len());
    let member = tree.parent(node).and_then(|parent| tree.as_member(parent));
    let position = if member.is_some_and(|member| member.key == node) {
        UsePosition::Key
    } else if !is_whole {
        UsePosition::InString
    } else if tree.kind(node) == NodeKind::Bare {
        UsePosition::Bare
    } else {
        UsePosition::WholeString
    };
    Use {
        span: Span::new(start + range.start, start + range.end),
        node,
        position,
    }
}
