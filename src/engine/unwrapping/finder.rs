//! Policies in a JSON document, whatever it is: the document itself, parts of it, or texts in it.

use crate::engine::policy::Element;
use crate::engine::syntax::{NodeId, NodeKind, Tree, parse};

/// A policy found in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub node: NodeId,
    pub shape: Shape,
}

/// What stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// An object with `Statement` in it.
    Policy,
    /// A list of statements.
    Statements,
    /// One statement.
    Statement,
    /// A string that holds a policy, as JSON or encoded for a URL.
    Text,
}

/// The most policies that are taken from one document.
const MOST_PLACES: usize = 1_000;

/// The policies of a document in the order of the text, at most a thousand; none stands in another one.
pub(super) fn places(tree: &Tree) -> Vec<Place> {
    let Some(root) = tree.root() else {
        return Vec::new();
    };
    let mut places: Vec<Place> = Vec::new();
    let mut end = 0;
    for node in std::iter::once(root).chain(tree.descendants(root)) {
        let span = tree.span(node);
        let inside_last = !places.is_empty() && span.end <= end;
        if let Some(shape) = shape_of(tree, node).filter(|_| !inside_last) {
            places.push(Place { node, shape });
            end = span.end;
        }
        if places.len() == MOST_PLACES {
            break;
        }
    }
    places
}

fn shape_of(tree: &Tree, node: NodeId) -> Option<Shape> {
    match tree.kind(node) {
        NodeKind::Object if is_policy(tree, node) => Some(Shape::Policy),
        NodeKind::Object if is_statement(tree, node) => Some(Shape::Statement),
        NodeKind::Array if is_statement_list(tree, node) => Some(Shape::Statements),
        NodeKind::String if is_policy_text(tree, node) => Some(Shape::Text),
        _ => None,
    }
}

/// Whether the object has `Statement`, and is not the description of a resource that has one among its properties.
fn is_policy(tree: &Tree, object: NodeId) -> bool {
    let has_statements = tree.members(object).any(|member| {
        let is_named = tree.key_text(member).eq_ignore_ascii_case("Statement");
        is_named && tree.kind(member.value).is_container()
    });
    has_statements && name_of(tree, object).as_deref() != Some("Properties")
}

fn is_statement(tree: &Tree, object: NodeId) -> bool {
    let has = |wanted: &[Element]| {
        tree.members(object).any(|member| {
            Element::from_name_in_any_case(&tree.key_text(member))
                .is_some_and(|one| wanted.contains(&one))
        })
    };
    has(&[Element::Effect])
        && has(&[
            Element::Action,
            Element::NotAction,
            Element::Resource,
            Element::NotResource,
            Element::Principal,
        ])
}

fn is_statement_list(tree: &Tree, array: NodeId) -> bool {
    let mut objects = tree
        .elements(array)
        .filter(|node| tree.kind(*node) == NodeKind::Object)
        .peekable();
    objects.peek().is_some() && objects.all(|node| is_statement(tree, node))
}

/// Whether the string is the value of a member or element and holds a policy.
fn is_policy_text(tree: &Tree, node: NodeId) -> bool {
    let is_key = tree.ordinal(node) == 0
        && tree
            .parent(node)
            .is_some_and(|parent| tree.kind(parent) == NodeKind::Member);
    let decoded = (!is_key).then(|| policy_text(tree, node)).flatten();
    decoded.is_some_and(|text| holds_policy(&text))
}

fn holds_policy(text: &str) -> bool {
    let tree = parse(text);
    tree.root().is_some_and(|root| is_policy(&tree, root))
}

/// The JSON in a string: as it is, or decoded from a URL.
pub(super) fn policy_text(tree: &Tree, node: NodeId) -> Option<String> {
    let text = tree.string(node)?;
    let begun = text.trim_start();
    if begun.starts_with('{') {
        return Some(text.into_owned());
    }
    let is_encoded = begun
        .get(..3)
        .is_some_and(|start| start.eq_ignore_ascii_case("%7B"));
    is_encoded.then(|| url_decoded(begun)).flatten()
}

