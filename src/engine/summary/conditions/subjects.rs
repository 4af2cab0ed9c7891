//! What condition keys are about, in words.

use crate::engine::text::quoted;

/// A key that is true or false, as two sentences.
pub(super) struct Truth {
    pub holds: &'static str,
    pub fails: &'static str,
}

/// The sentences for a key that is true or false.
///
/// Source: IAM User Guide, "AWS global condition context keys", 2026; AWS KMS Developer Guide, "Condition keys", 2025.
pub(super) fn truth(key: &str) -> Option<Truth> {
    let (holds, fails) = match key.to_ascii_lowercase().as_str() {
        "aws:multifactorauthpresent" => ("signed in with MFA", "not signed in with MFA"),
        "aws:securetransport" => (
            "the call is encrypted (TLS)",
            "the call is not encrypted (no TLS)",
        ),
        "aws:viaawsservice" => (
            "an AWS service passes the call on",
            "the call comes from the caller directly",
        ),
        "aws:principalisawsservice" => ("an AWS service calls", "no AWS service calls"),
        "kms:grantisforawsresource" => (
            "an AWS service asks for the grant",
            "no AWS service asks for the grant",
        ),
        _ => return None,
    };
    Some(Truth { holds, fails })
}

/// What a key is about, as the subject of a sentence; the key itself where there are no better words.
pub(super) fn subject(key: &str) -> String {
    let lower = key.to_ascii_lowercase();
    if let Some((_, words)) = SUBJECTS.iter().find(|(known, _)| *known == lower) {
        return (*words).to_owned();
    }
    tag(key, &lower)
        .or_else(|| claim(&lower))
        .unwrap_or_else(|| quoted(key))
}

/// A key about one tag, such as `aws:ResourceTag/team`.
fn tag(key: &str, lower: &str) -> Option<String> {
    let (family, _) = lower.split_once('/')?;
    let (_, tag) = key.split_once('/')?;
    let (prefix, name) = family.split_once(':')?;
    let tag = quoted(tag);
    match (prefix, name) {
        ("aws", "principaltag") => Some(format!("the caller's tag {tag}")),
        (_, "resourcetag") => Some(format!("the resource's tag {tag}")),
        (_, "requesttag") => Some(format!("the tag {tag} in the request")),
        _ => None,
    }
}

/// A claim that an identity provider makes, such as `accounts.google.com:aud`.
fn claim(lower: &str) -> Option<String> {
    let (provider, claim) = lower.rsplit_once(':')?;
    let is_provider = provider.contains('.') || provider == "saml";
    match claim {
        "aud" if is_provider => Some("the token's audience".into()),
        "sub" if is_provider => Some("the token's subject".into()),
        _ => None,
    }
}

/// The keys that policies name most, in lower case.
///
/// Source: IAM User Guide, "AWS global condition context keys" and "Keys for AWS services", 2026;
/// Service Authorization Reference of IAM, STS, KMS, S3 and EC2, 2026.
const SUBJECTS: [(&str, &str); 47] = [
    ("aws:sourceip", "the caller's IP address"),
    ("aws:vpcsourceip", "the caller's IP address inside its VPC"),
    ("aws:sourcevpc", "the VPC that the call comes from"),
    (
        "aws:sourcevpce",
        "the VPC endpoint that the call comes through",
    ),
    ("aws:vpceaccount", "the account of the VPC endpoint"),
    ("aws:vpceorgid", "the organization of the VPC endpoint"),
    ("aws:requestedregion", "the Region that is called"),
    ("aws:principalorgid", "the caller's organization"),
    (
        "aws:principalorgpaths",
        "the caller's places in the organization",
    ),
    ("aws:principalaccount", "the caller's account"),
    ("aws:principalarn", "the caller"),
    ("aws:principaltype", "the caller's type"),
    ("aws:principalservicename", "the AWS service that calls"),
    (
        "aws:principalservicenameslist",
        "the names of the AWS service that calls",
    ),
    ("aws:username", "the caller's user name"),
    ("aws:userid", "the caller's unique ID"),
    ("aws:resourceaccount", "the resource's account"),
    ("aws:resourceorgid", "the resource's organization"),
    (
        "aws:resourceorgpaths",
        "the resource's places in the organization",
    ),
    ("aws:sourceaccount", "the account for which a service calls"),
    ("aws:sourcearn", "the resource for which a service calls"),
    (
        "aws:sourceorgid",
        "the organization for which a service calls",
    ),
    ("aws:sourceidentity", "the session's source identity"),
    ("aws:calledvia", "the AWS services that pass the call on"),
    (
        "aws:calledviafirst",
        "the first AWS service that passes the call on",
    ),
    (
        "aws:calledvialast",
        "the last AWS service that passes the call on",
    ),
    ("aws:currenttime", "the time"),
    ("aws:epochtime", "the time in seconds since 1970"),
    (
        "aws:tokenissuetime",
        "the time at which the credentials were issued",
    ),
    ("aws:multifactorauthage", "the number of seconds since MFA"),
    ("aws:multifactorauthpresent", "the word on MFA"),
    ("aws:useragent", "the name of the client program"),
    ("aws:referer", "the page that links to it"),
    ("aws:tagkeys", "the tag keys in the request"),
    ("iam:passedtoservice", "the service that gets the role"),
    (
        "iam:associatedresourcearn",
        "the resource that gets the role",
    ),
    ("iam:permissionsboundary", "the permissions boundary"),
    ("iam:policyarn", "the managed policy"),
    (
        "iam:awsservicename",
        "the service of the service-linked role",
    ),
    ("sts:externalid", "the external ID"),
    ("sts:rolesessionname", "the name of the role session"),
    (
        "kms:viaservice",
        "the service through which the key is used",
    ),
    ("kms:calleraccount", "the caller's account"),
    ("s3:prefix", "the listed prefix"),
    ("s3:x-amz-acl", "the canned ACL"),
    (
        "s3:x-amz-server-side-encryption",
        "the kind of encryption asked for",
    ),
    ("ec2:instancetype", "the instance type"),
];
