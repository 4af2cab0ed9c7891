//! What an address of the web says: sign-in pages, queues, clusters, repositories.

use super::Telling;
use super::url::Url;
use super::{bucket_host, console};

pub(super) fn read(address: &str, all: &mut Telling) {
    if let Some(repository) = address.strip_prefix("git@github.com:") {
        read_repository(repository, all);
        return;
    }
    let Some(url) = Url::new(address) else {
        return;
    };
    if url.host == "github.com" || url.host == "www.github.com" {
        read_repository(url.path, all);
    } else if let Some((before, _)) = url.host.split_once("signin.") {
        read_sign_in(&url, before, all);
    } else if url.host.ends_with(".awsapps.com") {
        read_access_portal(&url, all);
    } else if let Some(issuer) = cluster_issuer(&url) {
        read_issuer(&issuer, all);
    } else if url.host.starts_with("sqs.") {
        read_queue(&url.host, url.path, all);
    } else if !console::read(&url, all) {
        bucket_host::read(&url, all);
    }
}

/// A sign-in address (`210987654321.signin.aws.amazon.com/console`), or one that switches to a role.
///
/// Source: IAM User Guide, "How IAM users sign in to AWS" and "Switch to an IAM role", read November 2026.
fn read_sign_in(url: &Url, before: &str, all: &mut Telling) {
    all.tell_account(before.trim_end_matches('.'));
    if let Some(account) = url.parameter("account") {
        all.tell_account(&account);
    }
    if let Some(role) = url.parameter("roleName") {
        all.tell("role-name", role.rsplit('/').next().unwrap_or_default());
        all.tell("role-name-with-path", &role);
    }
}

/// A link of the access portal of IAM Identity Center.
fn read_access_portal(url: &Url, all: &mut Telling) {
    if let Some(account) = url.parameter("account_id") {
        all.tell_account(&account);
    }
}

/// The issuer that an EKS cluster shows, without its scheme.
fn cluster_issuer(url: &Url) -> Option<String> {
    let is_issuer = url.host.starts_with("oidc.eks.") || url.host.starts_with("oidc-eks.");
    (is_issuer && url.path.starts_with("id/")).then(|| format!("{}/{}", url.host, url.path))
}

fn read_issuer(issuer: &str, all: &mut Telling) {
    all.tell_region(issuer.split('.').nth(2).unwrap_or_default());
    all.tell("oidc-issuer", issuer);
    if let Some((_, id)) = issuer.split_once("/id/") {
        all.tell("eks-oidc-id", id);
    }
}

/// The URL of a queue, `https://sqs.eu-central-1.amazonaws.com/210987654321/name`.
pub(super) fn read_queue(host: &str, path: &str, all: &mut Telling) {
    all.tell_region(host.split('.').nth(1).unwrap_or_default());
    let (account, queue) = path.split_once('/').unwrap_or_default();
    all.tell_account(account);
    all.tell("queue-name", queue);
}

/// `acme/orders-api.git` or `acme/orders-api/tree/main`.
fn read_repository(path: &str, all: &mut Telling) {
    let mut parts = path.splitn(4, '/');
    let (Some(owner), Some(name)) = (parts.next(), parts.next()) else {
        return;
    };
    let name = name.strip_suffix(".git").unwrap_or(name);
    if !owner.is_empty() && !name.is_empty() {
        all.tell("github-repo", &format!("{owner}/{name}"));
        all.tell("github-owner", owner);
        all.tell("github-repo-name", name);
    }
    if let (Some("tree"), Some(branch)) = (parts.next(), parts.next()) {
        all.tell("git-branch", branch);
    }
}
