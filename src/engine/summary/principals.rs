//! Who a statement is about, in words.

use crate::engine::meaning::{Entry, Names};
use crate::engine::policy::{Arn, ArnField, IdentityProvider};
use crate::engine::text::{joined, quoted, quoted_within};

/// The most principals that are named together.
const MOST_NAMED: usize = 4;

/// The most characters of a name that are repeated.
pub(super) const LONGEST_NAME: usize = 160;

/// Whether the principals are everybody.
pub(super) fn is_anyone(names: &Names) -> bool {
    let mut entries = names.entries.iter();
    names.except || entries.any(|entry| entry.normal == "AWS:*")
}

/// Whether the principals name an account or something in one, which may be the reader's own.
pub(super) fn names_an_account(names: &Names) -> bool {
    let mut entries = names.entries.iter();
    entries.any(|entry| entry.normal.starts_with("AWS:") && entry.normal != "AWS:*")
}

/// The principals in words, to stand before a colon: `Anyone (public)`, `Account X and AWS service Y`.
///
/// `is_limited` tells whether there are conditions.
pub(super) fn who(names: &Names, is_limited: bool) -> String {
    if names.except {
        return format!("Everyone but {}", people(names));
    }
    match (is_anyone(names), is_limited) {
        (true, true) => "Anyone who meets the conditions".into(),
        (true, false) => "Anyone (public)".into(),
        _ if names.entries.is_empty() => "Nobody".into(),
        _ => capitalised(&people(names)),
    }
}

/// The principals of a `Deny` in words, to stand before a colon.
pub(super) fn whom(names: &Names) -> String {
    match (names.except, is_anyone(names)) {
        (true, _) => format!("Everyone but {}", people(names)),
        (false, true) => "Everyone".into(),
        _ => capitalised(&people(names)),
    }
}

fn people(names: &Names) -> String {
    let more = names.entries.len().saturating_sub(MOST_NAMED);
    let named = names.entries.iter().take(MOST_NAMED).map(one);
    joined(named.collect(), more, "and")
}

fn one(entry: &Entry) -> String {
    let (type_name, name) = entry.normal.split_once(':').unwrap_or_default();
    let written = quoted_within(&entry.written, LONGEST_NAME);
    match type_name {
        _ if name == "*" => format!("every {} principal", quoted(type_name)),
        "AWS" => identity(name, &written),
        "Service" => format!("the AWS service {written}"),
        "Federated" => match IdentityProvider::read(name) {
            Some(IdentityProvider::Saml) => format!("users of the SAML provider {written}"),
            Some(IdentityProvider::Oidc(issuer)) => format!(
                "users of the identity provider {}",
                quoted_within(issuer, LONGEST_NAME)
            ),
            None => format!("users of {written}"),
        },
        "CanonicalUser" => format!("the account with the canonical user ID {written}"),
        _ => written,
    }
}

/// An account, or somebody in one.
fn identity(name: &str, written: &str) -> String {
    let arn = Arn::cut(name);
    let (Some(account), Some(resource)) =
        (arn.field(ArnField::Account), arn.field(ArnField::Resource))
    else {
        return match name.contains(':') {
            false if !name.starts_with("A") => {
                format!("account {}", quoted_within(name, LONGEST_NAME))
            }
            _ => format!("the principal {written}"),
        };
    };
    let account = quoted_within(account, LONGEST_NAME);
    match resource.split_once('/') {
        Some((kind @ ("role" | "user"), name)) => {
            let name = quoted_within(name, LONGEST_NAME);
            format!("the {kind} {name} of account {account}")
        }
        Some(("assumed-role", _)) => format!("the role session {written}"),
        _ => format!("the principal {written}"),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}
