//! The resource types of CloudFormation that hold policies.

use crate::engine::policy::{Attachment, PolicyKind};

/// A resource type with what its policies are.
pub(in super::super) struct ResourceType {
    pub name: &'static str,
    pub holder: Holder,
}

/// What holds a policy, and of which kind the policy is.
#[derive(Clone, Copy)]
pub(in super::super) struct Holder {
    /// What the resource is called in a sentence.
    pub what: &'static str,
    pub kind: Option<PolicyKind>,
    pub attachment: Option<Attachment>,
}

impl Holder {
    /// A resource of a type that is not in the table.
    pub(in super::super) fn of_unknown_type() -> Self {
        Holder {
            what: "resource",
            kind: None,
            attachment: None,
        }
    }
}

const fn identity(name: &'static str, what: &'static str, attachment: Attachment) -> ResourceType {
    ResourceType {
        name,
        holder: Holder {
            what,
            kind: Some(PolicyKind::Identity),
            attachment: Some(attachment),
        },
    }
}

const fn resource(
    name: &'static str,
    what: &'static str,
    attachment: Option<Attachment>,
) -> ResourceType {
    ResourceType {
        name,
        holder: Holder {
            what,
            kind: Some(PolicyKind::Resource),
            attachment,
        },
    }
}

/// In the order of the services.
///
/// Source: AWS CloudFormation User Guide, template reference, 2025.
/// `AWS::IAM::Policy` and `AWS::Organizations::Policy` say by their properties what they are attached to.
pub(in super::super) const RESOURCE_TYPES: &[ResourceType] = &[
    resource(
        "AWS::ApiGateway::RestApi",
        "API",
        Some(Attachment::RestApiPolicy),
    ),
    resource(
        "AWS::Backup::BackupVault",
        "backup vault",
        Some(Attachment::BackupVaultPolicy),
    ),
    resource("AWS::CloudTrail::ResourcePolicy", "trail", None),
    resource("AWS::CodeArtifact::Domain", "CodeArtifact domain", None),
    resource(
        "AWS::CodeArtifact::Repository",
        "CodeArtifact repository",
        None,
    ),
    resource(
        "AWS::DynamoDB::GlobalTable",
        "table",
        Some(Attachment::DynamoDbTablePolicy),
    ),
    resource(
        "AWS::DynamoDB::Table",
        "table",
        Some(Attachment::DynamoDbTablePolicy),
    ),
    ResourceType {
        name: "AWS::EC2::VPCEndpoint",
        holder: Holder {
            what: "VPC endpoint",
            kind: Some(PolicyKind::Endpoint),
            attachment: Some(Attachment::VpcEndpoint),
        },
    },
    resource("AWS::ECR::PublicRepository", "repository", None),
    resource("AWS::ECR::RegistryPolicy", "registry", None),
    resource(
        "AWS::ECR::Repository",
        "repository",
        Some(Attachment::EcrRepositoryPolicy),
    ),
    resource(
        "AWS::ECR::RepositoryCreationTemplate",
        "repository",
        Some(Attachment::EcrRepositoryPolicy),
    ),
    resource(
        "AWS::EFS::FileSystem",
        "file system",
        Some(Attachment::FileSystemPolicy),
    ),
    resource(
        "AWS::Elasticsearch::Domain",
        "search domain",
        Some(Attachment::SearchDomainPolicy),
    ),
    resource(
        "AWS::Events::EventBus",
        "event bus",
        Some(Attachment::EventBusPolicy),
    ),
    resource(
        "AWS::Events::EventBusPolicy",
        "event bus",
        Some(Attachment::EventBusPolicy),
    ),
    identity("AWS::IAM::Group", "group", Attachment::InlineGroup),
    identity("AWS::IAM::GroupPolicy", "group", Attachment::InlineGroup),
    identity(
        "AWS::IAM::ManagedPolicy",
        "managed policy",
        Attachment::Managed,
    ),
    identity("AWS::IAM::Policy", "policy", Attachment::InlineRole),
    identity("AWS::IAM::Role", "role", Attachment::InlineRole),
    identity("AWS::IAM::RolePolicy", "role", Attachment::InlineRole),
    identity("AWS::IAM::User", "user", Attachment::InlineUser),
    identity("AWS::IAM::UserPolicy", "user", Attachment::InlineUser),
    resource("AWS::Kinesis::ResourcePolicy", "stream", None),
    resource("AWS::KMS::Key", "key", Some(Attachment::KmsKeyPolicy)),
    resource(
        "AWS::KMS::ReplicaKey",
        "key",
        Some(Attachment::KmsKeyPolicy),
    ),
    resource("AWS::Logs::Destination", "log destination", None),
    resource("AWS::Logs::LogGroup", "log group", None),
    resource(
        "AWS::Logs::ResourcePolicy",
        "log group",
        Some(Attachment::LogsResourcePolicy),
    ),
    resource("AWS::MediaStore::Container", "container", None),
    resource(
        "AWS::OpenSearchService::Domain",
        "search domain",
        Some(Attachment::SearchDomainPolicy),
    ),
    ResourceType {
        name: "AWS::Organizations::Policy",
        holder: Holder {
            what: "organization policy",
            kind: None,
            attachment: None,
        },
    },
    resource(
        "AWS::S3::AccessPoint",
        "access point",
        Some(Attachment::S3AccessPointPolicy),
    ),
    resource(
        "AWS::S3::BucketPolicy",
        "bucket",
        Some(Attachment::S3BucketPolicy),
    ),
    resource(
        "AWS::S3::MultiRegionAccessPointPolicy",
        "Multi-Region Access Point",
        Some(Attachment::S3MultiRegionAccessPointPolicy),
    ),
    resource("AWS::S3Express::BucketPolicy", "directory bucket", None),
    resource("AWS::S3Tables::TableBucketPolicy", "table bucket", None),
    resource(
        "AWS::SecretsManager::ResourcePolicy",
        "secret",
        Some(Attachment::SecretPolicy),
    ),
    identity(
        "AWS::Serverless::Function",
        "function",
        Attachment::InlineRole,
    ),
    identity(
        "AWS::Serverless::StateMachine",
        "state machine",
        Attachment::InlineRole,
    ),
    resource(
        "AWS::SNS::TopicInlinePolicy",
        "topic",
        Some(Attachment::SnsTopicPolicy),
    ),
    resource(
        "AWS::SNS::TopicPolicy",
        "topic",
        Some(Attachment::SnsTopicPolicy),
    ),
    resource(
        "AWS::SQS::QueueInlinePolicy",
        "queue",
        Some(Attachment::SqsQueuePolicy),
    ),
    resource(
        "AWS::SQS::QueuePolicy",
        "queue",
        Some(Attachment::SqsQueuePolicy),
    ),
    identity(
        "AWS::SSO::PermissionSet",
        "permission set",
        Attachment::InlineRole,
    ),
    resource("AWS::VpcLattice::AuthPolicy", "service network", None),
    resource("AWS::VpcLattice::ResourcePolicy", "service network", None),
    resource("AWS::XRay::ResourcePolicy", "X-Ray", None),
];
