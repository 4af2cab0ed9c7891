//! The resource types of Terraform that hold policies.

use crate::engine::policy::{Attachment, PolicyKind};

/// What a resource of a type holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Holder {
    /// What it is called in a sentence.
    pub what: &'static str,
    pub kind: Option<PolicyKind>,
    pub attachment: Option<Attachment>,
}

const fn holder(what: &'static str, kind: PolicyKind, attachment: Option<Attachment>) -> Holder {
    Holder {
        what,
        kind: Some(kind),
        attachment,
    }
}

/// What a resource of this type holds in this attribute.
///
/// Source: Terraform AWS provider, resource reference, 2025.
pub(super) fn holder_of(resource_type: &str, attribute: &str) -> Holder {
    use Attachment::{
        EcrRepositoryPolicy, FileSystemPolicy, InlineGroup, InlineRole, InlineUser, KmsKeyPolicy,
        Managed, RoleTrust, S3BucketPolicy, SecretPolicy, SnsTopicPolicy, SqsQueuePolicy,
        VpcEndpoint,
    };
    use PolicyKind::{Endpoint, Identity, Resource, Trust};
    match (resource_type, attribute) {
        (_, "assume_role_policy") => holder("role", Trust, Some(RoleTrust)),
        ("aws_iam_role" | "aws_iam_role_policy", _) => holder("role", Identity, Some(InlineRole)),
        ("aws_iam_user" | "aws_iam_user_policy", _) => holder("user", Identity, Some(InlineUser)),
        ("aws_iam_group" | "aws_iam_group_policy", _) => {
            holder("group", Identity, Some(InlineGroup))
        }
        ("aws_iam_policy", _) => holder("managed policy", Identity, Some(Managed)),
        ("aws_ssoadmin_permission_set_inline_policy", _) => {
            holder("permission set", Identity, Some(InlineRole))
        }
        ("aws_s3_bucket" | "aws_s3_bucket_policy", _) => {
            holder("bucket", Resource, Some(S3BucketPolicy))
        }
        ("aws_kms_key" | "aws_kms_key_policy" | "aws_kms_replica_key", _) => {
            holder("key", Resource, Some(KmsKeyPolicy))
        }
        ("aws_sns_topic" | "aws_sns_topic_policy", _) => {
            holder("topic", Resource, Some(SnsTopicPolicy))
        }
        ("aws_sqs_queue" | "aws_sqs_queue_policy", _) => {
            holder("queue", Resource, Some(SqsQueuePolicy))
        }
        ("aws_secretsmanager_secret" | "aws_secretsmanager_secret_policy", _) => {
            holder("secret", Resource, Some(SecretPolicy))
        }
        ("aws_ecr_repository_policy", _) => {
            holder("repository", Resource, Some(EcrRepositoryPolicy))
        }
        ("aws_efs_file_system_policy", _) => {
            holder("file system", Resource, Some(FileSystemPolicy))
        }
        ("aws_vpc_endpoint" | "aws_vpc_endpoint_policy", _) => {
            holder("VPC endpoint", Endpoint, Some(VpcEndpoint))
        }
        ("aws_organizations_policy", _) => Holder {
            what: "organization policy",
            kind: None,
            attachment: None,
        },
        _ => Holder {
            what: "resource",
            kind: None,
            attachment: None,
        },
    }
}
