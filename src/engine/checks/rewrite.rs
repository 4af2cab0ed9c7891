//! Edits that keep the layout of the text: put a member in, take one out, write another string.

use crate::engine::syntax::{Member, NodeId, Tree};
use crate::engine::text::{Edit, Span};

/// Where a member is put in.
#[derive(Clone, Copy, Debug)]
pub(super) enum Place {
    /// Before all other members of the object.
    First(NodeId),
    /// After this member.
    After(Member),
    /// After all other members of the object.
    Last(NodeId),
}

/// Puts a member in, on a line of its own where its neighbour has one; `value` is JSON.
pub(super) fn insert_member(tree: &Tree, place: Place, name: &str, value: &str) -> Edit {
    let member = format!("\"{name}\": {value}");
    match place {
        Place::Last(object) => {
            let last = tree.members(object).last();
            insert_member(
                tree,
                last.map_or(Place::First(object), Place::After),
                name,
                value,
            )
        }
        Place::After(neighbour) => {
            let gap = gap_before(tree, neighbour.node);
            Edit::insert(tree.span(neighbour.node).end, format!(",{gap}{member}"))
        }
        Place::First(object) => match tree.members(object).next() {
            Some(next) => {
                let gap = gap_before(tree, next.node);
                Edit::insert(tree.span(next.node).start, format!("{member},{gap}"))
            }
            None => Edit::insert(tree.span(object).start + 1, member),
        },
    }
}

/// The white space before a node, with the line break it stands after; one blank where it shares its line.
pub(super) fn gap_before(tree: &Tree, node: NodeId) -> String {
    let before = Span::new(0, tree.span(node).start).text(tree.text());
    let blank = before.len() - before.trim_end_matches([' ', '\t', '\r', '\n']).len();
    let gap = Span::new(before.len() - blank, before.len()).text(before);
    if gap.contains('\n') {
        gap.to_owned()
    } else {
        " ".to_owned()
    }
}

/// Takes a member out, with the comma and the space that separate it from its neighbour.
pub(super) fn delete_member(tree: &Tree, member: Member) -> Edit {
    let previous = tree.previous_sibling(member.node);
    delete_between(tree, previous, member.node, tree.next_sibling(member.node))
}

/// Takes out a child of an object or array whose neighbours are known.
pub(super) fn delete_between(
    tree: &Tree,
    previous: Option<NodeId>,
    child: NodeId,
    following: Option<NodeId>,
) -> Edit {
    let span = tree.span(child);
    Edit::delete(match (previous, following) {
        (Some(previous), _) => Span::new(tree.span(previous).end, span.end),
        (None, Some(following)) => Span::new(span.start, tree.span(following).start),
        (None, None) => span,
    })
}

/// Writes another name for a member, keeping its quotes.
pub(super) fn rename(tree: &Tree, member: Member, name: &str) -> Edit {
    Edit::replace(tree.content_span(member.key), name)
}

/// Writes another text between the quotes of a string; `text` has nothing in it that needs escaping.
pub(super) fn replace_text(tree: &Tree, string: NodeId, text: &str) -> Edit {
    Edit::replace(tree.content_span(string), text)
}
