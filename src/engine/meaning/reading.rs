//! Reads a tree as the statements of a policy.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::shape::{Shape, text};
use super::statement::{Condition, Effect, Entry, Names, Statement};
use super::term::{Operator, Term};
use crate::engine::policy::{DocumentElement, Element, condition_tests};
use crate::engine::syntax::{Member, NodeId, NodeKind, Tree};
use crate::engine::text::Span;

/// What a policy says, in a form in which two policies can be compared.
#[derive(Clone, Debug, Default)]
pub struct Permissions {
    /// In the order of the text.
    pub(super) statements: Vec<Rc<Statement>>,
    /// Where they stand in the text.
    pub(super) spans: Vec<Span>,
    /// What `${…}` means in them.
    pub(super) language: Language,
    /// What is no part of a policy, by its name.
    pub(super) others: Vec<(String, Shape)>,
}

impl Permissions {
    /// Reads any tree, also one with errors of syntax.
    pub fn read(tree: &Tree) -> Self {
        Self::read_around(tree, &[])
    }

    /// Reads a tree in which [`KNOWN`] stands in the places of statements that have been read already.
    pub(super) fn read_around(tree: &Tree, known: &[Rc<Statement>]) -> Self {
        let mut permissions = Self::default();
        let Some(root) = tree.root() else {
            return permissions;
        };
        if tree.kind(root) != NodeKind::Object {
            permissions.push_other(tree, "", root);
        }
        let mut seen = BTreeSet::new();
        let mut elements = Vec::new();
        for member in tree.members(root) {
            let name = tree.key_text(member);
            match DocumentElement::from_name_in_any_case(&name).filter(|one| seen.insert(*one)) {
                Some(element) => elements.push((element, member.value)),
                None => permissions.push_other(tree, &name, member.value),
            }
        }
        let value = |wanted| elements.iter().find(|(element, _)| *element == wanted);
        let version = value(DocumentElement::Version).map(|(_, value)| *value);
        let language = permissions.read_language(tree, version);
        permissions.language = language;
        if let Some((_, statements)) = value(DocumentElement::Statement) {
            permissions.read_statements(tree, *statements, known);
        }
        permissions
    }

    fn push_other(&mut self, tree: &Tree, name: &str, value: NodeId) {
        self.others.push((name.to_owned(), Shape::new(tree, value)));
    }

    /// The language of a version; without one it is that of 2008.
    ///
    /// Source: IAM User Guide, "IAM JSON policy elements: Version", 2025.
    fn read_language(&mut self, tree: &Tree, version: Option<NodeId>) -> Language {
        let Some(value) = version else {
            return Language::WithoutVariables;
        };
        match text(tree, value).as_deref() {
            Some("2012-10-17") => Language::WithVariables,
            Some("2008-10-17") => Language::WithoutVariables,
            _ => {
                self.push_other(tree, "Version", value);
                Language::WithVariables
            }
        }
    }

    fn push_statement(&mut self, span: Span, statement: Rc<Statement>) {
        self.statements.push(statement);
        self.spans.push(span);
    }

    fn read_statements(&mut self, tree: &Tree, value: NodeId, known: &[Rc<Statement>]) {
        let language = self.language;
        let mut known = known.iter();
        let list = if tree.kind(value) == NodeKind::Array {
            tree.elements(value).collect()
        } else {
            vec![value]
        };
        for node in list {
            let is_known = tree.raw(node) == KNOWN;
            if tree.kind(node) == NodeKind::Object {
                let statement = StatementReader { tree, language }.read(node);
                self.push_statement(tree.span(node), Rc::new(statement));
            } else if let Some(statement) = is_known.then(|| known.next()).flatten() {
                self.push_statement(tree.span(node), statement.clone());
            } else {
                self.push_other(tree, "", node);
            }
        }
    }
}

/// What stands for a statement that has been read already.
pub(super) const KNOWN: &str = "0";

/// What `${…}` means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Language {
    #[default]
    WithVariables,
    WithoutVariables,
}

impl Language {
    /// The text as the language with policy variables writes it.
    fn normal(self, text: &str) -> String {
        match self {
            Self::WithVariables => text.to_owned(),
            Self::WithoutVariables => text.replace("${", "${$}{"),
        }
    }
}

struct StatementReader<'t> {
    tree: &'t Tree,
    language: Language,
}

