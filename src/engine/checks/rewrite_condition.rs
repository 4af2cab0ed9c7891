//! Edits of a statement's `Condition`: put a test in, take one out.

use super::rewrite::{Place, delete_member, insert_member};
use crate::engine::policy::{Element, KeyTest, Statement};
use crate::engine::syntax::{Member, NodeId, NodeKind, Tree};
use crate::engine::text::Edit;

/// A test to be put in: operator, condition key, and the value as JSON.
pub(super) type NewTest<'n> = (&'n str, &'n str, &'n str);

/// Puts tests into the statement's `Condition`, beside those it has; tests with one operator stand together.
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
        let span = tree.span(condition.value);
        return Some(vec![Edit::replace(span, whole(tests))]);
    }
    let mut edits = Vec::new();
    for together in by_operator(tests) {
        edits.extend(add_block(tree, condition.value, together)?);
    }
    Some(edits)
}

fn by_operator<'t, 'n>(tests: &'t [NewTest<'n>]) -> impl Iterator<Item = &'t [NewTest<'n>]> {
    tests.chunk_by(|(operator, ..), (next, ..)| operator == next)
}

/// Puts tests with one operator into a condition that has tests already.
fn add_block(tree: &Tree, condition: NodeId, tests: &[NewTest]) -> Option<Vec<Edit>> {
    let (operator, ..) = tests.first()?;
    let Some(block) = tree.member(condition, operator) else {
        let last = Place::Last(condition);
        return Some(vec![insert_member(tree, last, operator, &block_of(tests))]);
    };
    let is_there = |key: &str| {
        tree.members(block.value)
            .any(|member| tree.key_text(member).eq_ignore_ascii_case(key))
    };
    let takes_all = tree.kind(block.value) == NodeKind::Object
        && !tests.iter().any(|(_, key, _)| is_there(key));
    let last = Place::Last(block.value);
    let put_in = |(_, key, value): &NewTest| insert_member(tree, last, key, value);
    takes_all.then(|| tests.iter().map(put_in).collect())
}

/// The keys and values under one operator.
fn block_of(tests: &[NewTest]) -> String {
    let members: Vec<String> = tests
        .iter()
        .map(|(_, key, value)| format!("\"{key}\": {value}"))
        .collect();
    format!("{{{}}}", members.join(", "))
}

/// A condition of these tests alone.
fn whole(tests: &[NewTest]) -> String {
    let block = |together: &[NewTest]| {
        let (operator, ..) = together.first()?;
        Some(format!("\"{operator}\": {}", block_of(together)))
    };
    let blocks: Vec<String> = by_operator(tests).filter_map(block).collect();
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
    let mut edits = add_block(tree, condition.value, &[(operator, &test.key, value)])?;
    edits.push(remove_test(tree, test));
    Some(edits)
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
            ("ArnLike", "aws:PrincipalArn", "\"b\""),
        ];
        for (before, after) in [
            (
                r#"{"Effect": "Allow"}"#,
                Some(
                    r#"{"Effect": "Allow", "Condition": {"StringEquals": {"aws:SourceAccount": "1"}, "ArnLike": {"aws:SourceArn": "a", "aws:PrincipalArn": "b"}}}"#,
                ),
            ),
            (
                r#"{"Condition": {}}"#,
                Some(
                    r#"{"Condition": {"StringEquals": {"aws:SourceAccount": "1"}, "ArnLike": {"aws:SourceArn": "a", "aws:PrincipalArn": "b"}}}"#,
                ),
            ),
            (
                r#"{"Condition": {"StringEquals": {"k": "v"}}}"#,
                Some(
                    r#"{"Condition": {"StringEquals": {"k": "v", "aws:SourceAccount": "1"}, "ArnLike": {"aws:SourceArn": "a", "aws:PrincipalArn": "b"}}}"#,
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
