//! Typed places of a policy: where its grammar alone says what kind of value must stand.

use std::ops::Range;

use super::scan::Atom;
use super::types::{self, PlaceholderType};
use crate::engine::syntax::{NodeId, NodeKind, Tree};

/// A kind of place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Partition,
    Region,
    Account,
    User,
    Role,
    Bucket,
}

impl Place {
    /// What a stand-in without a name of its own is called here.
    pub fn name(self) -> &'static str {
        match self {
            Place::Partition => "partition",
            Place::Region => "region",
            Place::Account => "account_id",
            Place::User => "user_name",
            Place::Role => "role_name",
            Place::Bucket => "bucket_name",
        }
    }

    /// What must stand here.
    pub fn kind(self) -> &'static PlaceholderType {
        types::type_for_name(self.name())
    }
}

/// A typed place in the text of one string.
pub(super) struct Slot {
    pub place: Place,
    /// Bytes of that text, blanks around it excluded.
    pub range: Range<usize>,
    /// Whether something else could stand there as well, so that the name of a stand-in says more.
    pub is_loose: bool,
}

/// The typed places in the text of a node, in its order.
pub(super) fn slots(tree: &Tree, node: NodeId, content: &str, atoms: &[Atom]) -> Vec<Slot> {
    let whole = trimmed(content, 0..content.len());
    let mut found = if content
        .get(whole.clone())
        .is_some_and(|text| text.starts_with("arn:"))
    {
        arn_slots(content, whole, atoms)
    } else {
        whole_value(tree, node)
            .map(|(place, is_loose)| Slot {
                place,
                range: whole,
                is_loose,
            })
            .into_iter()
            .collect()
    };
    found.retain(|slot| !slot.range.is_empty());
    found
}

fn arn_slots(content: &str, whole: Range<usize>, atoms: &[Atom]) -> Vec<Slot> {
    let fields = split(content, whole, ':', 6, atoms);
    let text = |index: usize| {
        fields
            .get(index)
            .and_then(|field| content.get(field.clone()))
            .unwrap_or_default()
    };
    let field = |place: Place, index: usize| Some((place, fields.get(index)?.clone()));
    let is_global = text(3).is_empty() && text(4).is_empty();
    let resource = fields
        .get(5)
        .cloned()
        .map(|resource| split(content, resource, '/', usize::MAX, atoms))
        .unwrap_or_default();
    let in_resource = resource_place(content, text(2), is_global, &resource);
    [
        field(Place::Partition, 1),
        field(Place::Region, 3),
        field(Place::Account, 4),
        in_resource,
    ]
    .into_iter()
    .flatten()
    .map(|(place, range)| Slot {
        place,
        range: trimmed(content, range),
        is_loose: false,
    })
    .collect()
}

/// The typed place in the last field of an ARN, given the parts between its slashes.
fn resource_place(
    content: &str,
    service: &str,
    is_global: bool,
    parts: &[Range<usize>],
) -> Option<(Place, Range<usize>)> {
    let first = parts.first()?;
    // A slash may be written `\/`.
    let resource_type = content.get(first.clone())?.trim_end_matches('\\');
    match (service, resource_type) {
        ("s3", _) if is_global => Some((Place::Bucket, first.clone())),
        ("iam", "user") if parts.len() > 1 => Some((Place::User, parts.last()?.clone())),
        ("iam", "role") if parts.len() > 1 => Some((Place::Role, parts.last()?.clone())),
        ("sts", "assumed-role") => Some((Place::Role, parts.get(1)?.clone())),
        _ => None,
    }
}

/// The pieces of a range between the separators that stand outside all atoms, at most `limit`.
fn split(
    content: &str,
    within: Range<usize>,
    separator: char,
    limit: usize,
    atoms: &[Atom],
) -> Vec<Range<usize>> {
    let mut atoms = atoms.iter().map(|atom| &atom.range).peekable();
    let mut pieces = Vec::new();
    let mut start = within.start;
    for (offset, _) in content
        .get(within.clone())
        .unwrap_or_default()
        .match_indices(separator)
    {
        let at = within.start + offset;
        while atoms.next_if(|atom| atom.end <= at).is_some() {}
        let is_inside = atoms.peek().is_some_and(|atom| atom.contains(&at));
        if !is_inside && pieces.len() + 1 < limit {
            pieces.push(start..at);
            start = at + separator.len_utf8();
        }
    }
    pieces.push(start..within.end);
    pieces
}

fn trimmed(content: &str, range: Range<usize>) -> Range<usize> {
    let text = content.get(range.clone()).unwrap_or_default();
    let start = range.start + (text.len() - text.trim_start().len());
    start..start + text.trim().len()
}

/// What the member that a value belongs to expects, and whether it takes something else as well.
fn whole_value(tree: &Tree, node: NodeId) -> Option<(Place, bool)> {
    let parent = tree.parent(node)?;
    let (holder, below) = if tree.kind(parent) == NodeKind::Array {
        (tree.parent(parent)?, parent)
    } else {
        (parent, node)
    };
    let member = tree
        .as_member(holder)
        .filter(|member| member.value == below)?;
    let key = tree.key_text(member);
    if key == "AWS" && is_principal(tree, holder) {
        return Some((Place::Account, true));
    }
    let (service, name) = key.split_once(':')?;
    let place = place_of_condition_key(&service.to_ascii_lowercase(), &name.to_ascii_lowercase())?;
    Some((place, false))
}

fn is_principal(tree: &Tree, member: NodeId) -> bool {
    let around = tree
        .parent(member)
        .and_then(|object| tree.parent(object))
        .and_then(|outer| tree.as_member(outer));
    around
        .is_some_and(|outer| matches!(tree.key_text(outer).as_ref(), "Principal" | "NotPrincipal"))
}

/// Condition keys that hold nothing but an account ID, a Region or a user name
/// (AWS, "AWS global condition context keys" and the keys of S3 and KMS, read August 2026).
fn place_of_condition_key(service: &str, name: &str) -> Option<Place> {
    match (service, name) {
        (
            "aws",
            "sourceaccount" | "sourceowner" | "principalaccount" | "resourceaccount"
            | "vpceaccount",
        )
        | ("s3", "resourceaccount" | "dataaccesspointaccount")
        | ("kms", "calleraccount") => Some(Place::Account),
        ("aws", "requestedregion") | ("ec2", "region") => Some(Place::Region),
        ("aws", "username") => Some(Place::User),
        _ => None,
    }
}
