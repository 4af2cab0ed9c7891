//! The names of the elements a policy is made of.

use crate::engine::syntax::{Member, NodeId, Tree};

/// An element of a statement.
///
/// Source: IAM User Guide, "Grammar of the IAM JSON policy language", 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Element {
    /// `Sid`, the statement's name.
    Sid,
    /// `Effect`, `Allow` or `Deny`.
    Effect,
    /// `Principal`, who is meant.
    Principal,
    /// `NotPrincipal`, everybody but those named.
    NotPrincipal,
    /// `Action`, what is done.
    Action,
    /// `NotAction`, everything but what is named.
    NotAction,
    /// `Resource`, what it is done to.
    Resource,
    /// `NotResource`, everything but what is named.
    NotResource,
    /// `Condition`, under which circumstances.
    Condition,
}

impl Element {
    /// The elements in the order of the grammar.
    pub const ALL: [Self; 9] = [
        Self::Sid,
        Self::Effect,
        Self::Principal,
        Self::NotPrincipal,
        Self::Action,
        Self::NotAction,
        Self::Resource,
        Self::NotResource,
        Self::Condition,
    ];

    /// The name as AWS writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sid => "Sid",
            Self::Effect => "Effect",
            Self::Principal => "Principal",
            Self::NotPrincipal => "NotPrincipal",
            Self::Action => "Action",
            Self::NotAction => "NotAction",
            Self::Resource => "Resource",
            Self::NotResource => "NotResource",
            Self::Condition => "Condition",
        }
    }

    /// The element of exactly this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|element| element.name() == name)
    }

    /// The element of this name in whatever case, which AWS would not take.
    pub fn from_name_in_any_case(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|element| element.name().eq_ignore_ascii_case(name))
    }
}

/// An element of the document, outside its statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentElement {
    /// `Version`, the version of the policy language.
    Version,
    /// `Id`, the document's name.
    Id,
    /// `Statement`, one statement or a list of them.
    Statement,
}

impl DocumentElement {
    /// The elements in the order of the grammar.
    pub const ALL: [Self; 3] = [Self::Version, Self::Id, Self::Statement];

    /// The name as AWS writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Version => "Version",
            Self::Id => "Id",
            Self::Statement => "Statement",
        }
    }

    /// The element of this name in whatever case, which AWS would not take.
    pub fn from_name_in_any_case(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|element| element.name().eq_ignore_ascii_case(name))
    }
}

/// The member of an object for each of the names; of several with one name, the last.
///
/// A name in the wrong case, such as `effect`, is taken where the right one is missing:
/// AWS would not know it, but what is meant can be read and checked.
pub(super) fn look_up<const COUNT: usize>(
    tree: &Tree,
    object: Option<NodeId>,
    names: [&'static str; COUNT],
) -> [Option<Member>; COUNT] {
    let mut found = [None; COUNT];
    for member in object.into_iter().flat_map(|object| tree.members(object)) {
        let name = tree.key_text(member);
        let mut places = names.iter().zip(&mut found);
        let Some((known, place)) = places.find(|(known, _)| known.eq_ignore_ascii_case(&name))
        else {
            continue;
        };
        if name == *known || place.is_none_or(|held| tree.key_text(held) != *known) {
            *place = Some(member);
        }
    }
    found
}
