//! What a policy can be attached to, and the size limit that comes with it.

use super::arn::{Arn, ArnField};
use super::document::Policy;
use super::element::Element;
use super::kind::PolicyKind;
use super::quota::{Quota, Unit};

/// A place that takes a policy document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attachment {
    /// A customer managed policy.
    Managed,
    /// An inline policy of a user.
    InlineUser,
    /// An inline policy of a group.
    InlineGroup,
    /// An inline policy of a role.
    InlineRole,
    /// The trust policy of a role.
    RoleTrust,
    /// A managed policy used as permissions boundary.
    Boundary,
    /// A session policy, passed when a role is assumed.
    Session,
    /// A service control policy of AWS Organizations.
    Scp,
    /// A resource control policy of AWS Organizations.
    Rcp,
    /// The policy of an S3 bucket.
    S3BucketPolicy,
    /// The policy of a KMS key.
    KmsKeyPolicy,
    /// The access policy of an SNS topic.
    SnsTopicPolicy,
    /// The policy of a VPC endpoint.
    VpcEndpoint,
}

impl Attachment {
    /// Every attachment, in the order of the page's menu.
    pub const ALL: &'static [Self] = &[
        Self::Managed,
        Self::InlineUser,
        Self::InlineGroup,
        Self::InlineRole,
        Self::RoleTrust,
        Self::Boundary,
        Self::Session,
        Self::Scp,
        Self::Rcp,
        Self::S3BucketPolicy,
        Self::KmsKeyPolicy,
        Self::SnsTopicPolicy,
        Self::VpcEndpoint,
    ];

    /// The name in files and links: lower case, hyphens.
    pub fn id(self) -> &'static str {
        match self {
            Self::Managed => "managed",
            Self::InlineUser => "inline-user",
            Self::InlineGroup => "inline-group",
            Self::InlineRole => "inline-role",
            Self::RoleTrust => "role-trust",
            Self::Boundary => "boundary",
            Self::Session => "session",
            Self::Scp => "scp",
            Self::Rcp => "rcp",
            Self::S3BucketPolicy => "s3-bucket",
            Self::KmsKeyPolicy => "kms-key",
            Self::SnsTopicPolicy => "sns-topic",
            Self::VpcEndpoint => "vpc-endpoint",
        }
    }

    /// The attachment with this [`Attachment::id`].
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|attachment| attachment.id() == id)
    }

    /// The name for the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Managed => "Managed policy",
            Self::InlineUser => "Inline policy of a user",
            Self::InlineGroup => "Inline policy of a group",
            Self::InlineRole => "Inline policy of a role",
            Self::RoleTrust => "Trust policy of a role",
            Self::Boundary => "Permissions boundary",
            Self::Session => "Session policy",
            Self::Scp => "Service control policy",
            Self::Rcp => "Resource control policy",
            Self::S3BucketPolicy => "S3 bucket policy",
            Self::KmsKeyPolicy => "KMS key policy",
            Self::SnsTopicPolicy => "SNS topic policy",
            Self::VpcEndpoint => "VPC endpoint policy",
        }
    }

    /// The name inside a sentence, with its article.
    pub fn described(self) -> &'static str {
        match self {
            Self::Managed => "a managed policy",
            Self::InlineUser => "an inline policy of a user",
            Self::InlineGroup => "an inline policy of a group",
            Self::InlineRole => "an inline policy of a role",
            Self::RoleTrust => "a role's trust policy",
            Self::Boundary => "a permissions boundary",
            Self::Session => "a session policy",
            Self::Scp => "a service control policy",
            Self::Rcp => "a resource control policy",
            Self::S3BucketPolicy => "an S3 bucket policy",
            Self::KmsKeyPolicy => "a KMS key policy",
            Self::SnsTopicPolicy => "an SNS topic policy",
            Self::VpcEndpoint => "a VPC endpoint policy",
        }
    }

    /// The attachments that take a policy of this kind; the first is the default.
    pub fn for_kind(kind: PolicyKind) -> &'static [Self] {
        match kind {
            PolicyKind::Identity => &[
                Self::Managed,
                Self::InlineUser,
                Self::InlineGroup,
                Self::InlineRole,
            ],
            PolicyKind::Trust => &[Self::RoleTrust],
            PolicyKind::Resource => &[
                Self::S3BucketPolicy,
                Self::KmsKeyPolicy,
                Self::SnsTopicPolicy,
            ],
            PolicyKind::Scp => &[Self::Scp],
            PolicyKind::Rcp => &[Self::Rcp],
            PolicyKind::Boundary => &[Self::Boundary],
            PolicyKind::Session => &[Self::Session],
            PolicyKind::Endpoint => &[Self::VpcEndpoint],
        }
    }

    /// The prefix of the service whose resource takes the policy; `None` for policies that are about many services.
    pub fn service(self) -> Option<&'static str> {
        match self {
            Self::S3BucketPolicy => Some("s3"),
            Self::KmsKeyPolicy => Some("kms"),
            Self::SnsTopicPolicy => Some("sns"),
            _ => None,
        }
    }

    /// What a policy must be attached to by the ARNs of its resources, all of which are buckets or all topics.
    ///
    /// `None` where they differ, where there is none, or where one is a lone `*`.
    pub fn guess(policy: &Policy) -> Option<Self> {
        let mut resources = policy.statements().iter().flat_map(|statement| {
            let named = statement.entries(Element::Resource);
            named.chain(statement.entries(Element::NotResource))
        });
        let first = Self::of_resource(&resources.next()?.text)?;
        resources
            .all(|entry| Self::of_resource(&entry.text) == Some(first))
            .then_some(first)
    }

    /// What takes a policy about the resource of this ARN, where it can be told.
    fn of_resource(text: &str) -> Option<Self> {
        let arn = Arn::cut(text);
        let field = |field| arn.field(field);
        let is_global = field(ArnField::Region) == Some("") && field(ArnField::Account) == Some("");
        field(ArnField::Resource)?;
        match field(ArnField::Service)? {
            "s3" if is_global => Some(Self::S3BucketPolicy),
            "sns" => Some(Self::SnsTopicPolicy),
            _ => None,
        }
    }

    /// The size limit, as AWS sets it unless an account has had it raised.
    pub fn quota(self) -> Quota {
        match self {
            Self::Managed | Self::Boundary => packed(6_144),
            Self::InlineUser => packed(2_048),
            Self::InlineGroup => packed(5_120),
            Self::InlineRole => packed(10_240),
            Self::RoleTrust => Quota {
                highest: 8_192,
                ..packed(2_048)
            },
            Self::Session => stored(2_048, Unit::Characters, IAM_QUOTAS),
            Self::Scp => stored(10_240, Unit::Characters, ORGANIZATIONS_QUOTAS),
            Self::Rcp => stored(5_120, Unit::Characters, ORGANIZATIONS_QUOTAS),
            Self::S3BucketPolicy => stored(
                20_480,
                Unit::Bytes,
                "Amazon S3 User Guide, bucket policies (20 KB), 2025",
            ),
            Self::KmsKeyPolicy => stored(
                32_768,
                Unit::Bytes,
                "AWS KMS Developer Guide, resource quotas, 2025",
            ),
            Self::SnsTopicPolicy => stored(
                30_720,
                Unit::Bytes,
                "Amazon SNS Developer Guide, policy quotas (30 KB), 2025",
            ),
            Self::VpcEndpoint => stored(
                20_480,
                Unit::Characters,
                "AWS PrivateLink guide, quotas, 2025",
            ),
        }
    }

    /// The size of a policy text in the unit of [`Attachment::quota`].
    pub fn size_of(self, text: &str) -> usize {
        self.quota().size_of(text)
    }
}

