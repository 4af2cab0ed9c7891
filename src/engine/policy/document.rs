//! The policy as a whole.

use super::element::{DocumentElement, Element, look_up};
use super::key_test::KeyTest;
use super::statement::{Listed, Statement};
use crate::engine::syntax::{Member, NodeId, NodeKind, Tree};

/// A policy document, read from any tree; what is not there or has another shape is simply absent.
#[derive(Clone, Debug)]
pub struct Policy<'t> {
    tree: &'t Tree,
    elements: [Option<Member>; DocumentElement::ALL.len()],
    statements: Vec<Statement<'t>>,
    listed: Vec<Listed<'t>>,
    tests: Vec<KeyTest<'t>>,
}

impl<'t> Policy<'t> {
    /// Reads the document once; of several members with one name, the last counts.
    ///
    /// A name in the wrong case, such as `statement`, is read where the right one is missing.
    pub fn new(tree: &'t Tree) -> Self {
        let elements = look_up(
            tree,
            tree.root(),
            DocumentElement::ALL.map(DocumentElement::name),
        );
        let mut policy = Self {
            tree,
            elements,
            statements: Vec::new(),
            listed: Vec::new(),
            tests: Vec::new(),
        };
        policy.read_statements();
        policy.tests = policy.read_tests();
        policy
    }

    /// The tree it was read from.
    pub fn tree(&self) -> &'t Tree {
        self.tree
    }

    /// The document, where it is an object.
    pub fn object(&self) -> Option<NodeId> {
        self.tree
            .root()
            .filter(|root| self.tree.kind(*root) == NodeKind::Object)
    }

    /// The member that holds the element, if the document has it.
    pub fn element(&self, element: DocumentElement) -> Option<Member> {
        self.elements.get(element as usize).copied().flatten()
    }

    /// The member `Version`.
    pub fn version(&self) -> Option<Member> {
        self.element(DocumentElement::Version)
    }

    /// The statements in the order of the text, written as one object or as a list; what is no object is left out.
    pub fn statements(&self) -> &[Statement<'t>] {
        &self.statements
    }

    /// The entries of `Action`, `NotAction`, `Resource` or `NotResource`, in the order of the text; none for other elements.
    pub fn listed(&self, statement: &Statement, element: Element) -> &[Listed<'t>] {
        let range = statement.listed(element);
        self.listed.get(range).unwrap_or_default()
    }

    /// The tests of all conditions, in the order of the statements and of the text within each.
    pub fn tests(&self) -> &[KeyTest<'t>] {
        &self.tests
    }

    fn read_tests(&self) -> Vec<KeyTest<'t>> {
        let statements = self.statements.iter();
        statements
            .flat_map(|statement| KeyTest::of_statement(self.tree, *statement))
            .collect()
    }

    fn read_statements(&mut self) {
        let tree = self.tree;
        let statement = self.element(DocumentElement::Statement);
        let value = statement.into_iter().map(|member| member.value);
        let nodes = value.flat_map(|value| std::iter::once(value).chain(tree.elements(value)));
        for node in nodes.filter(|node| tree.kind(*node) == NodeKind::Object) {
            let statement = Statement::new(tree, node, &mut self.listed);
            self.statements.push(statement);
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::engine::syntax::parse;

    fn effects(text: &str) -> Vec<String> {
        let tree = parse(text);
        let policy = Policy::new(&tree);
        policy
            .statements()
            .iter()
            .filter_map(|one| one.text(Element::Effect))
            .map(|text| text.into_owned())
            .collect()
    }

    #[test]
    fn a_statement_may_stand_alone_or_in_a_list() {
        assert_eq!(effects(r#"{"Statement": {"Effect": "a"}}"#), ["a"]);
        assert_eq!(
            effects(r#"{"Statement": [{"Effect": "a"}, 1, {"Effect": "b"}]}"#),
            ["a", "b"]
        );
    }

    #[test]
    fn what_is_not_there_or_has_another_shape_is_absent() {
        for text in [
            "",
            "[]",
            "1",
            "{}",
            r#"{"Statement": "x"}"#,
            r#"{"Statements": {"Effect": "a"}}"#,
        ] {
            assert!(effects(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn entries_stand_alone_or_in_a_list_and_only_strings_count() {
        let tree =
            parse(r#"{"Statement": {"Action": ["a", 1, "b"], "Resource": "c", "Principal": {}}}"#);
        let policy = Policy::new(&tree);
        let statement = policy.statements().first().unwrap();
        let texts = |element| {
            statement
                .entries(element)
                .map(|entry| entry.text.into_owned())
                .collect::<Vec<_>>()
        };
        assert_eq!(texts(Element::Action), ["a", "b"]);
        assert_eq!(texts(Element::Resource), ["c"]);
        assert!(texts(Element::Principal).is_empty() && texts(Element::NotAction).is_empty());
    }

    #[test]
    fn names_in_the_wrong_case_are_read_where_the_right_one_is_missing() {
        assert_eq!(effects(r#"{"statement": {"effect": "a"}}"#), ["a"]);
        assert_eq!(
            effects(r#"{"Statement": {"Effect": "a", "effect": "b", "EFFECT": "c"}}"#),
            ["a"]
        );
        assert_eq!(
            effects(r#"{"Statement": {"effect": "b", "Effect": "a"}}"#),
            ["a"]
        );
    }

    #[test]
    fn of_two_elements_with_one_name_the_last_counts() {
        assert_eq!(
            effects(r#"{"Statement": {"Effect": "a", "Effect": "b"}}"#),
            ["b"]
        );
    }
}
