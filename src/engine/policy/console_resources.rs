//! Where in the AWS console the policy of a resource is pasted.

use super::attachment::Attachment;

impl Attachment {
    /// [`Attachment::steps`] for the policy of a resource; none for other policies.
    pub(super) fn resource_steps(self) -> &'static [&'static str] {
        match self {
            Self::S3BucketPolicy => &[
                "Open S3 and choose the bucket.",
                "On the Permissions tab find Bucket policy and choose Edit.",
                "Replace what is there with this policy and save the changes.",
            ],
            Self::S3AccessPointPolicy => &[
                "Open S3, choose Access Points and then the access point.",
                "On the Permissions tab find Access Point policy and choose Edit.",
                "Replace what is there with this policy and save the changes.",
                "The bucket's own policy must allow the same: it can hand the decision to its access points.",
            ],
            Self::S3MultiRegionAccessPointPolicy => &[
                "Open S3, choose Multi-Region Access Points and then the access point.",
                "On the Permissions tab find the policy and choose Edit.",
                "Replace what is there with this policy and save the changes; they take a while to reach all Regions.",
                "The policies of the buckets behind it must allow the same.",
            ],
            Self::S3ObjectLambdaPolicy => &[
                "Open S3, choose Object Lambda Access Points and then the access point.",
                "On the Permissions tab find the policy and choose Edit.",
                "Replace what is there with this policy and save the changes.",
            ],
            Self::SqsQueuePolicy => &[
                "Open SQS and choose the queue.",
                "Open its access policy and choose Edit.",
                "Replace what is there with this policy and save the changes.",
            ],
            Self::SnsTopicPolicy => &[
                "Open SNS, choose Topics and then the topic, then Edit.",
                "Open Access policy, replace what is there with this policy and save the changes.",
            ],
            Self::KmsKeyPolicy => &[
                "Open KMS, choose Customer managed keys and then the key.",
                "On the Key policy tab switch to the policy view and choose Edit.",
                "Replace what is there with this policy; make sure that somebody may still administer the key.",
            ],
            Self::LambdaFunctionPolicy => &[
                "Open Lambda and choose the function, then Configuration and Permissions.",
                "The console adds one statement at a time under Resource-based policy statements: enter those of this policy.",
                "Or add each with the call AddPermission; a whole document cannot be pasted.",
            ],
            Self::SecretPolicy => &[
                "Open Secrets Manager and choose the secret.",
                "Under Resource permissions choose Edit permissions.",
                "Replace what is there with this policy and save it; a policy that opens the secret to everyone is refused.",
            ],
            Self::EcrRepositoryPolicy => &[
                "Open ECR and choose the private repository.",
                "Under Permissions choose Edit policy JSON.",
                "Replace what is there with this policy and save it; it has no Resource element.",
            ],
            Self::DynamoDbTablePolicy => &[
                "Open DynamoDB, choose Tables and then the table.",
                "On the Permissions tab find the resource-based policy and choose Edit.",
                "Replace what is there with this policy and save the changes.",
            ],
            Self::RestApiPolicy => &[
                "Open API Gateway, choose the REST API and then Resource policy.",
                "Replace what is there with this policy and save it.",
                "Deploy the API again: until then the old policy holds.",
            ],
            Self::EventBusPolicy => &[
                "Open EventBridge, choose Event buses and then the bus.",
                "On the Permissions tab choose Manage permissions.",
                "Replace what is there with this policy and save it.",
            ],
            Self::BackupVaultPolicy => &[
                "Open AWS Backup, choose Backup vaults and then the vault.",
                "Under Access policy choose Edit.",
                "Replace what is there with this policy and save it.",
            ],
            Self::SearchDomainPolicy => &[
                "Open OpenSearch Service and choose the domain.",
                "On the Security configuration tab choose Edit and find Access policy.",
                "Switch to JSON, replace what is there with this policy and save the changes.",
            ],
            Self::LogsResourcePolicy => &[
                "The console has no page for it.",
                "Store this text with the call PutResourcePolicy of CloudWatch Logs, under a name of your choice; a Region holds ten of them.",
            ],
            Self::FileSystemPolicy => &[
                "Open EFS and choose the file system.",
                "On the File system policy tab choose Edit.",
                "Replace what is there with this policy and save it.",
            ],
            Self::GlueCatalogPolicy => &[
                "Open Glue and choose Catalog settings under Data Catalog.",
                "Replace what stands under Permissions with this policy and save it.",
            ],
            Self::SesIdentityPolicy => &[
                "Open SES, choose Identities and then the identity.",
                "On the Authorization tab choose Create policy, then a custom policy.",
                "Paste this policy and apply it.",
            ],
            _ => &[],
        }
    }

    /// The page of the console where the steps begin, behind the host's name; `None` where there is none.
    pub(super) fn resource_page(self) -> Option<&'static str> {
        Some(match self {
            Self::S3BucketPolicy => "s3/buckets",
            Self::S3AccessPointPolicy => "s3/ap",
            Self::S3MultiRegionAccessPointPolicy => "s3/home",
            Self::S3ObjectLambdaPolicy => "s3/olap",
            Self::SqsQueuePolicy => "sqs/v3/home#/queues",
            Self::SnsTopicPolicy => "sns/v3/home#/topics",
            Self::KmsKeyPolicy => "kms/home#/kms/keys",
            Self::LambdaFunctionPolicy => "lambda/home#/functions",
            Self::SecretPolicy => "secretsmanager/listsecrets",
            Self::EcrRepositoryPolicy => "ecr/private-registry/repositories",
            Self::DynamoDbTablePolicy => "dynamodbv2/home#tables",
            Self::RestApiPolicy => "apigateway/main/apis",
            Self::EventBusPolicy => "events/home#/eventbuses",
            Self::BackupVaultPolicy => "backup/home#/backupvaults",
            Self::SearchDomainPolicy => "aos/home#opensearch/domains",
            Self::FileSystemPolicy => "efs/home#/file-systems",
            Self::GlueCatalogPolicy => "glue/home",
            Self::SesIdentityPolicy => "ses/home#/identities",
            _ => return None,
        })
    }
}
