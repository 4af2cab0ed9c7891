//! Paths that need nothing but IAM, or IAM Identity Center.

use super::{EscalationPath, Means};

/// A path by one action on resources of this type.
const fn path(
    on: &'static str,
    action: &'static [&'static str],
    does: &'static str,
) -> EscalationPath {
    EscalationPath {
        on: Some(on),
        ..EscalationPath::new(Means::Iam, action, does)
    }
}

/// A path that a condition on `iam:PermissionsBoundary` keeps within bounds.
///
/// Source of which actions know the key: service authorization reference of IAM, October 2026.
const fn bounded(
    on: &'static str,
    action: &'static [&'static str],
    does: &'static str,
) -> EscalationPath {
    EscalationPath {
        knows_boundary: true,
        ..path(on, action, does)
    }
}

/// Sources: Rhino Security Labs, "AWS IAM Privilege Escalation – Methods and Mitigation", 2018;
/// for the boundaries Bishop Fox, "IAM Vulnerable", 2021, and Datadog, pathfinding.cloud, 2025;
/// for permission sets IAM Identity Center API Reference, 2026.
pub(super) const PATHS: &[EscalationPath] = &[
    bounded(
        "role",
        &["iam:PutRolePolicy"],
        "writes any permission into a role",
    ),
    bounded(
        "role",
        &["iam:AttachRolePolicy"],
        "gives a role any managed policy",
    ),
    path(
        "role",
        &["iam:UpdateAssumeRolePolicy"],
        "decides who may use a role",
    ),
    bounded(
        "user",
        &["iam:PutUserPolicy"],
        "writes any permission into a user",
    ),
    bounded(
        "user",
        &["iam:AttachUserPolicy"],
        "gives a user any managed policy",
    ),
    path(
        "group",
        &["iam:PutGroupPolicy"],
        "writes any permission into a group",
    ),
    path(
        "group",
        &["iam:AttachGroupPolicy"],
        "gives a group any managed policy",
    ),
    path(
        "group",
        &["iam:AddUserToGroup"],
        "puts a user into any group",
    ),
    path(
        "policy",
        &["iam:CreatePolicyVersion"],
        "rewrites a managed policy",
    ),
    path(
        "policy",
        &["iam:SetDefaultPolicyVersion"],
        "brings back an older version of a managed policy",
    ),
    path(
        "user",
        &["iam:CreateAccessKey"],
        "makes access keys for other users",
    ),
    path(
        "user",
        &["iam:CreateLoginProfile"],
        "sets passwords for other users",
    ),
    path(
        "user",
        &["iam:UpdateLoginProfile"],
        "changes the passwords of other users",
    ),
    bounded(
        "role",
        &["iam:DeleteRolePermissionsBoundary"],
        "takes away the limit that was set for a role",
    ),
    bounded(
        "role",
        &["iam:PutRolePermissionsBoundary"],
        "sets another limit for a role",
    ),
    bounded(
        "user",
        &["iam:DeleteUserPermissionsBoundary"],
        "takes away the limit that was set for a user",
    ),
    bounded(
        "user",
        &["iam:PutUserPermissionsBoundary"],
        "sets another limit for a user",
    ),
    path(
        "permissionSet",
        &["sso:PutInlinePolicyToPermissionSet"],
        "writes any permission into a permission set",
    ),
    path(
        "permissionSet",
        &["sso:AttachManagedPolicyToPermissionSet"],
        "gives a permission set any managed policy",
    ),
    path(
        "permissionSet",
        &["sso:AttachCustomerManagedPolicyReferenceToPermissionSet"],
        "gives a permission set any policy of an account",
    ),
    path(
        "permissionSet",
        &["sso:CreateAccountAssignment"],
        "gives anybody any permission set in any account",
    ),
];
