//! What an address of the AWS console says.

use super::percent::decode;
use super::url::Url;
use super::{Telling, arn, web};

/// The hosts of the console, each behind a Region and, with several sessions, an account
/// (AWS Management Console, "multi-session support", and the consoles of the partitions; read November 2026).
const HOSTS: [(&str, &str); 4] = [
    ("console.aws.amazon.com", "aws"),
    ("console.amazonaws.cn", "aws-cn"),
    ("console.amazonaws-us-gov.com", "aws-us-gov"),
    ("console.amazonaws-eusc.eu", "aws-eusc"),
];

/// Reads the address, if it is one of the console.
pub(super) fn read(url: &Url, all: &mut Telling) -> bool {
    let host = HOSTS.iter().find_map(|(host, partition)| {
        let before = url.host.strip_suffix(host)?;
        Some((before, *partition))
    });
    let Some((before, partition)) = host else {
        return false;
    };
    all.tell("partition", partition);
    for part in before.split('.') {
        all.tell_account(part.split('-').next().unwrap_or_default());
    }
    let region = url.parameter("region");
    let of_host = before.split('.').find(|part| is_region(part));
    all.tell_region(region.as_deref().or(of_host).unwrap_or_default());
    read_page(url, all);
    true
}

fn is_region(text: &str) -> bool {
    crate::engine::catalog::partition_of_region(text).is_some()
}

/// What the page shows: the thing whose ARN or URL is in the address, or whose name is in a known place of it.
fn read_page(url: &Url, all: &mut Telling) {
    let page = decode(&format!("{}#{}", url.path, url.fragment));
    if let Some(arn) = page.find("arn:").and_then(|at| page.get(at..)) {
        return arn::read(arn.split(['?', '&', '|']).next().unwrap_or(arn), all);
    }
    if let Some((_, queue)) = page.split_once("https://sqs.") {
        let (host, path) = queue.split_once('/').unwrap_or_default();
        return web::read_queue(&format!("sqs.{host}"), path, all);
    }
    read_parameters(url, all);
    for (before, type_id) in NAMES {
        if let Some((_, rest)) = page.split_once(before) {
            let name = rest.split(['/', '?', '&', '#']).next().unwrap_or_default();
            all.tell(type_id, name);
        }
    }
    read_long_names(&page, all);
}

/// What stands in the page's address before a name of the given type (consoles of the services, November 2026).
const NAMES: [(&str, &str); 10] = [
    ("#/roles/details/", "role-name"),
    ("#/roles/", "role-name"),
    ("#/users/details/", "user-name"),
    ("#/users/", "user-name"),
    ("s3/buckets/", "bucket-name"),
    ("s3/object/", "bucket-name"),
    ("#ListRecordSets/", "hosted-zone-id"),
    ("/hostedzones/", "hosted-zone-id"),
    ("#/distributions/", "distribution-id"),
    ("#/roles/", "role-name"),
];

/// Names with slashes in them, which consoles code once or twice.
fn read_long_names(page: &str, all: &mut Telling) {
    if let Some((_, name)) = page.split_once("log-groups/log-group/") {
        let name = name.split('/').next().unwrap_or_default();
        all.tell("log-group-name", &decode(&decode(&name.replace('$', "%"))));
    }
    if let Some((_, name)) = page.split_once("systems-manager/parameters/") {
        let name = name.split("/description").next().unwrap_or_default();
        all.tell("parameter-path", name.trim_matches(['/', '#']));
    }
    if let Some((_, id)) = page.split_once("#/kms/keys/") {
        let id = id.split(['/', '?']).next().unwrap_or_default();
        if let (Some(partition), Some(region), Some(account)) = (
            all.get("partition"),
            all.get("region"),
            all.get("account-id"),
        ) {
            let arn = format!("arn:{partition}:kms:{region}:{account}:key/{id}");
            all.tell("kms-key-arn", &arn);
        }
    }
}

/// Names that stand in the query.
fn read_parameters(url: &Url, all: &mut Telling) {
    let is_of = |service: &str| url.path.starts_with(service);
    let mut tell = |type_id, name: &str| {
        if let Some(value) = url.parameter(name) {
            all.tell(type_id, value.trim_end_matches('/'));
        }
    };
    if is_of("s3/buckets/") {
        tell("object-prefix", "prefix");
    } else if is_of("s3/object/") {
        tell("object-key", "prefix");
    } else if is_of("dynamodb") {
        tell("table-name", "name");
        tell("table-name", "table");
    } else if is_of("secretsmanager/") {
        tell("secret-name", "name");
    }
}