impl StatementReader<'_> {
    fn read(&self, object: NodeId) -> Statement {
        let mut statement = Statement::default();
        let mut seen = BTreeSet::new();
        for member in self.tree.members(object) {
            let name = self.tree.key_text(member);
            let element = Element::from_name_in_any_case(&name).filter(|one| seen.insert(*one));
            let is_read =
                element.is_some_and(|one| self.read_element(&mut statement, one, member.value));
            if !is_read {
                let unread = (name.into_owned(), Some(Shape::new(self.tree, member.value)));
                statement.unread.insert(unread);
            }
        }
        for (name, either) in REQUIRED {
            if !either.iter().any(|element| seen.contains(element)) {
                statement.unread.insert((name.to_owned(), None));
            }
        }
        statement
    }

    /// Takes the element into the statement; whether that was possible.
    fn read_element(&self, statement: &mut Statement, element: Element, value: NodeId) -> bool {
        let Statement {
            effect,
            actions,
            resources,
            principals,
            conditions,
            ..
        } = statement;
        match element {
            Element::Sid => text(self.tree, value).is_some(),
            Element::Effect => fill(effect, self.effect(value)),
            Element::Action => fill(actions, self.actions(false, value)),
            Element::NotAction => fill(actions, self.actions(true, value)),
            Element::Resource => fill(resources, self.resources(false, value)),
            Element::NotResource => fill(resources, self.resources(true, value)),
            Element::Principal => fill(principals, self.principals(false, value)),
            Element::NotPrincipal => fill(principals, self.principals(true, value)),
            Element::Condition => {
                let read = self.conditions(value);
                let is_read = read.is_some();
                *conditions = read.unwrap_or_default();
                is_read
            }
        }
    }

    fn effect(&self, value: NodeId) -> Option<Effect> {
        match text(self.tree, value)?.to_ascii_lowercase().as_str() {
            "allow" => Some(Effect::Allow),
            "deny" => Some(Effect::Deny),
            _ => None,
        }
    }

    fn actions(&self, except: bool, value: NodeId) -> Option<Names> {
        let entries = texts(self.tree, value)?.into_iter().map(|written| Entry {
            normal: written.to_ascii_lowercase(),
            written,
        });
        Some(Names {
            except,
            entries: entries.collect(),
        })
    }

    fn resources(&self, except: bool, value: NodeId) -> Option<Names> {
        let entries = texts(self.tree, value)?.into_iter().map(|written| Entry {
            normal: self.language.normal(&written),
            written,
        });
        Some(Names {
            except,
            entries: entries.collect(),
        })
    }

    fn principals(&self, except: bool, value: NodeId) -> Option<Names> {
        let mut entries = Vec::new();
        if let Some(alone) = text(self.tree, value) {
            entries.push(principal("AWS", alone));
        } else {
            for member in only_members(self.tree, value)? {
                let type_name = self.tree.key_text(member);
                let names = texts(self.tree, member.value)?;
                entries.extend(names.into_iter().map(|name| principal(&type_name, name)));
            }
        }
        Some(Names { except, entries })
    }

    fn conditions(&self, value: NodeId) -> Option<Vec<Condition>> {
        let is_readable = |operator: Member| self.tree.kind(operator.value) == NodeKind::Object;
        if !only_members(self.tree, value)?.all(is_readable) {
            return None;
        }
        let mut seen = BTreeSet::new();
        let mut conditions = Vec::new();
        for test in condition_tests(self.tree, value) {
            let operator = self.tree.key_text(test.operator).into_owned();
            let key = self.tree.key_text(test.key).into_owned();
            if !seen.insert((operator.to_ascii_lowercase(), key.to_ascii_lowercase())) {
                return None;
            }
            let values = scalars(self.tree, test.key.value, condition_value)?;
            conditions.push(self.condition(operator, key, values));
        }
        Some(conditions)
    }

    fn condition(&self, operator: String, key: String, values: Vec<String>) -> Condition {
        let term = Term {
            key: key.to_ascii_lowercase(),
            operator: Operator::read(&operator),
            values: values
                .iter()
                .map(|value| self.language.normal(value))
                .collect(),
        };
        Condition {
            operator,
            key,
            values,
            term: term.with_plain_values(),
        }
    }
}

/// The elements of which a statement has to have one, each with the name it is missed by.
///
/// A statement that names a principal may go without a resource: in a trust policy the role itself is meant.
const REQUIRED: [(&str, &[Element]); 3] = [
    ("Effect", &[Element::Effect]),
    ("Action", &[Element::Action, Element::NotAction]),
    (
        "Resource",
        &[
            Element::Resource,
            Element::NotResource,
            Element::Principal,
            Element::NotPrincipal,
        ],
    ),
];

/// Puts the value in its place, unless there is one already, as with both `Action` and `NotAction`.
fn fill<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let is_free = place.is_none() && value.is_some();
    if is_free {
        *place = value;
    }
    is_free
}

/// An account stands for itself, whether its ID is given or the ARN of its root.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal", 2025.
fn principal(type_name: &str, written: String) -> Entry {
    let fields: Vec<&str> = written.split(':').collect();
    let name = match fields.as_slice() {
        ["arn", _, "iam", "", account, "root"] if type_name == "AWS" => account,
        _ => written.as_str(),
    };
    Entry {
        normal: format!("{type_name}:{name}"),
        written,
    }
}

/// The strings of a value that is one string or a list of strings; `None` for any other value.
fn texts(tree: &Tree, value: NodeId) -> Option<Vec<String>> {
    scalars(tree, value, text)
}

fn scalars(
    tree: &Tree,
    value: NodeId,
    read: impl Fn(&Tree, NodeId) -> Option<String>,
) -> Option<Vec<String>> {
    if tree.kind(value) == NodeKind::Array {
        tree.elements(value).map(|node| read(tree, node)).collect()
    } else {
        Some(vec![read(tree, value)?])
    }
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

/// One statement, in the language with policy variables.
pub(super) fn read_statement(tree: &Tree, object: NodeId) -> Statement {
    let language = Language::WithVariables;
    StatementReader { tree, language }.read(object)
}

impl Permissions {
    /// The statements whose effect can be read.
    pub(super) fn readable(&self) -> Self {
        let readable = self
            .statements
            .iter()
            .filter(|statement| statement.effect.is_some());
        Self {
            statements: readable.cloned().collect(),
            ..Self::default()
        }
    }
}
