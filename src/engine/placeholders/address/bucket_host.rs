//! Addresses of buckets: `s3://…`, and the hosts under which S3 serves them.

use super::percent::decode;
use super::url::Url;
use super::{Telling, arn};

/// A bucket and what is in it, as `s3://` has them behind it.
pub(super) fn read_path(path: &str, all: &mut Telling) {
    arn::read_object(&decode(path), all);
}

/// Reads `bucket.s3.eu-central-1.amazonaws.com/key` and `s3.eu-central-1.amazonaws.com/bucket/key` in all their spellings.
///
/// Source: Amazon S3 User Guide, "Virtual hosting" and "Website endpoints", read November 2026.
pub(super) fn read(url: &Url, all: &mut Telling) -> bool {
    let host = without_domain(&url.host);
    let Some((bucket, endpoint)) = host.and_then(split_at_endpoint) else {
        return false;
    };
    let region = endpoint.split('.').find(|part| is_region(part));
    all.tell_region(region.unwrap_or_else(|| endpoint.trim_start_matches("website-")));
    match bucket {
        "" => read_path(url.path, all),
        _ => read_path(&format!("{bucket}/{}", url.path), all),
    }
    true
}

fn is_region(text: &str) -> bool {
    crate::engine::catalog::partition_of_region(text).is_some()
}

fn without_domain(host: &str) -> Option<&str> {
    const DOMAINS: [&str; 3] = [".amazonaws.com", ".amazonaws.com.cn", ".amazonaws.eu"];
    DOMAINS.iter().find_map(|domain| host.strip_suffix(domain))
}

/// The bucket before `s3` and what stands behind it: `("acme", "eu-central-1")`; the bucket is empty where the path has it.
fn split_at_endpoint(host: &str) -> Option<(&str, &str)> {
    let (bucket, endpoint) = match host.rfind(".s3") {
        Some(at) => (host.get(..at)?, host.get(at + ".s3".len()..)?),
        None => ("", host.strip_prefix("s3")?),
    };
    (endpoint.is_empty() || endpoint.starts_with(['.', '-']))
        .then(|| (bucket, endpoint.trim_start_matches(['.', '-'])))
}
