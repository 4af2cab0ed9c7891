//! Edits that put something new into a policy in its own layout: an entry, a test of a condition, a statement.

use super::rewrite::{Place, gap_before, insert_member};
use crate::engine::policy::{Element, Statement};
use crate::engine::syntax::{NodeId, NodeKind, Tree};
use crate::engine::text::Edit;

/// Adds an entry behind the others of a list, or makes a list of a single string; `None` for any other value.
///
/// `entry` has nothing in it that needs escaping.
pub(super) fn add_entry(tree: &Tree, value: NodeId, entry: &str) -> Option<Vec<Edit>> {
    add_entries(tree, value, &[entry])
}

/// [`add_entry`] for several, at least one.
pub(super) fn add_entries(
    tree: &Tree,
    value: NodeId,
    entries: &[impl AsRef<str>],
) -> Option<Vec<Edit>> {
    let span = tree.span(value);
    let quoted = entries
        .iter()
        .map(|entry| format!("\"{}\"", entry.as_ref()));
    let quoted: Vec<String> = quoted.collect();
    match tree.kind(value) {
        NodeKind::String => Some(vec![
            Edit::insert(span.start, "["),
            Edit::insert(span.end, format!(", {}]", quoted.join(", "))),
        ]),
        NodeKind::Array => Some(vec![match tree.elements(value).last() {
            Some(last) => {
                let gap = gap_before(tree, last);
                let added = quoted.iter().map(|entry| format!(",{gap}{entry}"));
                Edit::insert(tree.span(last).end, added.collect::<String>())
            }
            None => Edit::replace(span, format!("[{}]", quoted.join(", "))),
        }]),
        _ => None,
    }
}

/// Adds a test to the condition of a statement; `None` where the operator tests that key already, or the condition is no object.
///
/// `key` and `value` have nothing in them that needs escaping.
pub(super) fn add_test(
    tree: &Tree,
    statement: &Statement,
    operator: &str,
    key: &str,
    value: &str,
) -> Option<Edit> {
    let test = format!("{{\"{key}\": \"{value}\"}}");
    let Some(condition) = statement.element(Element::Condition) else {
        let condition = format!("{{\"{operator}\": {test}}}");
        let place = Place::Last(statement.node);
        return Some(insert_member(
            tree,
            place,
            Element::Condition.name(),
            &condition,
        ));
    };
    let is_object = |node| tree.kind(node) == NodeKind::Object;
    let Some(tests) = tree.member(condition.value, operator) else {
        let place = Place::Last(condition.value);
        return is_object(condition.value).then(|| insert_member(tree, place, operator, &test));
    };
    let mut tested = tree.members(tests.value);
    let is_new = !tested.any(|other| tree.key_text(other).eq_ignore_ascii_case(key));
    let place = Place::Last(tests.value);
    (is_new && is_object(tests.value))
        .then(|| insert_member(tree, place, key, &format!("\"{value}\"")))
}

/// Adds a statement behind another one of the list, its elements given as JSON; `None` where there is no list.
pub(super) fn add_statement(tree: &Tree, after: NodeId, elements: &[(&str, &str)]) -> Option<Edit> {
    let list = tree.parent(after)?;
    let first = tree.members(after).next()?;
    if tree.kind(list) != NodeKind::Array {
        return None;
    }
    let outer = gap_before(tree, after);
    let (inner, end) = match gap_before(tree, first.node) {
        gap if gap.contains('\n') => (gap, outer.clone()),
        _ => (String::new(), String::new()),
    };
    let between = if inner.is_empty() { " " } else { &inner };
    let members: Vec<String> = elements
        .iter()
        .map(|(name, value)| format!("\"{name}\": {value}"))
        .collect();
    let members = members.join(&format!(",{between}"));
    let statement = format!(",{outer}{{{inner}{members}{end}}}");
    Some(Edit::insert(tree.span(after).end, statement))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::engine::policy::Policy;
    use crate::engine::syntax::parse;

    fn applied(text: &str, edits: Option<Vec<Edit>>) -> Option<String> {
        use crate::engine::text::Edits;
        Edits::new(edits?).unwrap().apply(text)
    }

    #[test]
    fn an_entry_joins_the_others() {
        for (text, expected) in [
            (r#""a""#, Some(r#"["a", "x"]"#)),
            (r#"["a", "b"]"#, Some(r#"["a", "b", "x"]"#)),
            ("[\n  \"a\"\n]", Some("[\n  \"a\",\n  \"x\"\n]")),
            ("[]", Some(r#"["x"]"#)),
            ("{}", None),
        ] {
            let tree = parse(text);
            let added = applied(text, add_entry(&tree, tree.root().unwrap(), "x"));
            assert_eq!(added.as_deref(), expected);
        }
    }

    #[test]
    fn a_test_joins_the_condition() {
        let with = |elements: &str| format!(r#"{{"Statement": {{{elements}}}}}"#);
        for (before, after) in [
            (
                r#""Effect": "Allow""#,
                Some(r#""Effect": "Allow", "Condition": {"Op": {"k": "v"}}"#),
            ),
            (
                r#""Condition": {"Bool": {}}"#,
                Some(r#""Condition": {"Bool": {}, "Op": {"k": "v"}}"#),
            ),
            (
                r#""Condition": {"Op": {"a": "b"}}"#,
                Some(r#""Condition": {"Op": {"a": "b", "k": "v"}}"#),
            ),
            (r#""Condition": {"Op": {"K": "b"}}"#, None),
            (r#""Condition": [1]"#, None),
        ] {
            let text = with(before);
            let tree = parse(&text);
            let policy = Policy::new(&tree);
            let statement = policy.statements().first().unwrap();
            let edit = add_test(&tree, statement, "Op", "k", "v");
            assert_eq!(applied(&text, edit.map(|edit| vec![edit])), after.map(with));
        }
    }

    #[test]
    fn a_statement_takes_the_layout_of_its_neighbour() {
        for (text, expected) in [
            (r#"[{"a": 1}]"#, r#"[{"a": 1}, {"b": 2, "c": 3}]"#),
            (
                "[\n  {\n    \"a\": 1\n  }\n]",
                "[\n  {\n    \"a\": 1\n  },\n  {\n    \"b\": 2,\n    \"c\": 3\n  }\n]",
            ),
        ] {
            let tree = parse(text);
            let statement = tree.elements(tree.root().unwrap()).next().unwrap();
            let edit = add_statement(&tree, statement, &[("b", "2"), ("c", "3")]);
            assert_eq!(
                applied(text, edit.map(|edit| vec![edit])).as_deref(),
                Some(expected)
            );
        }
        let alone = parse(r#"{"a": 1}"#);
        assert!(add_statement(&alone, alone.root().unwrap(), &[]).is_none());
    }
}
