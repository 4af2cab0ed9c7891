//! Paths that need nothing but IAM.

use super::{EscalationPath, Means};

const fn path(action: &'static [&'static str], does: &'static str) -> EscalationPath {
    EscalationPath::new(Means::Iam, action, does)
}

/// A path that a condition on `iam:PermissionsBoundary` keeps within bounds.
///
/// Source of which actions know the key: service authorization reference of IAM, October 2026.
const fn bounded(action: &'static [&'static str], does: &'static str) -> EscalationPath {
    EscalationPath {
        knows_boundary: true,
        ..path(action, does)
    }
}

/// Sources: Rhino Security Labs, "AWS IAM Privilege Escalation – Methods and Mitigation", 2018;
/// for the boundaries Bishop Fox, "IAM Vulnerable", 2021, and Datadog, pathfinding.cloud, 2025.
pub(super) const PATHS: &[EscalationPath] = &[
    bounded(&["iam:PutRolePolicy"], "writes any permission into a role"),
    bounded(&["iam:AttachRolePolicy"], "gives a role any managed policy"),
    path(
        &["iam:UpdateAssumeRolePolicy"],
        "decides who may use a role",
    ),
    bounded(&["iam:PutUserPolicy"], "writes any permission into a user"),
    bounded(&["iam:AttachUserPolicy"], "gives a user any managed policy"),
    path(
        &["iam:PutGroupPolicy"],
        "writes any permission into a group",
    ),
    path(
        &["iam:AttachGroupPolicy"],
        "gives a group any managed policy",
    ),
    path(&["iam:AddUserToGroup"], "puts a user into any group"),
    path(&["iam:CreatePolicyVersion"], "rewrites a managed policy"),
    path(
        &["iam:SetDefaultPolicyVersion"],
        "brings back an older version of a managed policy",
    ),
    path(
        &["iam:CreateAccessKey"],
        "makes access keys for other users",
    ),
    path(
        &["iam:CreateLoginProfile"],
        "sets passwords for other users",
    ),
    path(
        &["iam:UpdateLoginProfile"],
        "changes the passwords of other users",
    ),
    bounded(
        &["iam:DeleteRolePermissionsBoundary"],
        "takes away the limit that was set for a role",
    ),
    bounded(
        &["iam:PutRolePermissionsBoundary"],
        "sets another limit for a role",
    ),
    bounded(
        &["iam:DeleteUserPermissionsBoundary"],
        "takes away the limit that was set for a user",
    ),
    bounded(
        &["iam:PutUserPermissionsBoundary"],
        "sets another limit for a user",
    ),
];
