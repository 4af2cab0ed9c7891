//! What an exporter is given.

use crate::engine::placeholders::{Piece, Placeholder};
use crate::engine::policy::{Attachment, PolicyKind};

/// One policy to be exported.
#[derive(Debug, Clone, Copy)]
pub struct ExportInput<'a> {
    /// The policy as the author has it, stand-ins included.
    pub template: &'a str,
    /// The policy with its values filled in, as the reader sees it.
    pub shown: &'a str,
    /// What kind of policy it is.
    pub kind: PolicyKind,
    /// Where it is to be attached; `None` for the usual place of its kind.
    pub attachment: Option<Attachment>,
    /// What in the template stands for a value.
    pub placeholders: &'a [Placeholder],
    /// Where each of them stands in the shown text.
    pub pieces: &'a [Piece],
    /// What the policy and what it is attached to are called.
    pub names: &'a Names,
    /// Whether stand-ins and names without a value become parameters, in a format that has some.
    pub parameters: bool,
}

/// What a policy and what it is attached to are called, as far as that has been said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// The name of the policy; without one it is named after its kind.
    pub policy: Option<String>,
    /// The name, ID, URL or ARN of what the policy is attached to, as the [`super::Need`] asks for it; blank counts as nothing.
    pub target: Option<String>,
    /// Whom a managed policy is attached to, by the name in `target`; `None` only creates it.
    pub holder: Option<Holder>,
    /// ARNs of managed policies that a role gets with its trust policy.
    pub managed_policies: Vec<String>,
}

/// Who can hold managed policies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// An IAM user.
    User,
    /// An IAM user group.
    Group,
    /// An IAM role.
    Role,
}

impl Holder {
    /// Every holder.
    pub const ALL: [Self; 3] = [Self::User, Self::Group, Self::Role];

    /// `user`, `group` or `role`.
    pub fn id(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Group => "group",
            Self::Role => "role",
        }
    }
}

impl ExportInput<'_> {
    /// Where the policy goes: as chosen, or the usual place of its kind.
    pub(super) fn place(&self) -> Attachment {
        let usual = Attachment::for_kind(self.kind);
        let chosen = self.attachment.filter(|chosen| usual.contains(chosen));
        chosen
            .or_else(|| usual.first().copied())
            .unwrap_or(Attachment::Managed)
    }

    /// Whether the place is known: resource policies differ too much for a usual one.
    pub(super) fn knows_its_place(&self) -> bool {
        self.kind != PolicyKind::Resource || self.attachment.is_some()
    }

    /// Who holds the policy, for one that users, groups and roles can have.
    pub(super) fn holder(&self) -> Option<Holder> {
        match self.place() {
            Attachment::InlineUser => Some(Holder::User),
            Attachment::InlineGroup => Some(Holder::Group),
            Attachment::InlineRole | Attachment::RoleTrust => Some(Holder::Role),
            Attachment::Managed | Attachment::Boundary => self.names.holder,
            _ => None,
        }
    }
}
