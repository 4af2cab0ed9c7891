//! The typed fields of an ARN.

use std::ops::Range;

use super::pieces::split;
use super::{Content, Slot, claim};
use crate::engine::placeholders::place::Place;

pub(super) fn read(content: Content, whole: Range<usize>, slots: &mut Vec<Slot>) {
    let fields = split(content, whole, &[':'], 6);
    let text = |index: usize| fields.get(index).map_or("", |field| content.get(field));
    for (place, index) in [
        (Place::Partition, 1),
        (Place::Region, 3),
        (Place::Account, 4),
    ] {
        if let Some(range) = fields.get(index).cloned() {
            slots.push(Slot { place, range });
        }
    }
    let Some(resource) = fields.get(5).cloned() else {
        return;
    };
    let is_global = text(3).is_empty() && text(4).is_empty();
    match text(2) {
        "s3" if is_global => read_bucket(content, resource, slots),
        service => read_resource(content, service, resource, slots),
    }
}

/// A bucket and the path in it; S3, CloudTrail and others keep an account's logs under `AWSLogs/`.
fn read_bucket(content: Content, resource: Range<usize>, slots: &mut Vec<Slot>) {
    let parts = split(content, resource, &['/'], usize::MAX);
    for (index, range) in parts.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| parts.get(before));
        let is_of_account = before
            .is_some_and(|before| unescaped(content.get(before)) == "AWSLogs")
            && !is_organization_id(unescaped(content.get(range)));
        let place = match (index, is_of_account) {
            (0, _) => Place::Bucket,
            (_, true) => Place::Account,
            _ => Place::ObjectPrefix,
        };
        slots.push(Slot {
            place,
            range: range.clone(),
        });
    }
}

/// The logs of an organization's accounts lie below its ID: `o-` and ten to thirty-two letters and digits.
///
/// Source: AWS Organizations API Reference, "Organization", 2025.
fn is_organization_id(text: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    text.strip_prefix("o-")
        .is_some_and(|rest| (10..=32).contains(&rest.len()) && rest.chars().all(is_plain))
}

fn read_resource(content: Content, service: &str, resource: Range<usize>, slots: &mut Vec<Slot>) {
    let mut push = |place, range: Range<usize>| slots.push(Slot { place, range });
    let parts = split(content, resource.clone(), &['/', ':'], usize::MAX);
    let kind = parts
        .first()
        .map_or("", |first| unescaped(content.get(first)));
    let rest = parts.get(1).map(|first| first.start..resource.end);
    let last = parts.last().filter(|_| parts.len() > 1);
    match (service, kind, rest) {
        ("sqs", _, _) => push(Place::Queue, resource),
        ("sns", _, _) => push(Place::Topic, parts.first().cloned().unwrap_or(resource)),
        (_, _, None) => push(Place::Resource, resource),
        ("iam", "oidc-provider", Some(rest)) => push(Place::Issuer, rest),
        ("ssm", "parameter", Some(rest)) => push(Place::Parameter, rest),
        ("secretsmanager", "secret", Some(rest)) => push(Place::Secret, rest),
        ("logs", "log-group", Some(rest)) => {
            let name = split(content, rest.clone(), &[':'], 2);
            push(Place::LogGroup, name.first().cloned().unwrap_or(rest));
        }
        _ => {
            let named = place_of_name(service, kind);
            let of_last = place_of_last_part(service, kind);
            for (index, range) in parts.iter().enumerate().skip(1) {
                let place = match of_last.filter(|_| Some(range) == last) {
                    Some(place) => place,
                    None if index == 1 => named.unwrap_or(Place::Resource),
                    None => Place::Resource,
                };
                push(place, range.clone());
            }
        }
    }
    claim::read_issuer(content, slots);
}

/// What stands right behind the type of a resource.
fn place_of_name(service: &str, kind: &str) -> Option<Place> {
    Some(match (service, kind) {
        ("sts", "assumed-role") => Place::Role,
        ("dynamodb", "table") => Place::Table,
        ("route53", "hostedzone") => Place::HostedZone,
        ("cloudfront", "distribution") => Place::Distribution,
        ("cloudtrail", "trail") => Place::Trail,
        ("batch", "job-queue") => Place::JobQueue,
        ("kms", "key") => Place::KeyId,
        ("lambda", "function") => Place::Function,
        ("ec2", "vpc") => Place::Vpc,
        ("ec2", "vpc-endpoint") => Place::VpcEndpoint,
        ("ec2", "instance") => Place::Instance,
        ("organizations", "organization" | "account" | "ou") => Place::Organization,
        _ => return None,
    })
}

/// What stands at the end of a resource whose name has a path in front.
fn place_of_last_part(service: &str, kind: &str) -> Option<Place> {
    Some(match (service, kind) {
        ("iam", "user" | "mfa") => Place::User,
        ("iam", "role") => Place::Role,
        ("iam", "group") => Place::Group,
        ("iam", "policy") => Place::Policy,
        ("iam", "instance-profile") => Place::InstanceProfile,
        _ => return None,
    })
}

/// The text before a slash, which may be written `\/`.
fn unescaped(text: &str) -> &str {
    text.trim_end_matches('\\')
}
