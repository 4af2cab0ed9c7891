//! Finds credentials in any text, so that it can be refused, and cuts them out.
//!
//! What counts (AWS, IAM User Guide, "IAM identifiers" and "Manage access keys", read August 2026):
//! access key IDs begin with `AKIA` or `ASIA` and have 20 characters; a secret access key is 40 characters of base64.
//! Forty such characters are also a hash or a name, so they count only beside a key ID or a label that says so.
//! The IDs of users (`AIDA…`) and roles (`AROA…`) are no credentials, and keys of AWS's documentation end in `EXAMPLE`.

mod access_key_id;
mod csv;
mod cut;
mod label;
mod private_key;
mod secret;
mod word;

pub use cut::cut;

use super::text::{Span, sort_by_key};

/// One credential in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Credential {
    /// The bytes that must not stay: the key itself, without its label or quotes.
    pub span: Span,
    /// What it is.
    pub kind: CredentialKind,
}

/// The kinds of credentials that are refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CredentialKind {
    /// A cell of the file that the console offers for download once.
    CredentialsCsv,
    /// A private key between its `BEGIN` and `END` lines, of whatever algorithm.
    PrivateKey,
    /// `AKIA…` or `ASIA…`.
    AccessKeyId,
    /// The 40 characters that belong to an access key ID.
    SecretAccessKey,
    /// The token that belongs to a temporary access key.
    SessionToken,
}

impl CredentialKind {
    /// What it is, to stand in a sentence: "a secret access key".
    pub fn describe(self) -> &'static str {
        match self {
            CredentialKind::CredentialsCsv => "a credentials file from the console",
            CredentialKind::PrivateKey => "a private key",
            CredentialKind::AccessKeyId => "an access key ID",
            CredentialKind::SecretAccessKey => "a secret access key",
            CredentialKind::SessionToken => "a session token",
        }
    }
}

/// All credentials in the text, in its order, disjoint. Takes time in proportion to the text.
pub fn find(text: &str) -> Vec<Credential> {
    let key_ids = access_key_id::find(text);
    let mut found = secret::find(text, &key_ids);
    found.extend(csv::find(text));
    found.extend(private_key::find(text));
    found.extend(key_ids.into_iter().map(|span| Credential {
        span,
        kind: CredentialKind::AccessKeyId,
    }));
    sort_by_key(&mut found, |credential| (credential.span, credential.kind));
    merge_overlapping(found)
}

fn merge_overlapping(sorted: Vec<Credential>) -> Vec<Credential> {
    let mut merged: Vec<Credential> = Vec::with_capacity(sorted.len());
    for credential in sorted {
        match merged.last_mut() {
            Some(last) if credential.span.start < last.span.end => {
                last.span.end = last.span.end.max(credential.span.end);
            }
            _ => merged.push(credential),
        }
    }
    merged
}

#[cfg(test)]
mod tests;
