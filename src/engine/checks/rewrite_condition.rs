//! Edits that put several tests into a statement's `Condition` at once.

use super::rewrite::{Place, insert_member};
use crate::engine::policy::{Element, Statement};
use crate::engine::syntax::{NodeId, NodeKind, Tree};
use crate::engine::text::Edit;

/// A test to be put in: operator, condition key, and the value as JSON.
pub(super) type NewTest<'n> = (&'n str, &'n str, &'n str);

/// Puts tests into the statement's `Condition`, beside those it has; tests with one operator stand together.
///
/// `None` where a key is tested with its operator already, where the condition is no object,
/// or where an object is so large that looking through it for every finding would take long.
pub(super) fn add_tests(
    tree: &Tree,
    statement: &Statement,
    tests: &[NewTest],
) -> Option<Vec<Edit>> {
    if !is_small(tree, statement.node) {
        return None;
    }
    let Some(condition) = statement.element(Element::Condition) else {
        let last = Place::Last(statement.node);
        return Some(vec![insert_member(tree, last, "Condition", &whole(tests))]);
    };
    if tree.kind(condition.value) != NodeKind::Object || !is_small(tree, condition.value) {
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

const MOST_MEMBERS: usize = 100;

fn is_small(tree: &Tree, object: NodeId) -> bool {
    tree.members(object).nth(MOST_MEMBERS).is_none()
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
        && is_small(tree, block.value)
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
}
