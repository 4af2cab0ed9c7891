//! One statement of a policy.

use std::borrow::Cow;
use std::ops::Range;

use super::element::{Element, look_up};
use super::fingerprint::fingerprint;
use super::key_test::KeyTest;
use super::principal::{Principal, principals};
use super::wildcard::has_wildcard;
use crate::engine::syntax::{Member, NodeId, NodeKind, Tree};

/// A string that stands for an element, alone or in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'t> {
    /// The string's node.
    pub node: NodeId,
    /// Its value, escapes read.
    pub text: Cow<'t, str>,
}

/// An entry of `Action`, `NotAction`, `Resource` or `NotResource`, with what makes it quick to compare.
#[derive(Clone, Debug)]
pub struct Listed<'t> {
    /// The entry itself.
    pub entry: Entry<'t>,
    /// Its [`fingerprint`]: the same for texts that differ in the case of letters alone.
    pub fingerprint: u64,
    /// Whether it holds a `*` or `?`.
    pub is_pattern: bool,
}

impl<'t> Listed<'t> {
    fn new(entry: Entry<'t>) -> Self {
        Self {
            fingerprint: fingerprint(&entry.text),
            is_pattern: has_wildcard(&entry.text),
            entry,
        }
    }
}

/// The elements whose entries a policy keeps at hand.
pub(super) const LISTED: [Element; 4] = [
    Element::Action,
    Element::NotAction,
    Element::Resource,
    Element::NotResource,
];

/// A statement: an object, with its elements looked up once.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'t> {
    tree: &'t Tree,
    /// The object.
    pub node: NodeId,
    elements: [Option<Member>; Element::ALL.len()],
    /// Where the entries of the first of the [`LISTED`] elements begin among those of the policy, and where those of each end.
    listed: [u32; LISTED.len() + 1],
}

impl<'t> Statement<'t> {
    /// Looks up the elements of an object; of several members with one name, the last counts.
    ///
    /// A name in the wrong case, such as `effect`, is read where the right one is missing.
    ///
    /// The entries of the [`LISTED`] elements are added to those of the policy.
    pub(super) fn new(tree: &'t Tree, node: NodeId, listed: &mut Vec<Listed<'t>>) -> Self {
        let mut statement = Self {
            tree,
            node,
            elements: look_up(tree, Some(node), Element::ALL.map(Element::name)),
            listed: [narrow(listed.len()); LISTED.len() + 1],
        };
        for (number, element) in LISTED.into_iter().enumerate() {
            listed.extend(statement.entries(element).map(Listed::new));
            if let Some(end) = statement.listed.get_mut(number + 1) {
                *end = narrow(listed.len());
            }
        }
        statement
    }

    /// Where the element's entries stand among those of the policy; empty for an element that is not [`LISTED`].
    pub(super) fn listed(&self, element: Element) -> Range<usize> {
        let number = LISTED.iter().position(|listed| *listed == element);
        let border = |number: usize| self.listed.get(number).map_or(0, |at| *at as usize);
        number.map_or(0..0, |number| border(number)..border(number + 1))
    }

    /// The member that holds the element, if the statement has it.
    pub fn element(&self, element: Element) -> Option<Member> {
        self.elements.get(element as usize).copied().flatten()
    }

    /// Whether the statement has the element, whatever its value.
    pub fn has(&self, element: Element) -> bool {
        self.element(element).is_some()
    }

    /// The member of the first of the elements that the statement has.
    pub fn first_of(&self, elements: &[Element]) -> Option<Member> {
        elements.iter().find_map(|element| self.element(*element))
    }

    /// The element's value where it is one string.
    pub fn entry(&self, element: Element) -> Option<Entry<'t>> {
        let node = self.element(element)?.value;
        Some(Entry {
            node,
            text: self.tree.string(node)?,
        })
    }

    /// The text of the element's value where it is one string.
    pub fn text(&self, element: Element) -> Option<Cow<'t, str>> {
        self.entry(element).map(|entry| entry.text)
    }

    /// The strings of an element, in the order of the text; values of other types are left out.
    pub fn entries(&self, element: Element) -> impl Iterator<Item = Entry<'t>> + use<'t> {
        let value = self.element(element).map(|member| member.value);
        value
            .into_iter()
            .flat_map(|value| entries(self.tree, value))
    }

    /// The tests of `Condition`, in the order of the text.
    pub fn tests(&self) -> impl Iterator<Item = KeyTest<'t>> + use<'t> {
        KeyTest::of_statement(self.tree, *self)
    }

    /// The principals of `Principal`, in the order of the text; those of `NotPrincipal` are left out.
    pub fn principals(&self) -> Vec<Principal<'t>> {
        self.element(Element::Principal)
            .map(|member| principals(self.tree, member.value))
            .unwrap_or_default()
    }

    /// Whether `Effect` is exactly `Allow`.
    pub fn allows(&self) -> bool {
        self.text(Element::Effect)
            .is_some_and(|effect| effect == "Allow")
    }

    /// Whether `Effect` is exactly `Deny`.
    pub fn denies(&self) -> bool {
        self.text(Element::Effect)
            .is_some_and(|effect| effect == "Deny")
    }
}

/// A place in a text, which is always shorter than four gigabytes.
fn narrow(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

/// The strings of a value that may be one string or a list of them, in the order of the text.
pub fn entries(tree: &Tree, value: NodeId) -> impl Iterator<Item = Entry<'_>> {
    let alone = Some(value).filter(|value| tree.kind(*value) == NodeKind::String);
    let nodes = alone.into_iter().chain(tree.elements(value));
    nodes.filter_map(|node| {
        Some(Entry {
            node,
            text: tree.string(node)?,
        })
    })
}
