//! The role, user, group or resource that a policy belongs to.

use super::update::template_attachment;
use crate::engine::policy::{Attachment, PolicyKind};
use crate::engine::templates::{SetOwner, Template, TemplateKind};

/// Whom or what a policy belongs to; policies with the same owner stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owner {
    /// What it is.
    pub what: OwnerKind,
    /// Its name, as far as it is known; empty where it is not. Of a resource, what it is: `S3 bucket`.
    pub name: String,
}

/// What a policy can belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnerKind {
    /// An IAM role.
    Role,
    /// An IAM user.
    User,
    /// An IAM user group.
    Group,
    /// A resource with a policy of its own, such as a bucket.
    Resource,
}

/// How two templates that complete each other are related.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pairing {
    /// The second says who may use the role of the first.
    ItsTrustPolicy,
    /// Both are trust policies, so they belong to two roles.
    TwoTrustPolicies,
    /// Anything else.
    Other,
}

impl Pairing {
    pub(super) fn of(first: &Template, second: &Template) -> Self {
        match (first.kind, second.kind) {
            (TemplateKind::Trust, TemplateKind::Trust) => Self::TwoTrustPolicies,
            (_, TemplateKind::Trust) => Self::ItsTrustPolicy,
            _ => Self::Other,
        }
    }
}

impl OwnerKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Role, Self::User, Self::Group, Self::Resource];

    /// The kind as templates write it: `role`, `user`, `group`, `resource`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::User => "user",
            Self::Group => "group",
            Self::Resource => "resource",
        }
    }

    /// The kind with this [`OwnerKind::id`].
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// What the place takes policies of; `None` where that can be several, or nothing in IAM.
    fn of_attachment(attachment: Attachment) -> Option<Self> {
        match attachment {
            Attachment::InlineRole | Attachment::RoleTrust => Some(Self::Role),
            Attachment::InlineUser => Some(Self::User),
            Attachment::InlineGroup => Some(Self::Group),
            other => Attachment::for_kind(PolicyKind::Resource)
                .contains(&other)
                .then_some(Self::Resource),
        }
    }
}

impl Owner {
    /// Whose policy a template is: as the place says, or else the first user or role that its documents name.
    pub(super) fn of_template(template: &Template) -> Option<Self> {
        let attachment = template_attachment(template);
        let place = attachment.and_then(OwnerKind::of_attachment);
        let named = template.published_names.iter().find_map(|published| {
            let what = OwnerKind::from_id(&published.what)?;
            let fits = place.is_none_or(|place| place == what);
            fits.then(|| Owner {
                what,
                name: published.name.clone(),
            })
        });
        named.or_else(|| {
            place.map(|what| Owner {
                what,
                name: match what {
                    OwnerKind::Resource => attachment.map(resource_of).unwrap_or_default(),
                    _ => String::new(),
                },
            })
        })
    }

    /// An owner as a set names it; `None` where its kind is not known.
    pub(super) fn of_set(owner: &SetOwner) -> Option<Self> {
        Some(Owner {
            what: OwnerKind::from_id(&owner.what)?,
            name: owner.name.clone(),
        })
    }

    /// The owner of a policy that completes one of `active`, and would by itself belong to `own`.
    pub(super) fn of_partner(
        active: Option<&Owner>,
        own: Option<Owner>,
        pairing: Pairing,
    ) -> Option<Owner> {
        let Some(active) = active.filter(|active| active.what != OwnerKind::Resource) else {
            return own;
        };
        let is_shared = match (&own, pairing) {
            (_, Pairing::TwoTrustPolicies) => false,
            (None, _) => true,
            (Some(own), Pairing::ItsTrustPolicy) => own.what == active.what,
            (Some(own), Pairing::Other) => {
                own.what == active.what && (own.name.is_empty() || own.name == active.name)
            }
        };
        if is_shared { Some(active.clone()) } else { own }
    }

    /// The owner in words: `Role AWSBatchServiceRole`, or `Role` where the name is not known.
    pub fn label(&self) -> String {
        let what = match self.what {
            OwnerKind::Role => "Role",
            OwnerKind::User => "User",
            OwnerKind::Group => "Group",
            OwnerKind::Resource => return self.name.clone(),
        };
        format!("{what} {}", self.name).trim_end().to_owned()
    }
}

/// The resource that takes such a policy: of `S3 bucket policy`, `S3 bucket`.
fn resource_of(attachment: Attachment) -> String {
    let label = attachment.label();
    let cut = [" resource policy", " access policy", " policy"];
    let resource = cut.iter().find_map(|end| label.strip_suffix(end));
    resource.unwrap_or(label).to_owned()
}
