//! Condition keys whose values are of one kind.

use crate::engine::placeholders::place::Place;

/// What the values of a key are, if they are all of one kind; the key is written in small letters.
///
/// Source: AWS, "AWS global condition context keys", "Available keys for IAM and AWS STS", and the keys of S3, KMS and EC2,
/// read November 2026.
pub(super) fn place_of_values(key: &str) -> Option<Place> {
    let (service, name) = key.split_once(':')?;
    Some(match (service, name) {
        (
            "aws",
            "sourceaccount" | "sourceowner" | "principalaccount" | "resourceaccount"
            | "vpceaccount",
        )
        | ("s3", "resourceaccount" | "dataaccesspointaccount")
        | ("kms", "calleraccount") => Place::Account,
        ("aws", "requestedregion") | ("ec2", "region") => Place::Region,
        ("aws", "username") => Place::User,
        ("aws", "principalorgid" | "sourceorgid" | "resourceorgid" | "vpceorgid") => {
            Place::Organization
        }
        ("aws", "sourcevpc") | ("ec2", "vpcid") => Place::Vpc,
        ("aws", "sourcevpce") => Place::VpcEndpoint,
        ("aws", "sourceip" | "vpcsourceip") => Place::Addresses,
        ("aws", "sourcearn" | "principalarn")
        | ("ec2", "sourceinstancearn" | "vpc" | "instanceprofile")
        | ("lambda", "functionarn")
        | ("ecs", "cluster")
        | ("s3", "x-amz-server-side-encryption-aws-kms-key-id") => Place::Arn,
        ("iam", "permissionsboundary" | "policyarn") => Place::PolicyArn,
        ("iam", "passedtoservice" | "awsservicename") | ("kms", "viaservice") => Place::Service,
        ("aws", "calledvia" | "calledviafirst" | "calledvialast") => Place::Service,
        ("sts", "externalid") => Place::ExternalId,
        ("aws", "tagkeys") => Place::TagKey,
        ("s3", "prefix") => Place::ObjectPrefix,
        _ if is_tag(name) => Place::TagValue,
        _ => Place::Text,
    })
}

fn is_tag(name: &str) -> bool {
    ["requesttag/", "resourcetag/", "principaltag/"]
        .iter()
        .any(|start| name.starts_with(start))
}
