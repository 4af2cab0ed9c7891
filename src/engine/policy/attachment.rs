//! What a policy can be attached to.

use super::kind::PolicyKind;

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
    /// The policy of an S3 access point.
    S3AccessPointPolicy,
    /// The policy of an S3 Multi-Region Access Point.
    S3MultiRegionAccessPointPolicy,
    /// The policy of an S3 Object Lambda access point.
    S3ObjectLambdaPolicy,
    /// The access policy of an SQS queue.
    SqsQueuePolicy,
    /// The access policy of an SNS topic.
    SnsTopicPolicy,
    /// The policy of a KMS key.
    KmsKeyPolicy,
    /// The resource-based policy of a Lambda function.
    LambdaFunctionPolicy,
    /// The resource policy of a Secrets Manager secret.
    SecretPolicy,
    /// The policy of a private ECR repository.
    EcrRepositoryPolicy,
    /// The resource-based policy of a DynamoDB table.
    DynamoDbTablePolicy,
    /// The resource policy of an API Gateway REST API.
    RestApiPolicy,
    /// The policy of an EventBridge event bus.
    EventBusPolicy,
    /// The access policy of a Backup vault.
    BackupVaultPolicy,
    /// The access policy of an OpenSearch Service domain.
    SearchDomainPolicy,
    /// A resource policy of CloudWatch Logs.
    LogsResourcePolicy,
    /// The policy of an EFS file system.
    FileSystemPolicy,
    /// The resource policy of the Glue Data Catalog.
    GlueCatalogPolicy,
    /// The sending authorization policy of an SES identity.
    SesIdentityPolicy,
    /// The policy of a VPC endpoint.
    VpcEndpoint,
}

/// How an attachment is named, and whose policies it takes.
struct Facts {
    id: &'static str,
    label: &'static str,
    described: &'static str,
    service: Option<&'static str>,
}

const fn facts(id: &'static str, label: &'static str, described: &'static str) -> Facts {
    Facts {
        id,
        label,
        described,
        service: None,
    }
}

