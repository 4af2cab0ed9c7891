//! Names by which people call a service and which are not the prefix of its actions.

/// What a service is called by its clients or its users, and its prefix.
///
/// Sources: AWS CLI Command Reference (names of commands) and the Service Authorization Reference (prefixes), 2026.
const SERVICE_NAMES: &[(&str, &str)] = &[
    ("accessanalyzer", "access-analyzer"),
    ("amp", "aps"),
    ("apigatewaymanagementapi", "execute-api"),
    ("apigatewayv2", "apigateway"),
    ("appintegrations", "app-integrations"),
    ("application-insights", "applicationinsights"),
    ("bedrock-agent", "bedrock"),
    ("bedrock-agent-runtime", "bedrock"),
    ("bedrock-runtime", "bedrock"),
    ("cloudcontrol", "cloudformation"),
    ("cloudmap", "servicediscovery"),
    ("cloudwatch-events", "events"),
    ("cloudwatch-logs", "logs"),
    ("cloudwatchevents", "events"),
    ("cloudwatchlogs", "logs"),
    ("codeguruprofiler", "codeguru-profiler"),
    ("cognito", "cognito-idp"),
    ("docdb", "rds"),
    ("dynamodbstreams", "dynamodb"),
    ("efs", "elasticfilesystem"),
    ("elasticsearch", "es"),
    ("elb", "elasticloadbalancing"),
    ("elbv2", "elasticloadbalancing"),
    ("emr", "elasticmapreduce"),
    ("eventbridge", "events"),
    ("iot-data", "iot"),
    ("kinesisanalyticsv2", "kinesisanalytics"),
    ("lexv2-models", "lex"),
    ("lexv2-runtime", "lex"),
    ("msk", "kafka"),
    ("mwaa", "airflow"),
    ("neptune", "rds"),
    ("opensearchserverless", "aoss"),
    ("parameterstore", "ssm"),
    ("pinpoint", "mobiletargeting"),
    ("resourcegroupstaggingapi", "tag"),
    ("s3api", "s3"),
    ("s3control", "s3"),
    ("sagemaker-runtime", "sagemaker"),
    ("secrets-manager", "secretsmanager"),
    ("service-quotas", "servicequotas"),
    ("sesv2", "ses"),
    ("sfn", "states"),
    ("simpledb", "sdb"),
    ("sso-admin", "sso"),
    ("step-functions", "states"),
    ("stepfunctions", "states"),
    ("systems-manager", "ssm"),
    ("systemsmanager", "ssm"),
    ("timestream-query", "timestream"),
    ("timestream-write", "timestream"),
    ("wafregional", "waf-regional"),
    ("x-ray", "xray"),
];

/// The prefix of the service that is called so, compared without case.
pub(super) fn prefix_of_service(called: &str) -> Option<&'static str> {
    let known = SERVICE_NAMES
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(called));
    known.map(|(_, prefix)| *prefix)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::bundled;
    use super::*;

    #[test]
    fn no_name_is_a_prefix_and_each_leads_to_one() {
        let catalog = bundled().unwrap();
        for (name, prefix) in SERVICE_NAMES {
            assert!(catalog.service(name).is_none(), "{name}");
            assert_eq!(catalog.service(prefix).unwrap().prefix(), *prefix);
            assert_eq!(catalog.nearest_services(name).first(), Some(prefix));
        }
        assert!(SERVICE_NAMES.is_sorted());
    }
}
