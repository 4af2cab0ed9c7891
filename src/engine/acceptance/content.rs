//! The digest of a part of a policy: of what it says, not of how it is laid out.

use super::sha256::{Digest, digest};
use crate::engine::syntax::{NodeId, NodeKind, Tree};

/// The digest of a node.
///
/// White space, comments, the order of an object's members and the way a string is escaped do not count;
/// the order of an array does, and stand-ins count as written.
/// Made without recursion, from the last node to the first, so that a deep nest is no danger.
pub(super) fn content(tree: &Tree, node: NodeId) -> Digest {
    let nodes: Vec<NodeId> = std::iter::once(node)
        .chain(tree.descendants(node))
        .collect();
    let mut done: Vec<Part> = Vec::new();
    for node in nodes.into_iter().rev() {
        // What was done last stands on top: the children of this node, the first one uppermost.
        let below = done.len().saturating_sub(tree.children(node).count());
        let mut children = done.split_off(below);
        children.reverse();
        done.push(part(tree, node, children));
    }
    done.pop().map_or_else(|| digest(&[]), |part| part.digest)
}

/// A node's digest, and for a member that of its name.
struct Part {
    name: Digest,
    digest: Digest,
}

fn part(tree: &Tree, node: NodeId, mut children: Vec<Part>) -> Part {
    let kind = tree.kind(node);
    if kind == NodeKind::Object {
        // Of two members with one name the order tells which one counts, so it is kept.
        children.sort_by_key(|member| member.name);
    }
    let name = children
        .first()
        .map(|first| first.digest)
        .unwrap_or_default();
    let text = tree.string(node);
    let own: &[u8] = match (kind.is_container(), &text) {
        (true, _) => &[],
        (false, Some(text)) => text.as_bytes(),
        (false, None) => tree.raw(node).as_bytes(),
    };
    let below: Vec<u8> = children
        .into_iter()
        .flat_map(|child| child.digest)
        .collect();
    Part {
        name,
        digest: digest(&[&[tag(kind)], own, &below]),
    }
}

/// What tells a string from a number that is written with the same letters.
fn tag(kind: NodeKind) -> u8 {
    match kind {
        NodeKind::Object => b'o',
        NodeKind::Array => b'a',
        NodeKind::Member => b'm',
        NodeKind::String => b's',
        NodeKind::Number => b'n',
        NodeKind::True | NodeKind::False | NodeKind::Null => b'l',
        NodeKind::Bare => b'b',
        NodeKind::Missing => b'-',
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::engine::syntax::parse;

    fn of(text: &str) -> Digest {
        let tree = parse(text);
        content(&tree, tree.root().unwrap())
    }

    #[test]
    fn layout_and_the_order_of_members_do_not_count() {
        for (one, other) in [
            (
                r#"{"a":[1,"x"],"b":{"c":null}}"#,
                "{\n  \"b\": { \"c\": null },\n  \"a\": [ 1, \"x\" ]\n}",
            ),
            (r#"["a"]"#, r#"["\u0061"]"#),
            (r#"{"a": 1}"#, "{\"a\": 1 // why\n}"),
        ] {
            assert_eq!(of(one), of(other), "{one} {other}");
        }
    }

    #[test]
    fn everything_else_counts() {
        let texts = [
            "{}",
            "[]",
            "[[]]",
            r#"[[], []]"#,
            "1",
            r#""1""#,
            "true",
            r#""true""#,
            "null",
            r#""""#,
            r#"{"a": "b"}"#,
            r#"{"b": "a"}"#,
            r#"{"ab": ""}"#,
            r#"["a", "b"]"#,
            r#"["b", "a"]"#,
            r#"["ab"]"#,
            r#"{"a": ["b"]}"#,
            r#"{"a": "1", "a": "2"}"#,
            r#"{"a": "2", "a": "1"}"#,
            r#"{"a": "<b>"}"#,
            r#"{"A": "b"}"#,
        ];
        let digests: std::collections::BTreeSet<Digest> =
            texts.iter().map(|text| of(text)).collect();
        assert_eq!(digests.len(), texts.len());
    }

    #[test]
    fn a_deep_nest_is_read_to_its_bottom() {
        let nest = |inside: &str| format!("{}{inside}{}", "[".repeat(100_000), "]".repeat(100_000));
        assert_ne!(of(&nest("1")), of(&nest("2")));
    }
}
