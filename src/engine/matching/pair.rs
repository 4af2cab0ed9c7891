//! The statements of two policies beside each other.

use super::binding::StandIns;
use super::own_lines::{OwnString, own_strings};
use super::words::condition_list;
use crate::engine::meaning::{
    Condition, Counterparts, Entry, Grant, Names, Permissions, counterparts, stated,
};
use crate::engine::policy::Policy;
use crate::engine::syntax::{Style, Tree, format, parse};

/// A statement of mine beside its counterpart in theirs; one of them may be missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Mine, laid out; `None` where only theirs has such a statement.
    pub mine: Option<Beside>,
    /// Theirs, laid out.
    pub theirs: Option<Beside>,
    /// Whether both say the same but for spelling and their `Sid`.
    pub is_same: bool,
    /// What their elements do not share; empty where they say the same or one is missing.
    pub changes: Vec<Change>,
}

/// A statement, to be shown beside another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Its place among the statements of its policy, from 0.
    pub statement: usize,
    /// The statement, laid out, without a line break at its end.
    pub text: String,
    pub(super) own: Vec<OwnString>,
}

/// What the same element of two statements does not share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// `Principal`, `Action`, `Resource` or `Condition`.
    pub element: &'static str,
    /// The entries that only mine has, as they stand; of `Condition`, in words.
    pub only_mine: Vec<String>,
    /// The entries that only theirs has.
    pub only_theirs: Vec<String>,
}

/// Mine in order, then those of theirs that have no counterpart.
pub(super) fn pairs(mine: &Tree, theirs: &Tree, stand_ins: &StandIns) -> Vec<Pair> {
    let (own, other) = (Permissions::read(mine), Permissions::read(theirs));
    let (own_grants, other_grants) = (stated(&own), stated(&other));
    let texts = |tree| statement_texts(tree, stand_ins);
    let (own_texts, other_texts) = (texts(mine), texts(theirs));
    let pairs = counterparts(&own, &other).into_iter().map(|pair| {
        let Counterparts {
            one,
            other,
            is_same,
        } = pair;
        let grants = grant(&own_grants, one).zip(grant(&other_grants, other));
        let differing = grants.filter(|_| !is_same);
        let own = |(one, other)| own_strings(one, other, stand_ins);
        let of_mine = differing.map(own).unwrap_or_default();
        let swapped = differing.map(|(one, other)| (other, one));
        let of_theirs = swapped.map(own).unwrap_or_default();
        let changes = differing.map(|(one, other)| changes(one, other, stand_ins));
        Pair {
            mine: one.and_then(|at| beside(&own_texts, at, of_mine)),
            theirs: other.and_then(|at| beside(&other_texts, at, of_theirs)),
            is_same,
            changes: changes.unwrap_or_default(),
        }
    });
    pairs.collect()
}

fn grant(grants: &[Grant], place: Option<usize>) -> Option<&Grant> {
    grants
        .iter()
        .find(|grant| Some(grant.statements.as_slice()) == place.as_ref().map(std::slice::from_ref))
}

fn beside(texts: &[String], statement: usize, own: Vec<OwnString>) -> Option<Beside> {
    let text = texts.get(statement)?.clone();
    Some(Beside {
        statement,
        text,
        own,
    })
}

/// Every statement by itself, laid out.
fn statement_texts(tree: &Tree, stand_ins: &StandIns) -> Vec<String> {
    let policy = Policy::new(tree);
    let statements = policy.statements().iter();
    let texts = statements.map(|statement| {
        let raw = tree.raw(statement.node);
        let text = format(&parse(raw), Style::Indented(4));
        stand_ins.put_back(text.as_deref().unwrap_or(raw))
    });
    texts.collect()
}

fn changes(mine: &Grant, theirs: &Grant, stand_ins: &StandIns) -> Vec<Change> {
    let elements = [
        ("Principal", &mine.principals, &theirs.principals),
        ("Action", &mine.actions, &theirs.actions),
        ("Resource", &mine.resources, &theirs.resources),
    ];
    let named = elements.into_iter().map(|(element, mine, theirs)| Change {
        element,
        only_mine: beyond(mine, theirs),
        only_theirs: beyond(theirs, mine),
    });
    let conditions = Change {
        element: "Condition",
        only_mine: condition_list(tests_beyond(&mine.conditions, &theirs.conditions)),
        only_theirs: condition_list(tests_beyond(&theirs.conditions, &mine.conditions)),
    };
    let put_back = |entries: Vec<String>| -> Vec<String> {
        entries
            .iter()
            .map(|entry| stand_ins.put_back(entry))
            .collect()
    };
    let changes = named.chain([conditions]).map(|change| Change {
        only_mine: put_back(change.only_mine),
        only_theirs: put_back(change.only_theirs),
        ..change
    });
    changes
        .filter(|change| !(change.only_mine.is_empty() && change.only_theirs.is_empty()))
        .collect()
}

/// The entries of one element that the other one does not have, as they are to be read.
fn beyond(one: &Option<Names>, other: &Option<Names>) -> Vec<String> {
    let is_exception = one.as_ref().is_some_and(|one| one.except);
    let but = if is_exception { "everything but " } else { "" };
    entries_beyond(one, other)
        .map(|entry| format!("{but}{}", entry.written))
        .collect()
}

/// The entries of one element that the other one does not have; all where only one of them is a list of exceptions.
pub(super) fn entries_beyond<'n>(
    one: &'n Option<Names>,
    other: &'n Option<Names>,
) -> impl Iterator<Item = &'n Entry> {
    let one = one.iter();
    one.flat_map(move |one| {
        let comparable = other.as_ref().filter(|other| other.except == one.except);
        let is_shared = move |normal: &str| {
            let mut entries = comparable.iter().flat_map(|other| &other.entries);
            entries.any(|entry| entry.normal == normal)
        };
        let entries = one.entries.iter();
        entries.filter(move |entry| !is_shared(&entry.normal))
    })
}

/// The tests of one condition that the other one does not have.
pub(super) fn tests_beyond<'c>(
    one: &'c [Condition],
    other: &'c [Condition],
) -> impl Iterator<Item = &'c Condition> {
    let is_new = |test: &&Condition| !other.iter().any(|other| other.is_same_as(test));
    one.iter().filter(is_new)
}
