//! The unique IDs that IAM gives to users, roles and the like beside their ARNs.

/// The beginnings of the IDs of what can be, or has been, a principal: roles and users.
///
/// Source: IAM User Guide, "IAM identifiers", 2025.
const PREFIXES: [&str; 2] = ["AROA", "AIDA"];

/// The fewest characters of an ID: those in use have 21, the shortest in AWS's own samples 20.
const SHORTEST: usize = 20;

/// Whether a text is the unique ID of a role (`AROA…`) or of a user (`AIDA…`).
pub fn is_unique_id(text: &str) -> bool {
    let is_code = text
        .bytes()
        .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    is_code && text.len() >= SHORTEST && PREFIXES.iter().any(|prefix| text.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::is_unique_id;

    #[test]
    fn knows_the_ids_of_roles_and_users() {
        for text in ["AROADBQP57FF2AEXAMPLE", "AIDACKCEVSQ6C2EXAMPLE"] {
            assert!(is_unique_id(text), "{text}");
        }
        for text in [
            "AROA",
            "AROA_OF_THE_ACCOUNT_NAME",
            "AGPADBQP57FF2AEXAMPLE",
            "",
            "aroadbqp57ff2aexample",
        ] {
            assert!(!is_unique_id(text), "{text}");
        }
    }
}