const IAM_QUOTAS: &str = "IAM User Guide, IAM and AWS STS quotas, 2025";
/// The limit of service control policies went from 5,120 to 10,240 on 15 May 2026.
const ORGANIZATIONS_QUOTAS: &str = "AWS Organizations User Guide, quotas, May 2026";

/// A quota of IAM's own, for which white space is free.
const fn packed(limit: usize) -> Quota {
    Quota {
        limit,
        highest: limit,
        unit: Unit::Characters,
        counts_white_space: false,
        source: IAM_QUOTAS,
    }
}

/// A quota on the text as it is stored.
const fn stored(limit: usize, unit: Unit, source: &'static str) -> Quota {
    Quota {
        limit,
        highest: limit,
        unit,
        counts_white_space: true,
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_attachment_has_its_own_id_and_comes_back_by_it() {
        for attachment in Attachment::ALL {
            assert_eq!(Attachment::from_id(attachment.id()), Some(*attachment));
        }
        assert_eq!(Attachment::from_id("queue"), None);
    }

    #[test]
    fn every_kind_of_policy_has_an_attachment_and_every_attachment_a_kind() {
        let offered: Vec<Attachment> = PolicyKind::ALL
            .iter()
            .flat_map(|kind| Attachment::for_kind(*kind))
            .copied()
            .collect();
        assert!(
            PolicyKind::ALL
                .iter()
                .all(|kind| !Attachment::for_kind(*kind).is_empty())
        );
        assert!(
            Attachment::ALL
                .iter()
                .all(|attachment| offered.contains(attachment))
        );
    }

    #[test]
    fn white_space_is_free_in_iam_and_counted_in_a_bucket_policy() {
        let text = "{ \"Version\": \"2012-10-17\" }";
        assert_eq!(Attachment::Managed.size_of(text), 24);
        assert_eq!(Attachment::S3BucketPolicy.size_of(text), 27);
    }
}
