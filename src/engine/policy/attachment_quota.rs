//! How large a policy may be at each place that takes one.

use super::attachment::Attachment;
use super::quota::{Quota, Unit};

impl Attachment {
    /// The size limit, as AWS sets it unless an account has had it raised; `None` where AWS names none.
    pub fn quota(self) -> Option<Quota> {
        Some(match self {
            Self::Managed | Self::Boundary => packed(6_144),
            Self::InlineUser => packed(2_048),
            Self::InlineGroup => packed(5_120),
            Self::InlineRole => packed(10_240),
            Self::RoleTrust => Quota {
                highest: 8_192,
                ..packed(2_048)
            },
            Self::Session => characters(2_048, IAM_QUOTAS),
            Self::Scp => characters(10_240, ORGANIZATIONS_QUOTAS),
            Self::Rcp => characters(5_120, ORGANIZATIONS_QUOTAS),
            Self::VpcEndpoint => characters(20_480, "AWS PrivateLink guide, quotas, 2025"),
            _ => return self.resource_quota(),
        })
    }

    /// The limit of a resource's policy.
    fn resource_quota(self) -> Option<Quota> {
        Some(match self {
            Self::S3BucketPolicy => bytes(
                20_480,
                "Amazon S3 User Guide, bucket policies (20 KB), 2025",
            ),
            Self::S3AccessPointPolicy | Self::S3MultiRegionAccessPointPolicy => bytes(
                20_480,
                "Amazon S3 User Guide, access point policies (20 KB), 2025",
            ),
            Self::SqsQueuePolicy => bytes(
                8_192,
                "Amazon SQS Developer Guide, limits of policy information (8,192 bytes), 2011",
            ),
            Self::SnsTopicPolicy => bytes(
                30_720,
                "Amazon SNS Developer Guide, policy quotas (30 KB), 2025",
            ),
            Self::KmsKeyPolicy => bytes(32_768, "AWS KMS Developer Guide, resource quotas, 2025"),
            Self::LambdaFunctionPolicy => {
                bytes(20_480, "AWS Lambda Developer Guide, quotas (20 KB), 2025")
            }
            Self::SecretPolicy => {
                characters(20_480, "AWS Secrets Manager User Guide, quotas, 2025")
            }
            Self::EcrRepositoryPolicy => characters(
                10_240,
                "Amazon ECR API Reference, SetRepositoryPolicy, 2025",
            ),
            Self::DynamoDbTablePolicy => bytes(
                20_480,
                "Amazon DynamoDB API Reference, PutResourcePolicy (20 KB), 2025",
            ),
            Self::RestApiPolicy => raisable(bytes(
                8_192,
                "Amazon API Gateway Developer Guide, quotas, 2025",
            )),
            Self::EventBusPolicy => raisable(characters(
                10_240,
                "Amazon EventBridge User Guide, quotas, 2025",
            )),
            Self::SearchDomainPolicy => bytes(
                102_400,
                "Amazon OpenSearch Service Developer Guide, quotas (100 KiB), 2025",
            ),
            Self::LogsResourcePolicy => characters(
                5_120,
                "Amazon CloudWatch Logs API Reference, PutResourcePolicy, 2025",
            ),
            Self::FileSystemPolicy => characters(
                20_000,
                "Amazon EFS API Reference, PutFileSystemPolicy, 2025",
            ),
            Self::GlueCatalogPolicy => bytes(
                10_240,
                "AWS Glue Developer Guide, resource policies (10 KB), 2025",
            ),
            Self::SesIdentityPolicy => bytes(
                4_096,
                "Amazon SES Developer Guide, sending authorization (4 KB), 2025",
            ),
            _ => return None,
        })
    }

    /// The size of a policy text in the unit of [`Attachment::quota`]; in characters where there is no quota.
    pub fn size_of(self, text: &str) -> usize {
        match self.quota() {
            Some(quota) => quota.size_of(text),
            None => text.chars().count(),
        }
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

/// A quota on the characters of the text as it is stored.
const fn characters(limit: usize, source: &'static str) -> Quota {
    Quota {
        limit,
        highest: limit,
        unit: Unit::Characters,
        counts_white_space: true,
        source,
    }
}

/// A quota on the bytes of the text as it is stored.
const fn bytes(limit: usize, source: &'static str) -> Quota {
    Quota {
        unit: Unit::Bytes,
        ..characters(limit, source)
    }
}

/// A quota that AWS raises on request, no one says how far.
const fn raisable(quota: Quota) -> Quota {
    Quota {
        highest: usize::MAX,
        ..quota
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_free_in_iam_and_counted_in_a_bucket_policy() {
        let text = "{ \"Version\": \"2012-10-17\" }";
        assert_eq!(Attachment::Managed.size_of(text), 24);
        assert_eq!(Attachment::S3BucketPolicy.size_of(text), 27);
        assert_eq!(Attachment::BackupVaultPolicy.size_of(text), 27);
    }

    #[test]
    fn only_two_attachments_have_no_published_limit() {
        let without = Attachment::ALL
            .iter()
            .filter(|attachment| attachment.quota().is_none());
        assert_eq!(
            without.collect::<Vec<_>>(),
            [
                &Attachment::S3ObjectLambdaPolicy,
                &Attachment::BackupVaultPolicy
            ]
        );
    }
}
