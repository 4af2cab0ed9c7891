//! On what, in words.

use super::Subject;
use super::principals::LONGEST_NAME;
use crate::engine::catalog::{Catalog, Service};
use crate::engine::meaning::Names;
use crate::engine::policy::{Arn, ArnField, PolicyKind, covers, has_wildcard};
use crate::engine::text::{joined, quoted_within};

/// The most resources that are named together.
const MOST_NAMED: usize = 5;

/// The most resources that words are looked for.
const MOST_LOOKED_AT: usize = 64;

/// Finds words for resources.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    catalog: Option<&'a Catalog>,
    /// What a lone `*` is.
    everything: &'static str,
}

impl<'a> Words<'a> {
    pub(super) fn new(subject: &Subject<'a>) -> Self {
        Self {
            catalog: subject.catalog,
            everything: match subject.kind {
                PolicyKind::Resource => "everything that the policy is attached to",
                _ => "every resource",
            },
        }
    }

    /// All resources of an element.
    pub(super) fn all(&self, names: &Names) -> String {
        let entries: Vec<&str> = names.entries.iter().map(written).collect();
        self.some(names.except, &entries)
    }

    /// Those resources of an element that belong to a service; all of them where none does, or where that cannot be told.
    pub(super) fn of_service(
        &self,
        names: &Names,
        prefix: &str,
        service: Option<Service>,
    ) -> String {
        let entries: Vec<&str> = names.entries.iter().map(written).collect();
        let own: Vec<&str> = entries
            .iter()
            .filter(|entry| names.except || self.belongs(entry, prefix, service))
            .copied()
            .collect();
        self.some(names.except, if own.is_empty() { &entries } else { &own })
    }

    /// Whether a resource can be one of a service, by the service field of its ARN.
    fn belongs(&self, entry: &str, prefix: &str, service: Option<Service>) -> bool {
        let arn = Arn::cut(entry);
        let Some(field) = arn.field(ArnField::Service) else {
            return true;
        };
        let is_listed = || {
            let mut formats = self
                .catalog
                .into_iter()
                .flat_map(|catalog| catalog.arn_formats_of(field));
            formats.any(|(resource_type, _)| Some(resource_type.service()) == service)
        };
        covers(field, prefix) || is_listed()
    }

    fn some(&self, except: bool, entries: &[&str]) -> String {
        if !except && entries.contains(&"*") {
            return self.everything.to_owned();
        }
        let (looked_at, beyond) = entries.split_at(entries.len().min(MOST_LOOKED_AT));
        let mut words = self.buckets(looked_at);
        let more = words.len().saturating_sub(MOST_NAMED) + beyond.len();
        words.truncate(MOST_NAMED);
        let listed = joined(words, more, "and");
        match (except, entries.is_empty()) {
            (true, true) => self.everything.to_owned(),
            (true, false) => format!("{} but {listed}", self.everything),
            (false, true) => "no resource".into(),
            (false, false) => listed,
        }
    }

    /// Words for each resource; a bucket that stands beside all of its objects is named once.
    fn buckets(&self, entries: &[&str]) -> Vec<String> {
        let mut words = Vec::new();
        for entry in entries {
            if let Some(bucket) = entry.strip_suffix("/*").and_then(bucket_name)
                && entries.contains(&entry.trim_end_matches("/*"))
            {
                words.push(format!("bucket {} and its objects", name(bucket)));
            } else if !entries.contains(&format!("{entry}/*").as_str())
                || bucket_name(entry).is_none()
            {
                words.push(self.one(entry));
            }
        }
        words
    }

    fn one(&self, entry: &str) -> String {
        let words = object_or_bucket(entry).or_else(|| self.typed(entry));
        words.unwrap_or_else(|| name(entry))
    }

    /// The type and the name of a resource, where only one type can be meant.
    fn typed(&self, entry: &str) -> Option<String> {
        let arn = Arn::cut(entry);
        let field = |field| arn.field(field);
        let (service, resource) = (field(ArnField::Service)?, field(ArnField::Resource)?);
        let service = self.catalog?.service(service)?;
        let types = service.resource_types();
        let formats = types.flat_map(|of| of.arn_formats().map(move |format| (of, format)));
        let (region, account) = (field(ArnField::Region)?, field(ArnField::Account)?);
        let mut fitting = formats.filter(|(_, format)| {
            may_have(format.region(), region)
                && may_have(format.account(), account)
                && format.resource_overlaps(resource)
        });
        let (resource_type, format) = fitting.next()?;
        if fitting.any(|(other, _)| other != resource_type) {
            return None;
        }
        let (before, variable) = format.resource().split_once("${")?;
        let is_simple = variable.find('}') == variable.len().checked_sub(1);
        let named = resource.strip_prefix(before).filter(|_| is_simple)?;
        let kind = resource_type.name().replace('-', " ");
        let place = place(region, account);
        Some(match named {
            "*" => format!("every {kind}{place}"),
            _ => format!("{kind} {}{place}", name(named)),
        })
    }
}

/// Whether a field of an ARN can be what a format has there.
fn may_have(format: &str, field: &str) -> bool {
    !format.is_empty() || field.is_empty() || field == "*"
}

/// The Region and the account that an ARN names, to follow the resource's name.
fn place(region: &str, account: &str) -> String {
    let is_named = |field: &&str| !field.is_empty() && *field != "*";
    let region = Some(region)
        .filter(is_named)
        .map(|region| format!(" in {}", name(region)));
    let account = Some(account)
        .filter(is_named)
        .map(|account| format!(" of account {}", name(account)));
    [region, account].into_iter().flatten().collect()
}

/// A bucket or objects of one, for which no catalog is needed.
///
/// Source: Service Authorization Reference of Amazon S3, "Resource types", 2026.
fn object_or_bucket(entry: &str) -> Option<String> {
    if let Some(bucket) = bucket_name(entry) {
        return Some(match bucket {
            "*" => "every bucket and every object".into(),
            // A star at the end reaches over the slash before an object's name.
            _ if bucket.ends_with('*') => format!("buckets {} and their objects", name(bucket)),
            _ => format!("bucket {}", name(bucket)),
        });
    }
    let (bucket, key) = s3_resource(entry)?.split_once('/')?;
    let bucket = match bucket {
        "*" => "every bucket".into(),
        _ => format!("bucket {}", name(bucket)),
    };
    Some(match key {
        "*" => format!("every object in {bucket}"),
        _ if has_wildcard(key) => format!("objects {} in {bucket}", name(key)),
        _ => format!("object {} in {bucket}", name(key)),
    })
}

/// The name in the ARN of a bucket.
fn bucket_name(entry: &str) -> Option<&str> {
    s3_resource(entry).filter(|resource| !resource.contains('/'))
}

/// The last field of an ARN of S3 without Region and account.
fn s3_resource(entry: &str) -> Option<&str> {
    let arn = Arn::cut(entry);
    let is = |field, text| arn.field(field) == Some(text);
    let is_of_s3 =
        is(ArnField::Service, "s3") && is(ArnField::Region, "") && is(ArnField::Account, "");
    arn.field(ArnField::Resource)
        .filter(|resource| is_of_s3 && !resource.is_empty())
}

fn written(entry: &crate::engine::meaning::Entry) -> &str {
    &entry.written
}

fn name(text: &str) -> String {
    quoted_within(text, LONGEST_NAME)
}
