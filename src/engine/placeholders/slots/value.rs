//! What the element that a string belongs to expects of it.

use super::condition_key::place_of_values;
use crate::engine::placeholders::place::Place;
use crate::engine::syntax::{NodeId, NodeKind, Tree};

/// Where a string stands.
#[derive(Debug, Clone, Copy)]
pub(in crate::engine::placeholders) struct Context {
    /// Whether it is the name of a member.
    pub is_key: bool,
    /// Whether it is the value of a resource, a principal or a condition.
    pub is_value: bool,
    expected: Option<Place>,
}

impl Context {
    /// The kind of place that the whole text fills.
    pub fn place(&self, text: &str) -> Option<Place> {
        let is_resource = self.expected == Some(Place::Arn);
        let may_be_another = is_resource && text.contains([':', '*', '/']);
        self.expected.filter(|_| !may_be_another)
    }

    fn of_value(expected: Option<Place>) -> Self {
        Context {
            is_key: false,
            is_value: expected.is_some(),
            expected,
        }
    }
}

/// The context of one string after another, in the order of the text; that of a list is read once for all that stands in it.
pub(in crate::engine::placeholders) struct Contexts<'t> {
    tree: &'t Tree,
    last_list: Option<(NodeId, Context)>,
}

impl<'t> Contexts<'t> {
    pub fn new(tree: &'t Tree) -> Self {
        Contexts {
            tree,
            last_list: None,
        }
    }

    pub fn of(&mut self, node: NodeId) -> Context {
        let parent = self.tree.parent(node);
        let list = parent.filter(|parent| self.tree.kind(*parent) == NodeKind::Array);
        match self.last_list {
            Some((known, context)) if Some(known) == list => context,
            _ => {
                let context = context(self.tree, node);
                self.last_list = list.map(|list| (list, context));
                context
            }
        }
    }
}

/// Where one string stands.
pub(in crate::engine::placeholders) fn context(tree: &Tree, node: NodeId) -> Context {
    let Some(parent) = tree.parent(node) else {
        return Context::of_value(None);
    };
    let (holder, below) = match tree.kind(parent) {
        NodeKind::Array => (tree.parent(parent), parent),
        _ => (Some(parent), node),
    };
    let member = holder.and_then(|holder| tree.as_member(holder));
    match member {
        Some(member) if member.key == below => Context {
            is_key: true,
            is_value: false,
            expected: None,
        },
        Some(member) => Context::of_value(expected(tree, member.node, &tree.key_text(member))),
        None => Context::of_value(None),
    }
}

/// What the member of this name holds.
fn expected(tree: &Tree, member: NodeId, name: &str) -> Option<Place> {
    match name {
        "Resource" | "NotResource" => Some(Place::Arn),
        "AWS" => is_in(tree, member, &["Principal", "NotPrincipal"]).then_some(Place::Principal),
        "Service" => is_in(tree, member, &["Principal", "NotPrincipal"]).then_some(Place::Service),
        "Federated" => is_in(tree, member, &["Principal", "NotPrincipal"]).then_some(Place::Arn),
        "Principal" | "NotPrincipal" => Some(Place::Principal),
        _ if is_in(tree, member, &["Null"]) => None,
        _ => place_of_values(&name.to_ascii_lowercase()),
    }
}

/// Whether the object around a member is the value of one of these names.
fn is_in(tree: &Tree, member: NodeId, names: &[&str]) -> bool {
    let around = tree
        .parent(member)
        .and_then(|object| tree.parent(object))
        .and_then(|outer| tree.as_member(outer));
    around.is_some_and(|outer| names.contains(&tree.key_text(outer).as_ref()))
}
