//! The labels that domain names and names in Kubernetes are made of.

use super::pasted;

/// How many characters a label has at most (RFC 1123).
const MOST: usize = 63;

/// What is wrong with a label of a `what`, if something is.
pub(super) fn objection(what: &str, label: &str) -> Option<String> {
    let is_allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if label.is_empty() {
        return Some(format!("Enter a {what}."));
    }
    if let Some(stranger) = label.chars().find(|c| !is_allowed(*c)) {
        return Some(format!(
            "A {what} has lower-case letters a to z, digits and hyphens only; this has {}.",
            pasted::quoted(stranger)
        ));
    }
    if label.starts_with('-') || label.ends_with('-') {
        return Some(format!(
            "A {what} begins and ends with a letter or a digit."
        ));
    }
    (label.len() > MOST).then(|| {
        format!(
            "These are {} characters; a {what} has at most {MOST}.",
            label.len()
        )
    })
}
