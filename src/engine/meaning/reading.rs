//! A policy with its spelling laid aside.

use std::collections::{BTreeMap, BTreeSet};

use super::shape::{Shape, text};
use crate::engine::policy::{DocumentElement, Element, condition_tests, has_variable};
use crate::engine::syntax::{Member, NodeId, NodeKind, Tree};

/// What a text says, in a form that is equal for two spellings of one policy.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// `None` where the version makes no difference.
    version: Option<Shape>,
    statements: BTreeSet<StatementReading>,
    /// What is no part of a policy, by its name.
    others: Vec<(String, Shape)>,
}

/// What a statement says, whatever its `Sid`.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct StatementReading {
    elements: BTreeMap<Element, Value>,
    others: Vec<(String, Shape)>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Text(String),
    Texts(BTreeSet<String>),
    /// Pairs of a principal's type and name.
    Principals(BTreeSet<(String, String)>),
    /// The values by operator and condition key.
    Tests(BTreeMap<(String, String), BTreeSet<String>>),
    /// A value of another type than the element takes.
    Other(Shape),
}

impl Reading {
    /// Reads any tree.
    pub(super) fn new(tree: &Tree) -> Self {
        let mut reading = Self {
            version: None,
            statements: BTreeSet::new(),
            others: Vec::new(),
        };
        let Some(root) = tree.root() else {
            return reading;
        };
        if tree.kind(root) != NodeKind::Object {
            reading.others.push((String::new(), Shape::new(tree, root)));
        }
        let mut seen = BTreeSet::new();
        for member in tree.members(root) {
            let name = tree.key_text(member);
            match DocumentElement::from_name_in_any_case(&name)
                .filter(|element| seen.insert(*element))
            {
                Some(DocumentElement::Id) => {}
                Some(DocumentElement::Version) => reading.version = version(tree, member.value),
                Some(DocumentElement::Statement) => reading.read_statements(tree, member.value),
                None => reading.others.push(other(tree, member)),
            }
        }
        reading
    }

    fn read_statements(&mut self, tree: &Tree, value: NodeId) {
        let list = if tree.kind(value) == NodeKind::Array {
            tree.elements(value).collect()
        } else {
            vec![value]
        };
        for node in list {
            if tree.kind(node) == NodeKind::Object {
                self.statements.insert(StatementReading::new(tree, node));
            } else {
                self.others.push((String::new(), Shape::new(tree, node)));
            }
        }
    }
}

/// The version, unless it is the default one or nothing depends on it.
fn version(tree: &Tree, value: NodeId) -> Option<Shape> {
    let text = tree.string(value).unwrap_or_default();
    let makes_no_difference =
        text == "2008-10-17" || text == "2012-10-17" && !has_variable(tree.text());
    (!makes_no_difference).then(|| Shape::new(tree, value))
}

fn other(tree: &Tree, member: Member) -> (String, Shape) {
    (
        tree.key_text(member).into_owned(),
        Shape::new(tree, member.value),
    )
}

impl StatementReading {
    /// Reads an object.
    pub(super) fn new(tree: &Tree, object: NodeId) -> Self {
        let mut statement = Self::default();
        for member in tree.members(object) {
            let element = Element::from_name_in_any_case(&tree.key_text(member));
            match element.filter(|element| !statement.elements.contains_key(element)) {
                Some(Element::Sid) => {}
                Some(element) => {
                    let value = read(tree, element, member.value);
                    let value =
                        value.unwrap_or_else(|| Value::Other(Shape::new(tree, member.value)));
                    statement.elements.insert(element, value);
                }
                None => statement.others.push(other(tree, member)),
            }
        }
        statement
    }
}

fn read(tree: &Tree, element: Element, value: NodeId) -> Option<Value> {
    Some(match element {
        Element::Sid | Element::Effect => Value::Text(text(tree, value)?.to_ascii_lowercase()),
        Element::Action | Element::NotAction => {
            Value::Texts(texts(tree, value, |text| text.to_ascii_lowercase())?)
        }
        Element::Resource | Element::NotResource => Value::Texts(texts(tree, value, |text| text)?),
        Element::Principal | Element::NotPrincipal => Value::Principals(principals(tree, value)?),
        Element::Condition => Value::Tests(tests(tree, value)?),
    })
}

/// The strings of a value that is one string or a list of strings; `None` for any other value.
fn texts(
    tree: &Tree,
    value: NodeId,
    spelled: impl Fn(String) -> String,
) -> Option<BTreeSet<String>> {
    scalars(tree, value, |node| text(tree, node).map(&spelled))
}

fn scalars(
    tree: &Tree,
    value: NodeId,
    read: impl Fn(NodeId) -> Option<String>,
) -> Option<BTreeSet<String>> {
    if tree.kind(value) == NodeKind::Array {
        tree.elements(value).map(read).collect()
    } else {
        [read(value)].into_iter().collect()
    }
}

fn principals(tree: &Tree, value: NodeId) -> Option<BTreeSet<(String, String)>> {
    if let Some(alone) = text(tree, value) {
        return Some(BTreeSet::from([("AWS".to_owned(), alone)]));
    }
    let mut found = BTreeSet::new();
    for member in only_members(tree, value)? {
        let type_name = tree.key_text(member).into_owned();
        let names = texts(tree, member.value, |text| text)?;
        found.extend(names.into_iter().map(|name| (type_name.clone(), name)));
    }
    Some(found)
}

fn tests(tree: &Tree, value: NodeId) -> Option<BTreeMap<(String, String), BTreeSet<String>>> {
    let is_readable = |operator: Member| tree.kind(operator.value) == NodeKind::Object;
    if !only_members(tree, value)?.all(is_readable) {
        return None;
    }
    let mut found = BTreeMap::new();
    for test in condition_tests(tree, value) {
        let key = tree.key_text(test.key).to_ascii_lowercase();
        let values = scalars(tree, test.key.value, |node| condition_value(tree, node))?;
        let before = found.insert((tree.key_text(test.operator).into_owned(), key), values);
        if before.is_some() {
            return None;
        }
    }
    Some(found)
}

/// The members of an object; `None` for any other value.
fn only_members(tree: &Tree, value: NodeId) -> Option<impl Iterator<Item = Member>> {
    (tree.kind(value) == NodeKind::Object).then(|| tree.members(value))
}

/// A condition value as text, whether it stands in quotes or not.
fn condition_value(tree: &Tree, node: NodeId) -> Option<String> {
    match tree.kind(node) {
        NodeKind::True | NodeKind::False => Some(tree.raw(node).to_ascii_lowercase()),
        NodeKind::Number => Some(tree.raw(node).to_owned()),
        _ => text(tree, node),
    }
}