impl Facts {
    const fn of(self, service: &'static str) -> Self {
        Self {
            service: Some(service),
            ..self
        }
    }
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
        Self::S3AccessPointPolicy,
        Self::S3MultiRegionAccessPointPolicy,
        Self::S3ObjectLambdaPolicy,
        Self::SqsQueuePolicy,
        Self::SnsTopicPolicy,
        Self::KmsKeyPolicy,
        Self::LambdaFunctionPolicy,
        Self::SecretPolicy,
        Self::EcrRepositoryPolicy,
        Self::DynamoDbTablePolicy,
        Self::RestApiPolicy,
        Self::EventBusPolicy,
        Self::BackupVaultPolicy,
        Self::SearchDomainPolicy,
        Self::LogsResourcePolicy,
        Self::FileSystemPolicy,
        Self::GlueCatalogPolicy,
        Self::SesIdentityPolicy,
        Self::VpcEndpoint,
    ];

    fn facts(self) -> Facts {
        match self {
            Self::Managed => facts("managed", "Managed policy", "a managed policy"),
            Self::InlineUser => facts(
                "inline-user",
                "Inline policy of a user",
                "an inline policy of a user",
            ),
            Self::InlineGroup => facts(
                "inline-group",
                "Inline policy of a group",
                "an inline policy of a group",
            ),
            Self::InlineRole => facts(
                "inline-role",
                "Inline policy of a role",
                "an inline policy of a role",
            ),
            Self::RoleTrust => facts(
                "role-trust",
                "Trust policy of a role",
                "a role's trust policy",
            ),
            Self::Boundary => facts("boundary", "Permissions boundary", "a permissions boundary"),
            Self::Session => facts("session", "Session policy", "a session policy"),
            Self::Scp => facts("scp", "Service control policy", "a service control policy"),
            Self::Rcp => facts(
                "rcp",
                "Resource control policy",
                "a resource control policy",
            ),
            Self::S3BucketPolicy => {
                facts("s3-bucket", "S3 bucket policy", "an S3 bucket policy").of("s3")
            }
            Self::S3AccessPointPolicy => facts(
                "s3-access-point",
                "S3 access point policy",
                "an S3 access point policy",
            )
            .of("s3"),
            Self::S3MultiRegionAccessPointPolicy => facts(
                "s3-multi-region-access-point",
                "S3 Multi-Region Access Point policy",
                "an S3 Multi-Region Access Point policy",
            )
            .of("s3"),
            Self::S3ObjectLambdaPolicy => facts(
                "s3-object-lambda",
                "S3 Object Lambda access point policy",
                "an S3 Object Lambda access point policy",
            )
            .of("s3-object-lambda"),
            Self::SqsQueuePolicy => {
                facts("sqs-queue", "SQS queue policy", "an SQS queue policy").of("sqs")
            }
            Self::SnsTopicPolicy => {
                facts("sns-topic", "SNS topic policy", "an SNS topic policy").of("sns")
            }
            Self::KmsKeyPolicy => facts("kms-key", "KMS key policy", "a KMS key policy").of("kms"),
            Self::LambdaFunctionPolicy => facts(
                "lambda-function",
                "Lambda function policy",
                "a Lambda function policy",
            )
            .of("lambda"),
            Self::SecretPolicy => facts(
                "secret",
                "Secrets Manager secret policy",
                "a secret's policy",
            )
            .of("secretsmanager"),
            Self::EcrRepositoryPolicy => facts(
                "ecr-repository",
                "ECR repository policy",
                "an ECR repository policy",
            )
            .of("ecr"),
            Self::DynamoDbTablePolicy => facts(
                "dynamodb-table",
                "DynamoDB table policy",
                "a DynamoDB table policy",
            )
            .of("dynamodb"),
            Self::RestApiPolicy => facts(
                "rest-api",
                "API Gateway resource policy",
                "an API Gateway resource policy",
            )
            .of("execute-api"),
            Self::EventBusPolicy => facts(
                "event-bus",
                "EventBridge event bus policy",
                "an event bus policy",
            )
            .of("events"),
            Self::BackupVaultPolicy => facts(
                "backup-vault",
                "Backup vault access policy",
                "a backup vault's access policy",
            )
            .of("backup"),
            Self::SearchDomainPolicy => facts(
                "opensearch-domain",
                "OpenSearch domain policy",
                "an OpenSearch domain's access policy",
            )
            .of("es"),
            Self::LogsResourcePolicy => facts(
                "log-group",
                "CloudWatch Logs resource policy",
                "a CloudWatch Logs resource policy",
            )
            .of("logs"),
            Self::FileSystemPolicy => facts(
                "efs-file-system",
                "EFS file system policy",
                "an EFS file system policy",
            )
            .of("elasticfilesystem"),
            Self::GlueCatalogPolicy => facts(
                "glue-catalog",
                "Glue Data Catalog policy",
                "a Glue Data Catalog policy",
            )
            .of("glue"),
            Self::SesIdentityPolicy => facts(
                "ses-identity",
                "SES sending authorization policy",
                "an SES identity's policy",
            )
            .of("ses"),
            Self::VpcEndpoint => facts(
                "vpc-endpoint",
                "VPC endpoint policy",
                "a VPC endpoint policy",
            ),
        }
    }

    /// The name in files and links: lower case, hyphens.
    pub fn id(self) -> &'static str {
        self.facts().id
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
        self.facts().label
    }

    /// The name inside a sentence, with its article.
    pub fn described(self) -> &'static str {
        self.facts().described
    }

    /// The prefix of the service whose resource takes the policy, as its ARNs and actions have it;
    /// `None` for policies that are about many services.
    pub fn service(self) -> Option<&'static str> {
        self.facts().service
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
                Self::S3AccessPointPolicy,
                Self::S3MultiRegionAccessPointPolicy,
                Self::S3ObjectLambdaPolicy,
                Self::SqsQueuePolicy,
                Self::SnsTopicPolicy,
                Self::KmsKeyPolicy,
                Self::LambdaFunctionPolicy,
                Self::SecretPolicy,
                Self::EcrRepositoryPolicy,
                Self::DynamoDbTablePolicy,
                Self::RestApiPolicy,
                Self::EventBusPolicy,
                Self::BackupVaultPolicy,
                Self::SearchDomainPolicy,
                Self::LogsResourcePolicy,
                Self::FileSystemPolicy,
                Self::GlueCatalogPolicy,
                Self::SesIdentityPolicy,
            ],
            PolicyKind::Scp => &[Self::Scp],
            PolicyKind::Rcp => &[Self::Rcp],
            PolicyKind::Boundary => &[Self::Boundary],
            PolicyKind::Session => &[Self::Session],
            PolicyKind::Endpoint => &[Self::VpcEndpoint],
        }
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
}
