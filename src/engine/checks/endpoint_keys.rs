//! The condition keys of VPC endpoints, and the services that set them.

/// A key about the owner of the VPC endpoint that a request came through.
pub(super) struct EndpointKey {
    /// The name of the key.
    pub name: &'static str,
    /// Whether the services of [`ALSO_ORGANIZATION_ID`] set it as well.
    is_set_by_more: bool,
}

/// The keys that only some services set.
pub(super) static ENDPOINT_KEYS: [EndpointKey; 3] = [
    EndpointKey {
        name: "aws:VpceAccount",
        is_set_by_more: false,
    },
    EndpointKey {
        name: "aws:VpceOrgPaths",
        is_set_by_more: false,
    },
    EndpointKey {
        name: "aws:VpceOrgID",
        is_set_by_more: true,
    },
];

/// Services that set all three keys, in alphabetical order; IAM not for `iam:PassRole`.
///
/// Source: IAM User Guide, "AWS global condition context keys", 2026.
const ALL_KEYS: [&str; 39] = [
    "acm-pca",
    "applicationinsights",
    "apprunner",
    "athena",
    "cloudformation",
    "comprehendmedical",
    "compute-optimizer",
    "datasync",
    "discovery",
    "dynamodb",
    "ebs",
    "ecr",
    "ecs",
    "firehose",
    "gamelift",
    "healthlake",
    "iam",
    "iotfleetwise",
    "iotwireless",
    "kinesisanalytics",
    "kms",
    "lambda",
    "medical-imaging",
    "omics",
    "payment-cryptography",
    "polly",
    "rbin",
    "rekognition",
    "route53",
    "s3",
    "scheduler",
    "servicediscovery",
    "servicequotas",
    "shield",
    "ssm-contacts",
    "storagegateway",
    "textract",
    "transcribe",
    "transfer",
];

/// Services that set `aws:VpceOrgID` alone, in alphabetical order.
///
/// Source: IAM User Guide, "AWS global condition context keys", 2026.
const ALSO_ORGANIZATION_ID: [&str; 13] = [
    "b2bi",
    "cassandra",
    "cognito-identity",
    "dms",
    "ds-data",
    "identitystore",
    "iottwinmaker",
    "network-firewall",
    "pricing",
    "ses",
    "sms-voice",
    "sqs",
    "workmail",
];

impl EndpointKey {
    /// The services that set the key.
    pub fn services(&self) -> impl Iterator<Item = &'static str> + use<> {
        let more = ALSO_ORGANIZATION_ID.into_iter();
        let is_set_by_more = self.is_set_by_more;
        ALL_KEYS
            .into_iter()
            .chain(more.filter(move |_| is_set_by_more))
    }

    /// Whether the service of this prefix sets the key for the action; case makes no difference.
    pub fn is_set_by(&self, service: &str, action: &str) -> bool {
        let service = service.to_ascii_lowercase();
        let is_in = |list: &[&str]| list.binary_search(&service.as_str()).is_ok();
        let is_exempt = service == "iam" && action.eq_ignore_ascii_case("PassRole");
        !is_exempt && (is_in(&ALL_KEYS) || (self.is_set_by_more && is_in(&ALSO_ORGANIZATION_ID)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_in_order_and_apart() {
        assert!(ALL_KEYS.is_sorted() && ALSO_ORGANIZATION_ID.is_sorted());
        assert!(
            ALSO_ORGANIZATION_ID
                .iter()
                .all(|service| !ALL_KEYS.contains(service))
        );
    }
}
