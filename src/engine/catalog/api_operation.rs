//! API operations whose name is not the name of the action by which they are authorised.

/// Service prefix, operation and action, where the operation is no action itself.
///
/// A policy that names the operation grants nothing, and looks right to whoever knows the API or the command line.
///
/// Sources: the reference pages of the operations and the Service Authorization Reference, 2026:
/// "Actions, resources, and condition keys for Amazon S3", "… AWS Lambda", "… Amazon SQS", "… Amazon SNS",
/// "… Amazon DynamoDB", "… Amazon Bedrock", "… Amazon Kinesis", "… Amazon OpenSearch Service".
pub const OPERATIONS: &[(&str, &str, &str)] = &[
    ("bedrock", "Converse", "InvokeModel"),
    ("bedrock", "ConverseStream", "InvokeModelWithResponseStream"),
    ("lambda", "GetLayerVersionByArn", "GetLayerVersion"),
    ("lambda", "Invoke", "InvokeFunction"),
    ("lambda", "InvokeWithResponseStream", "InvokeFunction"),
    ("s3", "CompleteMultipartUpload", "PutObject"),
    ("s3", "CopyObject", "PutObject"),
    ("s3", "CreateMultipartUpload", "PutObject"),
    ("s3", "DeleteBucketCors", "PutBucketCORS"),
    ("s3", "DeleteBucketEncryption", "PutEncryptionConfiguration"),
    ("s3", "DeleteBucketLifecycle", "PutLifecycleConfiguration"),
    (
        "s3",
        "DeleteBucketReplication",
        "PutReplicationConfiguration",
    ),
    ("s3", "DeleteBucketTagging", "PutBucketTagging"),
    ("s3", "DeleteObjects", "DeleteObject"),
    (
        "s3",
        "DeletePublicAccessBlock",
        "PutBucketPublicAccessBlock",
    ),
    (
        "s3",
        "GetBucketAccelerateConfiguration",
        "GetAccelerateConfiguration",
    ),
    (
        "s3",
        "GetBucketAnalyticsConfiguration",
        "GetAnalyticsConfiguration",
    ),
    ("s3", "GetBucketEncryption", "GetEncryptionConfiguration"),
    (
        "s3",
        "GetBucketInventoryConfiguration",
        "GetInventoryConfiguration",
    ),
    ("s3", "GetBucketLifecycle", "GetLifecycleConfiguration"),
    (
        "s3",
        "GetBucketLifecycleConfiguration",
        "GetLifecycleConfiguration",
    ),
    (
        "s3",
        "GetBucketMetricsConfiguration",
        "GetMetricsConfiguration",
    ),
    (
        "s3",
        "GetBucketNotificationConfiguration",
        "GetBucketNotification",
    ),
    ("s3", "GetBucketReplication", "GetReplicationConfiguration"),
    (
        "s3",
        "GetObjectLockConfiguration",
        "GetBucketObjectLockConfiguration",
    ),
    ("s3", "GetPublicAccessBlock", "GetBucketPublicAccessBlock"),
    ("s3", "HeadBucket", "ListBucket"),
    ("s3", "HeadObject", "GetObject"),
    ("s3", "ListBuckets", "ListAllMyBuckets"),
    ("s3", "ListMultipartUploads", "ListBucketMultipartUploads"),
    ("s3", "ListObjectVersions", "ListBucketVersions"),
    ("s3", "ListObjects", "ListBucket"),
    ("s3", "ListObjectsV2", "ListBucket"),
    ("s3", "ListParts", "ListMultipartUploadParts"),
    (
        "s3",
        "PutBucketAccelerateConfiguration",
        "PutAccelerateConfiguration",
    ),
    (
        "s3",
        "PutBucketAnalyticsConfiguration",
        "PutAnalyticsConfiguration",
    ),
    ("s3", "PutBucketEncryption", "PutEncryptionConfiguration"),
    (
        "s3",
        "PutBucketInventoryConfiguration",
        "PutInventoryConfiguration",
    ),
    ("s3", "PutBucketLifecycle", "PutLifecycleConfiguration"),
    (
        "s3",
        "PutBucketLifecycleConfiguration",
        "PutLifecycleConfiguration",
    ),
    (
        "s3",
        "PutBucketMetricsConfiguration",
        "PutMetricsConfiguration",
    ),
    (
        "s3",
        "PutBucketNotificationConfiguration",
        "PutBucketNotification",
    ),
    ("s3", "PutBucketReplication", "PutReplicationConfiguration"),
    (
        "s3",
        "PutObjectLockConfiguration",
        "PutBucketObjectLockConfiguration",
    ),
    ("s3", "PutPublicAccessBlock", "PutBucketPublicAccessBlock"),
    ("s3", "SelectObjectContent", "GetObject"),
    ("s3", "UploadPart", "PutObject"),
    ("s3", "UploadPartCopy", "PutObject"),
    ("sns", "PublishBatch", "Publish"),
    (
        "sqs",
        "ChangeMessageVisibilityBatch",
        "ChangeMessageVisibility",
    ),
    ("sqs", "DeleteMessageBatch", "DeleteMessage"),
    ("sqs", "SendMessageBatch", "SendMessage"),
];

/// The action that authorises an API operation which is itself no action, both compared without case.
pub fn action_of_operation(prefix: &str, operation: &str) -> Option<&'static str> {
    OPERATIONS
        .iter()
        .find(|(service, name, _)| {
            service.eq_ignore_ascii_case(prefix) && name.eq_ignore_ascii_case(operation)
        })
        .map(|(_, _, action)| *action)
}
