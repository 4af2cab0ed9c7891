//! What must hold for every text.

use iam_policy_editor::engine::syntax::{NodeKind, Style, SyntaxErrorKind, Tree, format, parse};
use serde_json::Value;

/// Everything that must hold for any text.
pub fn check(text: &str) {
    let tree = parse(text);
    check_tokens(&tree, text);
    check_nodes(&tree);
    check_errors(&tree, text);
    check_against_serde(&tree, text);
}

pub fn check_tokens(tree: &Tree, text: &str) {
    let mut printed = String::new();
    let mut end = 0;
    for token in tree.tokens() {
        assert_eq!(token.span.start, end, "gap before {token:?} in {text:?}");
        assert!(!token.span.is_empty(), "empty token in {text:?}");
        end = token.span.end;
        printed.push_str(token.span.text(text));
    }
    assert_eq!(printed, text);
}

fn check_nodes(tree: &Tree) {
    let text = tree.text();
    let Some(root) = tree.root() else { return };
    let mut previous = tree.span(root).start;
    for id in tree.descendants(root) {
        let span = tree.span(id);
        let parent = tree.span(tree.parent(id).unwrap());
        assert!(
            parent.covers(span),
            "{:?} {span:?} leaves its parent {parent:?} in {text:?}",
            tree.kind(id)
        );
        assert!(span.start >= previous, "out of order in {text:?}");
        assert!(
            span.is_empty() || !span.text(text).is_empty(),
            "{span:?} cuts a character in {text:?}"
        );
        assert!(tree.content_span(id).len() <= span.len());
        previous = span.start;
        if let Some(value) = tree.string(id) {
            assert_eq!(
                tree.decoded_range_to_span(id, 0..value.len()),
                Some(tree.content_span(id)),
                "{value:?} in {text:?}"
            );
        }
        if !span.is_empty() {
            let innermost = tree.node_at(span.start).unwrap();
            assert!(tree.span(innermost).contains(span.start));
        }
        let children: Vec<NodeKind> = tree.children(id).map(|child| tree.kind(child)).collect();
        match tree.kind(id) {
            NodeKind::Object => assert!(
                children.iter().all(|kind| *kind == NodeKind::Member),
                "in {text:?}"
            ),
            NodeKind::Member => assert_eq!(children.len(), 2, "in {text:?}"),
            NodeKind::Array => assert!(!children.contains(&NodeKind::Member), "in {text:?}"),
            _ => assert!(children.is_empty(), "in {text:?}"),
        }
    }
}

fn check_errors(tree: &Tree, text: &str) {
    let mut previous = None;
    for error in tree.errors() {
        assert!(previous <= Some(error.span), "unordered errors in {text:?}");
        previous = Some(error.span);
        assert!(
            error.span.end <= text.len()
                && text.is_char_boundary(error.span.start)
                && text.is_char_boundary(error.span.end)
        );
        let Some(repair) = &error.repair else {
            continue;
        };
        let mended = repair
            .edits
            .apply(text)
            .unwrap_or_else(|| panic!("{error:?} cannot be applied to {text:?}"));
        assert_ne!(mended, text, "{error:?} changes nothing in {text:?}");
    }
}

fn check_against_serde(tree: &Tree, text: &str) {
    let errors = tree.errors();
    match serde_json::from_str::<Value>(text) {
        Ok(value) => {
            let only_duplicates = errors
                .iter()
                .all(|error| error.kind == SyntaxErrorKind::DuplicateKey);
            assert!(only_duplicates, "{errors:?} in {text:?}, which is JSON");
            assert_eq!(value_of(tree), value, "in {text:?}");
            if errors.is_empty() {
                for style in [Style::Indented(2), Style::Indented(4), Style::Minified] {
                    let formatted = format(tree, style).unwrap();
                    assert_eq!(
                        serde_json::from_str::<Value>(&formatted).unwrap(),
                        value,
                        "in {formatted:?}"
                    );
                    assert_eq!(format(&parse(&formatted), style).unwrap(), formatted);
                }
            }
        }
        Err(error) => assert!(
            !errors.is_empty(),
            "nothing reported in {text:?}, but {error}"
        ),
    }
}

/// The value of a tree, built from the last node to the first.
fn value_of(tree: &Tree) -> Value {
    let root = tree.root().unwrap();
    let mut values = std::collections::HashMap::new();
    let ids: Vec<_> = std::iter::once(root)
        .chain(tree.descendants(root))
        .collect();
    for id in ids.into_iter().rev() {
        let value = match tree.kind(id) {
            NodeKind::Object => tree
                .members(id)
                .map(|member| {
                    (
                        tree.key_text(member).into_owned(),
                        values.remove(&member.value).unwrap(),
                    )
                })
                .collect(),
            NodeKind::Array => tree
                .elements(id)
                .map(|element| values.remove(&element).unwrap())
                .collect(),
            NodeKind::String => Value::from(tree.string(id).unwrap().into_owned()),
            NodeKind::Member => continue,
            _ => serde_json::from_str(tree.raw(id)).unwrap(),
        };
        values.insert(id, value);
    }
    values.remove(&root).unwrap()
}
