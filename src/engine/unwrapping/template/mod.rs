//! CloudFormation and SAM templates: whose policies they hold, and what their functions stand for.

pub(super) mod functions;
pub(super) mod resource_types;

use super::finder::path_names;
use super::paste::Owner;
use crate::engine::policy::{Attachment, PolicyKind};
use crate::engine::syntax::{NodeId, NodeKind, Tree};
use resource_types::{Holder, RESOURCE_TYPES};

/// What a template's resource says about a policy in it.
pub(super) struct Resource {
    pub owner: Owner,
    pub kind: Option<PolicyKind>,
    pub attachment: Option<Attachment>,
}

/// Whether a document is a template: its resources have types such as `AWS::IAM::Role`.
pub(super) fn is_template(tree: &Tree) -> bool {
    let Some(root) = tree.root() else {
        return false;
    };
    let resources = tree.member(root, "Resources").map(|member| member.value);
    let mut described = resources
        .into_iter()
        .flat_map(|resources| tree.members(resources));
    tree.member(root, "AWSTemplateFormatVersion").is_some()
        || described
            .any(|resource| type_of(tree, resource.value).is_some_and(|name| name.contains("::")))
}

/// Whether a template is one for the Serverless Application Model.
pub(super) fn is_serverless_application(tree: &Tree) -> bool {
    let transform = tree.root().and_then(|root| tree.member(root, "Transform"));
    transform.is_some_and(|member| tree.raw(member.value).contains("AWS::Serverless"))
}

/// The resource that holds a node, under `Resources` at any level.
pub(super) fn resource_of(tree: &Tree, node: NodeId) -> Option<Resource> {
    let resource = objects_with_type(tree, node)?;
    let type_name = type_of(tree, resource)?;
    let id = super::finder::name_of(tree, resource)?;
    let known = RESOURCE_TYPES.iter().find(|known| known.name == type_name);
    let is_trust = path_names(tree, node)
        .iter()
        .any(|name| name == "AssumeRolePolicyDocument");
    let holder = known.map_or(Holder::of_unknown_type(), |known| known.holder);
    let (kind, attachment) = match (is_trust, &*type_name) {
        (true, _) => (Some(PolicyKind::Trust), Some(Attachment::RoleTrust)),
        (false, "AWS::IAM::Policy") => (
            Some(PolicyKind::Identity),
            inline_attachment(tree, resource),
        ),
        (false, "AWS::Organizations::Policy") => organization_policy(tree, resource),
        (false, _) => (holder.kind, holder.attachment),
    };
    Some(Resource {
        owner: Owner {
            what: holder.what,
            id,
        },
        kind,
        attachment,
    })
}

fn objects_with_type(tree: &Tree, node: NodeId) -> Option<NodeId> {
    super::finder::objects_around(tree, node)
        .find(|object| type_of(tree, *object).is_some_and(|name| name.contains("::")))
}

fn type_of(tree: &Tree, object: NodeId) -> Option<String> {
    let value = tree.member(object, "Type")?.value;
    tree.string(value).map(|name| name.into_owned())
}

/// Whose inline policy it is: the first of roles, users and groups that are named.
fn inline_attachment(tree: &Tree, resource: NodeId) -> Option<Attachment> {
    let named = [
        ("Roles", Attachment::InlineRole),
        ("Users", Attachment::InlineUser),
        ("Groups", Attachment::InlineGroup),
    ];
    let first = named
        .iter()
        .find(|(name, _)| property(tree, resource, name).is_some());
    first.map(|(_, attachment)| *attachment)
}

fn organization_policy(tree: &Tree, resource: NodeId) -> (Option<PolicyKind>, Option<Attachment>) {
    let value = property(tree, resource, "Type").and_then(|value| tree.string(value));
    match value.as_deref() {
        Some("SERVICE_CONTROL_POLICY") => (Some(PolicyKind::Scp), Some(Attachment::Scp)),
        Some("RESOURCE_CONTROL_POLICY") => (Some(PolicyKind::Rcp), Some(Attachment::Rcp)),
        _ => (None, None),
    }
}

fn property(tree: &Tree, resource: NodeId, name: &str) -> Option<NodeId> {
    let properties = tree.member(resource, "Properties")?.value;
    Some(tree.member(properties, name)?.value)
}

/// Names of policies that a function of a SAM template is given instead of their text.
pub(super) fn policies_by_name(tree: &Tree) -> Vec<String> {
    let lists = tree
        .root()
        .into_iter()
        .flat_map(|root| tree.descendants(root))
        .filter(|node| {
            let name = super::finder::name_of(tree, *node);
            matches!(name.as_deref(), Some("Policies" | "ManagedPolicyArns"))
                && tree.kind(*node) != NodeKind::String
        });
    let named = lists
        .flat_map(|list| tree.elements(list))
        .filter_map(|element| match tree.kind(element) {
            NodeKind::String => tree.string(element).map(|name| name.into_owned()),
            NodeKind::Object => policy_template(tree, element),
            _ => None,
        });
    named.collect()
}

/// The name of a SAM policy template: the one member of an element such as `S3ReadPolicy: {BucketName: …}`.
fn policy_template(tree: &Tree, element: NodeId) -> Option<String> {
    let mut members = tree.members(element);
    let name = tree.key_text(members.next()?).into_owned();
    (members.next().is_none() && name.ends_with("Policy")).then_some(name)
}
