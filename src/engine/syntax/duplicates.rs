//! Names that stand twice in one object.

use std::borrow::Cow;

use super::errors::Errors;
use super::messages;
use super::tree::{Member, NodeId, NodeKind, Tree};
use crate::engine::text::sort_by;

/// Reports each member whose name an earlier member of its object has too.
pub(super) fn report(tree: &Tree, errors: &mut Errors) {
    let mut members: Vec<(Cow<str>, Member)> = Vec::new();
    for object in tree.all().filter(|id| tree.kind(*id) == NodeKind::Object) {
        members.clear();
        members.extend(named_members(tree, object));
        sort_by(&mut members, |(one, member), (other, other_member)| {
            (one, member.node).cmp(&(other, other_member.node))
        });
        for ((name, earlier), (next_name, later)) in members.iter().zip(members.iter().skip(1)) {
            if name == next_name {
                errors.add(|| messages::duplicate_key(tree, *earlier, *later));
            }
        }
    }
}

fn named_members(tree: &Tree, object: NodeId) -> impl Iterator<Item = (Cow<'_, str>, Member)> {
    let members = tree
        .members(object)
        .filter(|member| tree.kind(member.key) != NodeKind::Missing);
    members.map(|member| (tree.key_text(member), member))
}
