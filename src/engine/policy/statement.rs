//! One statement of a policy.

use std::borrow::Cow;

use super::element::{Element, look_up};
use super::key_test::KeyTest;
use super::principal::{Principal, principals};
use crate::engine::syntax::{Member, NodeId, NodeKind, Tree};

/// A string that stands for an element, alone or in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'t> {
    /// The string's node.
    pub node: NodeId,
    /// Its value, escapes read.
    pub text: Cow<'t, str>,
}

/// A statement: an object, with its elements looked up once.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'t> {
    tree: &'t Tree,
    /// The object.
    pub node: NodeId,
    elements: [Option<Member>; Element::ALL.len()],
}

impl<'t> Statement<'t> {
    /// Looks up the elements of an object; of several members with one name, the last counts.
    ///
    /// A name in the wrong case, such as `effect`, is read where the right one is missing.
    pub(super) fn new(tree: &'t Tree, node: NodeId) -> Self {
        let elements = look_up(tree, Some(node), Element::ALL.map(Element::name));
        Self {
            tree,
            node,
            elements,
        }
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
