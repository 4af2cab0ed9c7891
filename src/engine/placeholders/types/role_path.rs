//! The path of IAM roles: the folders before the name, so to speak.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::{NameRule, in_iam_name};
use crate::engine::placeholders::pasted;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "role-path",
    label: "Role path",
    help: "The path of the roles, without a slash at its ends. It stands in their ARNs between `role/` and the name.",
    example: "team-blue",
    list: false,
    multiline: false,
    called: &["role_path", "iam_path", "path_name"],
    validate,
    neutral,
};

/// What IAM allows in a path, of which it takes at most 512 characters with both slashes (AWS, "IAM and STS quotas",
/// read November 2026).
const RULE: NameRule = NameRule {
    what: "role path",
    lengths: 1..=510,
    allows: |c| in_iam_name(c) || c == '/',
    allowed: "letters A to Z, digits and `+=,.@_-/`",
};

pub(super) fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed);
    let path = RULE.check(cleaned.trim_matches('/'))?;
    match path.contains("//") {
        true => Err(Problem::new("A role path has a name between two slashes.")),
        false => Ok(path),
    }
}

fn neutral(number: usize) -> String {
    format!("neutral-path-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_path_and_takes_off_the_slashes_round_it() {
        accepts(
            &TYPE,
            &[
                ("team-blue", "team-blue"),
                ("/team-blue/batch/", "team-blue/batch"),
                (
                    "arn:aws:iam::210987654321:role/team-blue/batch/job",
                    "team-blue/batch",
                ),
            ],
        );
    }

    #[test]
    fn says_what_iam_does_not_allow() {
        refuses(
            &TYPE,
            &[
                (
                    "team*",
                    "A role path has letters A to Z, digits and `+=,.@_-/` only; this has `*`.",
                ),
                ("a//b", "A role path has a name between two slashes."),
                ("//", "Enter a role path."),
            ],
        );
    }
}