/// A text with its `%XX` read; `None` where that is no UTF-8.
fn url_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escape = after
            .first_chunk::<2>()
            .filter(|_| *first == b'%')
            .and_then(hex_byte);
        bytes.push(escape.unwrap_or(*first));
        rest = after.get(if escape.is_some() { 2 } else { 0 }..)?;
    }
    String::from_utf8(bytes).ok()
}

fn hex_byte(digits: &[u8; 2]) -> Option<u8> {
    let value = |digit: u8| char::from(digit).to_digit(16);
    let [high, low] = digits;
    u8::try_from(value(*high)? * 16 + value(*low)?).ok()
}

/// The name of the member that holds the node.
pub(super) fn name_of(tree: &Tree, node: NodeId) -> Option<String> {
    let member = tree.as_member(tree.parent(node)?)?;
    Some(tree.key_text(member).into_owned())
}

/// The names of the members from the document down to the node, outermost first.
pub(super) fn path_names(tree: &Tree, node: NodeId) -> Vec<String> {
    let ancestors = std::iter::successors(Some(node), |node| tree.parent(*node));
    let mut names: Vec<String> = ancestors.filter_map(|node| name_of(tree, node)).collect();
    names.reverse();
    names
}

/// The objects around a node, innermost first.
pub(super) fn objects_around(tree: &Tree, node: NodeId) -> impl Iterator<Item = NodeId> {
    let ancestors = std::iter::successors(tree.parent(node), |node| tree.parent(*node));
    ancestors.filter(|node| tree.kind(*node) == NodeKind::Object)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(Shape, String)> {
        let tree = parse(text);
        let places = places(&tree);
        places
            .iter()
            .map(|place| (place.shape, tree.raw(place.node).to_owned()))
            .collect()
    }

    #[test]
    fn finds_policies_statements_and_texts() {
        for (text, shape, raw) in [
            (
                r#"{"Statement": []}"#,
                Shape::Policy,
                r#"{"Statement": []}"#,
            ),
            (
                r#"{"a": [{"Statement": {}}]}"#,
                Shape::Policy,
                r#"{"Statement": {}}"#,
            ),
            (
                r#"{"Effect": "Allow", "Action": "*"}"#,
                Shape::Statement,
                r#"{"Effect": "Allow", "Action": "*"}"#,
            ),
            (
                r#"[{"Effect": "Allow", "Action": "*"}]"#,
                Shape::Statements,
                r#"[{"Effect": "Allow", "Action": "*"}]"#,
            ),
            (
                r#"{"Policy": "{\"Statement\": []}"}"#,
                Shape::Text,
                r#""{\"Statement\": []}""#,
            ),
            (
                r#"["%7b%22Statement%22%3A%20%5B%5D%7D"]"#,
                Shape::Text,
                r#""%7b%22Statement%22%3A%20%5B%5D%7D""#,
            ),
            (
                r#"{"Properties": {"Statement": {"Effect": "Deny", "Action": "*"}}}"#,
                Shape::Statement,
                r#"{"Effect": "Deny", "Action": "*"}"#,
            ),
        ] {
            assert_eq!(found(text), [(shape, raw.to_owned())], "{text}");
        }
    }

    #[test]
    fn finds_nothing_in_other_documents() {
        for text in [
            "",
            "[]",
            "{}",
            r#"{"Statement": "x"}"#,
            r#"{"a": "{b}"}"#,
            r#"["%7B%FF"]"#,
            r#"{"{\"Statement\": []}": 1}"#,
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn finds_no_policy_inside_another() {
        assert_eq!(
            found(r#"[{"Statement": [{"Statement": []}]}, {"Statement": []}]"#).len(),
            2
        );
    }
}
