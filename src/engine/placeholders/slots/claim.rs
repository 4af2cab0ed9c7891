//! What providers of identities say about whom they vouch for: issuers, subjects of GitHub and of Kubernetes.

use std::ops::Range;

use super::pieces::split;
use super::{Content, Slot};
use crate::engine::placeholders::place::Place;

/// The claims that stand behind an issuer in the name of a condition key (IAM User Guide, "Available keys for AWS web identity
/// federation", read November 2026).
const CLAIMS: [&str; 5] = ["sub", "aud", "amr", "azp", "oaud"];

/// In front of a tag's key in the name of a condition key, in small letters.
const TAGS: [&str; 3] = ["requesttag/", "resourcetag/", "principaltag/"];

/// How the subject of a GitHub workflow begins.
pub(super) const REPOSITORY: &str = "repo:";

/// How the subject of a Kubernetes service account begins.
pub(super) const SERVICE_ACCOUNT: &str = "system:serviceaccount:";

/// The issuer in `ISSUER:aud`, and the tag in `aws:RequestTag/KEY`.
pub(super) fn read_key(content: Content, slots: &mut Vec<Slot>) {
    let whole = content.whole();
    let parts = split(content, whole.clone(), &[':'], usize::MAX);
    if let [.., before, claim] = parts.as_slice() {
        let range = whole.start..before.end;
        let is_saml = content.get(&range).eq_ignore_ascii_case("saml");
        if CLAIMS.contains(&content.get(claim)) && !is_saml {
            slots.push(Slot {
                place: Place::Issuer,
                range,
            });
        }
    }
    let parts = split(content, whole.clone(), &['/'], 2);
    if let [before, tag] = parts.as_slice() {
        let start = content.get(&(before.start..tag.start)).to_ascii_lowercase();
        if TAGS.iter().any(|end| start.ends_with(end)) {
            slots.push(Slot {
                place: Place::TagKey,
                range: tag.clone(),
            });
        }
    }
    read_issuer(content, slots);
}

/// The ID of a cluster in `oidc.eks.REGION.amazonaws.com/id/ID`.
pub(super) fn read_issuer(content: Content, slots: &mut Vec<Slot>) {
    let text = content.text;
    if !text.contains('.') {
        return;
    }
    let Some(id) = text.find("oidc.eks.").and_then(|host| {
        let at = host + text.get(host..)?.find("/id/")?;
        Some(at + "/id/".len()..text.len())
    }) else {
        return;
    };
    let parts = split(content, id, &['/', ':'], 2);
    slots.extend(parts.first().cloned().map(|range| Slot {
        place: Place::IssuerId,
        range,
    }));
}

/// The parts of `repo:OWNER/NAME:ref:refs/heads/BRANCH` and of `system:serviceaccount:NAMESPACE:NAME`.
pub(super) fn read_subject(content: Content, slots: &mut Vec<Slot>) {
    let whole = content.whole();
    let text = content.get(&whole);
    if text.starts_with(REPOSITORY) {
        read_repository(content, whole.start + REPOSITORY.len()..whole.end, slots);
    } else if text.starts_with(SERVICE_ACCOUNT) {
        let start = whole.start + SERVICE_ACCOUNT.len();
        let parts = split(content, start..whole.end, &[':'], 2);
        let places = [Place::Namespace, Place::ServiceAccount];
        slots.extend(
            places
                .into_iter()
                .zip(parts)
                .map(|(place, range)| Slot { place, range }),
        );
    }
}

fn read_repository(content: Content, subject: Range<usize>, slots: &mut Vec<Slot>) {
    let mut parts = split(content, subject, &[':'], 3).into_iter();
    let Some(repository) = parts.next() else {
        return;
    };
    if let [owner, name] = split(content, repository, &['/'], 2).as_slice() {
        let places = [(Place::GithubOwner, owner), (Place::GithubRepository, name)];
        slots.extend(places.map(|(place, range)| Slot {
            place,
            range: range.clone(),
        }));
    }
    let behind = parts.last().unwrap_or_default();
    const HEADS: &str = "refs/heads/";
    if content.get(&behind).starts_with(HEADS) {
        let range = behind.start + HEADS.len()..behind.end;
        slots.push(Slot {
            place: Place::Branch,
            range,
        });
    }
}
