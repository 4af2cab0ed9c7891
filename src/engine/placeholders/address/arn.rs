//! What an ARN says.

use super::Telling;
use crate::engine::catalog::partition_rule;

pub(super) fn read(arn: &str, all: &mut Telling) {
    let mut fields = arn.splitn(6, ':').skip(1);
    let [partition, service, region, account, resource] =
        std::array::from_fn(|_| fields.next().unwrap_or_default());
    if let Some(rule) = partition_rule(partition) {
        all.tell("partition", rule.id);
    }
    all.tell_region(region);
    all.tell_account(account);
    read_resource(arn, service, resource, all);
}

/// The last field, by the service and by what stands before the first slash or colon in it.
fn read_resource(arn: &str, service: &str, resource: &str, all: &mut Telling) {
    let (kind, name) = resource.split_once(['/', ':']).unwrap_or((resource, ""));
    let first = name.split('/').next().unwrap_or_default();
    match (service, kind) {
        ("s3", _) if arn.starts_with("arn:") && all.get("account-id").is_none() => {
            read_object(resource, all);
        }
        ("sqs", _) => all.tell("queue-name", resource),
        ("iam", "role") => read_role(arn, name, all),
        ("iam", "user") => all.tell("user-name", last_part(name)),
        ("iam", "policy") => {
            all.tell("policy-name", last_part(name));
            all.tell("policy-arn", arn);
        }
        ("iam", "oidc-provider") => all.tell("oidc-issuer", name),
        ("sts", "assumed-role") => all.tell("role-name", first),
        ("kms", "key") => {
            all.tell("kms-key-arn", arn);
            all.tell("kms-key-id", first);
        }
        ("sns", _) => all.tell("topic-name", resource.split(':').next().unwrap_or_default()),
        ("lambda", "function") => {
            all.tell("function-name", name.split(':').next().unwrap_or_default())
        }
        ("ec2", "vpc") => all.tell("vpc-id", first),
        ("ec2", "vpc-endpoint") => all.tell("vpc-endpoint-id", first),
        ("ec2", "instance") => all.tell("instance-id", first),
        ("organizations", "organization" | "account" | "ou") => all.tell("org-id", first),
        ("dynamodb", "table") => all.tell("table-name", first),
        ("logs", "log-group") => all.tell("log-group-name", name.split(':').next().unwrap_or(name)),
        ("route53", "hostedzone") => all.tell("hosted-zone-id", first),
        ("cloudfront", "distribution") => all.tell("distribution-id", first),
        ("secretsmanager", "secret") => all.tell("secret-name", without_random_end(name)),
        ("ssm", "parameter") => all.tell("parameter-path", name),
        ("cloudtrail", "trail") => all.tell("trail-name", first),
        ("batch", "job-queue") => all.tell("job-queue-name", first),
        _ => {}
    }
}

/// A bucket, and the object or the folder in it.
pub(super) fn read_object(path: &str, all: &mut Telling) {
    let (bucket, key) = path.split_once('/').unwrap_or((path, ""));
    all.tell("bucket-name", bucket);
    let whole = path.strip_suffix("/*").unwrap_or(path);
    all.tell("bucket-path", whole.trim_end_matches('/'));
    match key.trim_end_matches('*').strip_suffix('/') {
        Some(folder) => all.tell("object-prefix", folder),
        None => all.tell("object-key", key),
    }
}

fn read_role(arn: &str, path_and_name: &str, all: &mut Telling) {
    all.tell("role-arn", arn);
    all.tell("role-name", last_part(path_and_name));
    all.tell("role-name-with-path", path_and_name);
    all.tell("role-name-pattern", path_and_name);
    if let Some((path, _)) = path_and_name.rsplit_once('/') {
        all.tell("role-path", path);
    }
}

fn last_part(path_and_name: &str) -> &str {
    path_and_name.rsplit('/').next().unwrap_or(path_and_name)
}

/// The name of a secret without the hyphen and the six characters that Secrets Manager adds.
fn without_random_end(name: &str) -> &str {
    let (start, end) = name.rsplit_once('-').unwrap_or((name, ""));
    let is_random = end.len() == 6
        && end
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'?');
    if is_random { start } else { name }
}
