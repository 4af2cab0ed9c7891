//! A statement with its spelling laid aside, and as it was written.

use std::collections::BTreeSet;

use super::shape::Shape;
use super::term::Term;

/// What a statement does with the requests it matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// `Allow`
    Allow,
    /// `Deny`, which no `Allow` can undo.
    Deny,
}

/// The entries of an element: actions, resources or principals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Whether everything but the entries is meant, as in `NotAction`.
    pub except: bool,
    /// In the order of the text.
    pub entries: Vec<Entry>,
}

/// One entry of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Equal for two spellings of one thing.
    ///
    /// Actions are in lower case.
    /// Principals are `TYPE:NAME`, such as `AWS:111122223333` or `Service:ec2.amazonaws.com`.
    /// A policy variable is `${…}`, and a dollar sign before a brace that is none is `${$}`.
    pub normal: String,
    /// As it stands in the text, escapes read.
    pub written: String,
}

/// One test of a statement's condition, as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The operator with its qualifier and suffix.
    pub operator: String,
    /// The condition key.
    pub key: String,
    /// The values in the order of the text.
    pub values: Vec<String>,
    pub(super) term: Term,
}

impl Condition {
    /// Whether both are the same test but for spelling.
    pub fn is_same_as(&self, other: &Self) -> bool {
        self.term == other.term
    }
}

/// One statement; an element that it does not have puts no limit on the requests it matches.
#[derive(Clone, Debug, Default)]
pub(super) struct Statement {
    /// `None` where it cannot be read.
    pub(super) effect: Option<Effect>,
    pub(super) actions: Option<Names>,
    pub(super) resources: Option<Names>,
    pub(super) principals: Option<Names>,
    /// All of them have to be passed.
    pub(super) conditions: Vec<Condition>,
    /// What is no part of a statement, or has another type than it should, or is not there and should be.
    pub(super) unread: BTreeSet<Unread>,
}

/// Something in a statement that nobody can tell the meaning of: its name, and its value if there is one.
pub(super) type Unread = (String, Option<Shape>);

/// What an element's entries mean: whether everything but them, and which.
type NamesIdentity<'s> = (bool, BTreeSet<&'s str>);

/// What two statements have to share to mean the same by their text alone.
pub(super) type Identity<'s> = (
    Option<Effect>,
    [Option<NamesIdentity<'s>>; 3],
    BTreeSet<&'s Term>,
    &'s BTreeSet<Unread>,
);

impl Statement {
    pub(super) fn identity(&self) -> Identity<'_> {
        let elements = [&self.actions, &self.resources, &self.principals];
        (
            self.effect,
            elements.map(|names| names.as_ref().map(Names::identity)),
            self.terms().collect(),
            &self.unread,
        )
    }
}

impl Statement {
    pub(super) fn terms(&self) -> impl Iterator<Item = &Term> {
        self.conditions.iter().map(|condition| &condition.term)
    }
}

impl Names {
    pub(super) fn identity(&self) -> NamesIdentity<'_> {
        let normal = self.entries.iter().map(|entry| entry.normal.as_str());
        (self.except, normal.collect())
    }
}
