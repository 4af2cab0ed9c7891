//! Whose policy it is and what it is called, from what stands around it.

use super::finder::{name_of, objects_around, path_names};
use super::paste::Owner;
use super::template::functions::Functions;
use super::template::resource_of;
use crate::engine::policy::{Attachment, PolicyKind};
use crate::engine::syntax::{NodeId, Tree};

/// What the surroundings of a policy say about it.
#[derive(Debug, Default)]
pub(super) struct Surroundings {
    pub name: Option<String>,
    pub owner: Option<Owner>,
    pub kind: Option<PolicyKind>,
    pub attachment: Option<Attachment>,
}

/// Reads what stands around a node: the resource of a template, or the names in a response.
pub(super) fn surroundings(tree: &Tree, node: NodeId, functions: &Functions) -> Surroundings {
    let mut found = match resource_of(tree, node) {
        Some(resource) => Surroundings {
            name: None,
            owner: Some(resource.owner),
            kind: resource.kind,
            attachment: resource.attachment,
        },
        None => of_serverless(tree, node).unwrap_or_else(|| of_response(tree, node)),
    };
    found.name = suggested_name(tree, node, &found, functions);
    found
}

/// The name that the policy has, or one made from its owner's.
fn suggested_name(
    tree: &Tree,
    node: NodeId,
    found: &Surroundings,
    functions: &Functions,
) -> Option<String> {
    let text = |value| functions.text(tree, value);
    let named =
        nearest(tree, node, &["PolicyName", "ManagedPolicyName"], text).map(|(_, name)| name);
    let owner = found.owner.as_ref().map(|owner| owner.id.as_str());
    match (found.attachment, owner) {
        (Some(Attachment::RoleTrust), Some(owner)) => Some(format!("{owner} trust policy")),
        (Some(Attachment::RoleTrust), None) => Some("Trust policy".to_owned()),
        (_, owner) => named.or_else(|| owner.map(str::to_owned)),
    }
}

/// The statements of a Serverless Framework file: those of one function, or those of all.
///
/// Source: Serverless Framework documentation, "IAM permissions for functions", 2025.
fn of_serverless(tree: &Tree, node: NodeId) -> Option<Surroundings> {
    let path = path_names(tree, node);
    path.last()
        .filter(|name| matches!(name.as_str(), "iamRoleStatements" | "statements"))?;
    let plain = |value| tree.string(value).map(|text| text.into_owned());
    let service = nearest(tree, node, &["service"], plain);
    let owner = match path.as_slice() {
        [first, function, ..] if first == "functions" => Some(Owner {
            what: "function",
            id: function.clone(),
        }),
        _ => service.map(|(_, id)| Owner {
            what: "service",
            id,
        }),
    };
    Some(Surroundings {
        owner,
        kind: Some(PolicyKind::Identity),
        attachment: Some(Attachment::InlineRole),
        name: None,
    })
}

/// Members of a response that name the owner of the policy beside or in them.
///
/// Source: AWS CLI Command Reference, outputs of `aws iam`, 2025.
const OWNERS: [(&str, &str, Attachment); 3] = [
    ("RoleName", "role", Attachment::InlineRole),
    ("UserName", "user", Attachment::InlineUser),
    ("GroupName", "group", Attachment::InlineGroup),
];

fn of_response(tree: &Tree, node: NodeId) -> Surroundings {
    let path = path_names(tree, node);
    let plain = |value| tree.string(value).map(|text| text.into_owned());
    if path.iter().any(|name| is_managed(name)) {
        let name = nearest(tree, node, &["PolicyName"], plain).map(|(_, name)| name);
        return Surroundings {
            owner: name.map(|id| Owner {
                what: "managed policy",
                id,
            }),
            kind: Some(PolicyKind::Identity),
            attachment: Some(Attachment::Managed),
            name: None,
        };
    }
    let names = OWNERS.map(|(member, _, _)| member);
    let owner = nearest(tree, node, &names, plain).and_then(|(member, id)| {
        let (_, what, attachment) = OWNERS.into_iter().find(|(name, ..)| *name == member)?;
        Some((Owner { what, id }, attachment))
    });
    let is_trust = path
        .last()
        .is_some_and(|name| name == "AssumeRolePolicyDocument");
    let is_inline = path.last().is_some_and(|name| name == "PolicyDocument");
    match owner {
        _ if is_trust => Surroundings {
            owner: owner.map(|(owner, _)| owner),
            kind: Some(PolicyKind::Trust),
            attachment: Some(Attachment::RoleTrust),
            name: None,
        },
        Some((owner, attachment)) if is_inline => Surroundings {
            owner: Some(owner),
            kind: Some(PolicyKind::Identity),
            attachment: Some(attachment),
            name: None,
        },
        _ => Surroundings::default(),
    }
}

fn is_managed(name: &str) -> bool {
    matches!(name, "PolicyVersion" | "PolicyVersionList" | "Versions")
}

/// The text of the nearest member of one of these names, in the objects around a node.
fn nearest(
    tree: &Tree,
    node: NodeId,
    names: &[&'static str],
    text_of: impl Fn(NodeId) -> Option<String>,
) -> Option<(&'static str, String)> {
    objects_around(tree, node).chain([node]).find_map(|object| {
        names.iter().find_map(|name| {
            let text = text_of(tree.member(object, name)?.value)?;
            (!text.trim().is_empty()).then_some((*name, text))
        })
    })
}

/// The name of the member that holds a node, for a policy whose surroundings say nothing else.
pub(super) fn member_name(tree: &Tree, node: NodeId) -> Option<String> {
    const SAYING_NOTHING: [&str; 7] = [
        "Policy",
        "Document",
        "PolicyDocument",
        "Content",
        "Statement",
        "statements",
        "iamRoleStatements",
    ];
    name_of(tree, node).filter(|name| !SAYING_NOTHING.contains(&name.as_str()))
}
