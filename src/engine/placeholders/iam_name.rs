//! Names of IAM users and roles.

use super::pasted;
use super::types::Problem;

/// The most characters a user or role name has (AWS, "IAM and STS quotas", read August 2026).
const MOST_CHARACTERS: usize = 64;

/// Whether IAM allows the character in a name (AWS, "IAM and STS quotas", read August 2026).
pub(super) fn is_name_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || "+=,.@_-".contains(c)
}

/// The name of a `role` or `user`, cleaned, or why it is none.
pub(super) fn validate(what: &str, typed: &str) -> Result<String, Problem> {
    let name = pasted::clean(typed);
    if name.starts_with("arn:") {
        return Err(Problem::new(format!(
            "This is an ARN. Enter only the {what}'s name, the part after the last `/`."
        )));
    }
    if name.contains('/') {
        return Err(Problem::new(format!(
            "A path is not part of the {what}'s name. Enter only the part after the last `/`."
        )));
    }
    if let Some(stranger) = name.chars().find(|c| !is_name_character(*c)) {
        return Err(Problem::new(format!(
            "A {what} name has letters A to Z, digits and `+=,.@_-` only; this has {}.",
            pasted::quoted(stranger)
        )));
    }
    match name.len() {
        0 => Err(Problem::new(format!("Enter the {what}'s name."))),
        1..=MOST_CHARACTERS => Ok(name),
        len => Err(Problem::new(format!(
            "These are {len} characters; a {what} name has at most {MOST_CHARACTERS}."
        ))),
    }
}
