//! In which domain a service's principal stands, partition by partition.

use super::partition_table::PartitionRule;

/// The domain of service principals wherever nothing else is known.
const USUAL: &str = "amazonaws.com";

/// A service whose principal stands in the partition's own domain.
struct Exception {
    /// `None` for every partition.
    partition: Option<&'static str>,
    service: &'static str,
    /// Whether a Region follows the service's name: `logs.cn-north-1.amazonaws.com.cn`.
    regional: bool,
}

/// Everything else is `SERVICE.amazonaws.com` in every partition: `ecs-tasks`, `lambda` and `batch` in China too.
///
/// Source: aws-cdk, `region-info/lib/default.ts`, read on 2026-11-29: `logs`, `codedeploy`, `elasticmapreduce`, and the isolated Regions.
/// `ec2` in China: the same file until 2022-10, and aws-cdk issues 1282 and 24709, where IAM and EKS refuse `ec2.amazonaws.com`; `lambda`: issue 2198.
const EXCEPTIONS: [Exception; 8] = [
    exception(None, "logs", true),
    exception(Some("aws-cn"), "codedeploy", true),
    exception(Some("aws-cn"), "ec2", false),
    exception(Some("aws-cn"), "elasticmapreduce", false),
    exception(Some("aws-iso"), "cloudhsm", false),
    exception(Some("aws-iso"), "config", false),
    exception(Some("aws-iso"), "workspaces", false),
    exception(Some("aws-iso-b"), "dms", false),
];

const fn exception(
    partition: Option<&'static str>,
    service: &'static str,
    regional: bool,
) -> Exception {
    Exception {
        partition,
        service,
        regional,
    }
}

/// The domain of a service principal in a partition, by what stands before it: `ec2`, `logs.eu-west-1`.
pub fn principal_domain(labels: &str, partition: &PartitionRule) -> &'static str {
    let (service, regional) = match labels.split_once('.') {
        Some((service, _)) => (service, true),
        None => (labels, false),
    };
    let is_own = EXCEPTIONS.iter().any(|exception| {
        exception.service == service
            && exception.regional == regional
            && exception.partition.is_none_or(|id| id == partition.id)
    });
    if is_own { partition.domain } else { USUAL }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::principal_domain;
    use crate::engine::catalog::partition_rule;

    #[test]
    fn differs_from_service_to_service_and_from_partition_to_partition() {
        for (labels, partition, domain) in [
            ("ec2", "aws", "amazonaws.com"),
            ("ec2", "aws-cn", "amazonaws.com.cn"),
            ("ec2", "aws-us-gov", "amazonaws.com"),
            ("ecs-tasks", "aws-cn", "amazonaws.com"),
            ("elasticmapreduce", "aws-cn", "amazonaws.com.cn"),
            ("logs.cn-north-1", "aws-cn", "amazonaws.com.cn"),
            ("logs.{{region}}", "aws-eusc", "amazonaws.eu"),
            ("ec2.cn-north-1", "aws-cn", "amazonaws.com"),
            ("workspaces", "aws-iso", "c2s.ic.gov"),
            ("workspaces", "aws-cn", "amazonaws.com"),
        ] {
            let rule = partition_rule(partition).unwrap();
            assert_eq!(
                principal_domain(labels, rule),
                domain,
                "{labels} in {partition}"
            );
        }
    }
}
