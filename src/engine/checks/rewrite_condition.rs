//! Edits of a statement's `Condition`: put a test in, take one out.

use super::rewrite::{Place, delete_member, insert_member};
use crate::engine::policy::{Element, KeyTest, Statement};
use crate::engine::syntax::{Member, NodeId, NodeKind, Tree};
use crate::engine::text::Edit;

/// A test to be put in: operator, condition key, and the value as JSON.
pub(super) type NewTest<'n> = (&'n str, &'n str, &'n str);

/// Puts tests into the statement's `Condition`, beside those it has; their operators differ from each other.
///
/// `None` where a key is tested with its operator already, or where the condition is no object.
pub(super) fn add_tests(
    tree: &Tree,
    statement: &Statement,
    tests: &[NewTest],
) -> Option<Vec<Edit>> {
    let Some(condition) = statement.element(Element::Condition) else {
        let last = Place::Last(statement.node);
        return Some(vec![insert_member(tree, last, "Condition", &whole(tests))]);
    };
    if tree.kind(condition.value) != NodeKind::Object {
        return None;
    }
    if tree.members(condition.value).next().is_none() {
        return Some(vec![Edit::replace(
            tree.span(condition.value),
            whole(tests),
        )]);
    }
    let edit = |test: &NewTest| add_test(tree, condition.value, *test);
    tests.iter().map(edit).collect()
}

fn add_test(tree: &Tree, condition: NodeId, (operator, key, value): NewTest) -> Option<Edit> {
    let Some(block) = tree.member(condition, operator) else {
        let block = format!("{{\"{key}\": {value}}}");
        return Some(insert_member(
            tree,
            Place::Last(condition),
            operator,
            &block,
        ));
    };
    let is_there = tree
        .members(block.value)
        .any(|member| tree.key_text(member).eq_ignore_ascii_case(key));
    let takes_one = tree.kind(block.value) == NodeKind::Object && !is_there;
    takes_one.then(|| insert_member(tree, Place::Last(block.value), key, value))
}

/// A condition of these tests alone.
fn whole(tests: &[NewTest]) -> String {
    let blocks: Vec<String> = tests
        .iter()
        .map(|(operator, key, value)| format!("\"{operator}\": {{\"{key}\": {value}}}"))
        .collect();
    format!("{{{}}}", blocks.join(", "))
}

/// Takes a test out, and with it the operator and the condition that it would leave empty.
pub(super) fn remove_test(tree: &Tree, test: &KeyTest) -> Edit {
    let is_alone = |object: Member| tree.members(object.value).nth(1).is_none();
    let condition = test.statement.element(Element::Condition);
    let removed = match condition {
        _ if !is_alone(test.nodes.operator) => test.nodes.key,
        Some(condition) if is_alone(condition) => condition,
        _ => test.nodes.operator,
    };
    delete_member(tree, removed)
}

/// Puts a test under another operator.
///
/// `None` where the key is tested with that operator already.
pub(super) fn move_test(tree: &Tree, test: &KeyTest, operator: &str) -> Option<Vec<Edit>> {
    let condition = test.statement.element(Element::Condition)?;
    let is_alone = tree.members(test.nodes.operator.value).nth(1).is_none();
    if is_alone && tree.member(condition.value, operator).is_none() {
        let name = tree.content_span(test.nodes.operator.key);
        return Some(vec![Edit::replace(name, operator)]);
    }
    let value = tree.raw(test.nodes.key.value);
    let put_in = add_test(tree, condition.value, (operator, &test.key, value))?;
    Some(vec![remove_test(tree, test), put_in])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::engine::policy::Policy;
    use crate::engine::syntax::parse;
    use crate::engine::text::Edits;

    fn changed(
        statement: &str,
        change: impl Fn(&Tree, &Statement) -> Option<Vec<Edit>>,
    ) -> Option<String> {
        let tree = parse(&format!(r#"{{"Statement": {statement}}}"#));
        let policy = Policy::new(&tree);
        let edits = Edits::new(change(&tree, policy.statements().first().unwrap())?)?;
        let text = edits.apply(tree.text())?;
        let statement = text.strip_prefix(r#"{"Statement": "#)?;
        Some(statement.strip_suffix('}')?.to_owned())
    }

    #[test]
    fn puts_tests_beside_those_that_are_there() {
        let tests = [
            ("StringEquals", "aws:SourceAccount", "\"1\""),
            ("ArnLike", "aws:SourceArn", "\"a\""),
        ];
        for (before, after) in [
            (
                r#"{"Effect": "Allow"}"#,
                Some(
                    r#"{"Effect": "Allow", "Condition": {"StringEquals": {"aws:SourceAccount": "1"}, "ArnLike": {"aws:SourceArn": "a"}}}"#,
                ),
            ),
            (
                r#"{"Condition": {}}"#,
                Some(
                    r#"{"Condition": {"StringEquals": {"aws:SourceAccount": "1"}, "ArnLike": {"aws:SourceArn": "a"}}}"#,
                ),
            ),
            (
                r#"{"Condition": {"StringEquals": {"k": "v"}}}"#,
                Some(
                    r#"{"Condition": {"StringEquals": {"k": "v", "aws:SourceAccount": "1"}, "ArnLike": {"aws:SourceArn": "a"}}}"#,
                ),
            ),
            (
                r#"{"Condition": {"ArnLike": {"AWS:sourcearn": "v"}}}"#,
                None,
            ),
            (r#"{"Condition": "x"}"#, None),
        ] {
            let found = changed(before, |tree, statement| add_tests(tree, statement, &tests));
            assert_eq!(found.as_deref(), after, "{before}");
        }
    }

    #[test]
    fn takes_out_what_would_be_left_empty() {
        for (before, after) in [
            (
                r#"{"Effect": "Allow", "Condition": {"Bool": {"k": "v"}}}"#,
                r#"{"Effect": "Allow"}"#,
            ),
            (
                r#"{"Condition": {"Bool": {"k": "v"}, "Null": {"k": "v"}}}"#,
                r#"{"Condition": {"Null": {"k": "v"}}}"#,
            ),
            (
                r#"{"Condition": {"Bool": {"k": "v", "l": "v"}}}"#,
                r#"{"Condition": {"Bool": {"l": "v"}}}"#,
            ),
        ] {
            let found = changed(before, |tree, statement| {
                Some(vec![remove_test(tree, &statement.tests().next()?)])
            });
            assert_eq!(found.as_deref(), Some(after), "{before}");
        }
    }

    #[test]
    fn puts_a_test_under_another_operator() {
        for (before, after) in [
            (
                r#"{"Condition": {"ForAnyValue:StringEquals": {"k": "v"}}}"#,
                Some(r#"{"Condition": {"StringEquals": {"k": "v"}}}"#),
            ),
            (
                r#"{"Condition": {"ForAnyValue:StringEquals": {"k": "v"}, "StringEquals": {"l": "v"}}}"#,
                Some(r#"{"Condition": {"StringEquals": {"l": "v", "k": "v"}}}"#),
            ),
            (
                r#"{"Condition": {"ForAnyValue:StringEquals": {"k": "v"}, "StringEquals": {"k": "v"}}}"#,
                None,
            ),
        ] {
            let found = changed(before, |tree, statement| {
                move_test(tree, &statement.tests().next()?, "StringEquals")
            });
            assert_eq!(found.as_deref(), after, "{before}");
        }
    }
}
