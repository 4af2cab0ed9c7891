//! One condition key under one operator, together with the statement it limits.

use std::borrow::Cow;

use super::condition::{ConditionOperator, ConditionTest, Qualifier, condition_tests};
use super::element::Element;
use super::operator::{KnownOperator, OperatorFamily, Relation};
use super::statement::{Entry, Statement, entries};
use crate::engine::syntax::{NodeId, NodeKind, Tree};

/// A test of a statement's condition, read once.
#[derive(Clone, Debug)]
pub struct KeyTest<'t> {
    tree: &'t Tree,
    /// The statement whose condition it is part of.
    pub statement: Statement<'t>,
    /// Where operator, key and values stand.
    pub nodes: ConditionTest,
    /// The operator; `None` where AWS has none of that name.
    pub operator: Option<&'static KnownOperator>,
    /// The set operator in front, if any.
    pub qualifier: Option<Qualifier>,
    /// Whether `IfExists` stands at the end of the operator.
    pub if_exists: bool,
    /// The condition key, escapes read, as it is written.
    pub key: Cow<'t, str>,
}

impl<'t> KeyTest<'t> {
    /// The tests of a statement, in the order of the text.
    pub(super) fn of_statement(
        tree: &'t Tree,
        statement: Statement<'t>,
    ) -> impl Iterator<Item = Self> + use<'t> {
        let condition = statement.element(Element::Condition);
        let tests = condition
            .into_iter()
            .flat_map(|condition| condition_tests(tree, condition.value));
        tests.map(move |nodes| Self::new(tree, statement, nodes))
    }

    fn new(tree: &'t Tree, statement: Statement<'t>, nodes: ConditionTest) -> Self {
        let written = tree.key_text(nodes.operator);
        let operator = ConditionOperator::new(&written);
        Self {
            tree,
            statement,
            nodes,
            operator: KnownOperator::from_name(operator.name),
            qualifier: operator.qualifier,
            if_exists: operator.if_exists,
            key: tree.key_text(nodes.key),
        }
    }

    /// Whether the key is this one; condition keys are compared without case.
    pub fn is_about(&self, key: &str) -> bool {
        self.key.eq_ignore_ascii_case(key)
    }

    /// Whether the key begins with this text, the case of letters aside.
    pub fn begins_with(&self, start: &str) -> bool {
        self.key
            .get(..start.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(start))
    }

    /// Whether some value is this word, the case of letters aside; `true` and `"true"` are the same.
    pub fn has_value(&self, word: &str) -> bool {
        self.values().any(|node| {
            let text = self.tree.string(node);
            let text = text.as_deref().unwrap_or_else(|| self.tree.raw(node));
            text.eq_ignore_ascii_case(word)
        })
    }

    /// Whether the operator is of this family.
    pub fn is_of(&self, family: OperatorFamily) -> bool {
        self.operator
            .is_some_and(|operator| operator.family == family)
    }

    /// Whether the operator compares in this way, negated or not.
    pub fn compares(&self, relation: Relation) -> bool {
        self.operator
            .is_some_and(|operator| operator.relation == relation)
    }

    /// Whether the operator is known and not negated.
    pub fn is_positive(&self) -> bool {
        self.operator.is_some_and(|operator| !operator.negated)
    }

    /// The name of the operator with its set operator and `IfExists`, as it is written.
    pub fn operator_text(&self) -> Cow<'t, str> {
        self.tree.key_text(self.nodes.operator)
    }

    /// The name of another operator with the set operator and `IfExists` of this test.
    pub fn operator_text_with(&self, operator: &KnownOperator) -> String {
        let qualifier = self.qualifier.map_or("", Qualifier::text);
        let if_exists = if self.if_exists { "IfExists" } else { "" };
        format!("{qualifier}{}{if_exists}", operator.name)
    }

    /// The values, alone or in a list, whatever their types, in the order of the text.
    pub fn values(&self) -> impl Iterator<Item = NodeId> + use<'t> {
        values_of(self.tree, self.nodes.key.value)
    }

    /// The values that are strings, in the order of the text.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'t>> + use<'t> {
        entries(self.tree, self.nodes.key.value)
    }

    /// The only value, where there is one and it is a string.
    pub fn only_entry(&self) -> Option<Entry<'t>> {
        let mut values = self.values();
        let first = values.next();
        let only = first.filter(|_| values.next().is_none())?;
        self.entries().next().filter(|entry| entry.node == only)
    }
}

/// The values of a condition key, alone or in a list, whatever their types, in the order of the text.
pub fn values_of(tree: &Tree, value: NodeId) -> impl Iterator<Item = NodeId> {
    let alone = Some(value).filter(|value| tree.kind(*value) != NodeKind::Array);
    alone.into_iter().chain(tree.elements(value))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::document::Policy;
    use super::*;
    use crate::engine::syntax::parse;

    #[test]
    fn reads_every_test_of_every_statement() {
        let tree = parse(
            r#"{"Statement": [{"Condition": {"ForAnyValue:StringLikeIfExists": {"aws:TagKeys": ["a", 1]}}},
                {"Condition": {"Bool": {"k": true}, "StringMatch": {"l": "*"}}}, {"Condition": []}]}"#,
        );
        let policy = Policy::new(&tree);
        let read: Vec<_> = policy
            .tests()
            .iter()
            .map(|test| {
                let values = (test.values().count(), test.entries().count());
                (
                    &*test.key,
                    test.operator.map(|one| one.name),
                    test.if_exists,
                    values,
                )
            })
            .collect();
        assert_eq!(
            read,
            [
                ("aws:TagKeys", Some("StringLike"), true, (2, 1)),
                ("k", Some("Bool"), false, (1, 0)),
                ("l", None, false, (1, 1)),
            ]
        );
    }

    #[test]
    fn keys_and_words_are_compared_without_case() {
        let tree = parse(
            r#"{"Statement": {"Condition": {"Bool": {"aws:PrincipalIsAWSService": [true, "False"]}}}}"#,
        );
        let policy = Policy::new(&tree);
        let test = policy.tests().first().unwrap();
        assert!(test.begins_with("AWS:principal") && !test.begins_with("aws:Source"));
        assert!(test.has_value("TRUE") && test.has_value("false") && !test.has_value("x"));
    }

    #[test]
    fn one_string_is_the_only_entry_alone_or_in_a_list() {
        for (value, only) in [
            (r#""*""#, Some("*")),
            (r#"["*"]"#, Some("*")),
            (r#"["*", 1]"#, None),
            (r#"[1, "*"]"#, None),
            ("[]", None),
            ("true", None),
        ] {
            let text =
                format!(r#"{{"Statement": {{"Condition": {{"StringLike": {{"k": {value}}}}}}}}}"#);
            let tree = parse(&text);
            let policy = Policy::new(&tree);
            let found = policy.tests().first().and_then(KeyTest::only_entry);
            assert_eq!(found.map(|entry| entry.text).as_deref(), only, "{value}");
        }
    }
}
