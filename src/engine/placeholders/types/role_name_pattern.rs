//! The name of an IAM role, or a pattern of names, its path included.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::{NameRule, in_iam_name};
use crate::engine::placeholders::pasted;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "role-name-pattern",
    label: "Role name or pattern",
    help: "The name of a role as it stands in its ARN behind `role/`. `*` stands for any characters, `?` for one.",
    example: "OrgSecurityAdmin",
    list: false,
    multiline: false,
    called: &[
        "role_pattern",
        "role_name_pattern",
        "exempt_role",
        "exempt_role_name",
        "privileged_role",
        "role_prefix",
    ],
    validate,
    neutral,
};

/// A path and a name of IAM, with the wildcards of a policy.
const RULE: NameRule = NameRule {
    what: "role name or pattern",
    lengths: 1..=128,
    allows: |c| in_iam_name(c) || "*?/".contains(c),
    allowed: "letters A to Z, digits and `+=,.@_-/*?`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed);
    let name = RULE.check(after_account(&cleaned))?;
    let name = name
        .strip_prefix("role/")
        .unwrap_or(&name)
        .trim_start_matches('/');
    match name.bytes().all(|byte| byte == b'*') {
        true => Err(Problem::new(
            "This stands for every role. Name those that are meant.",
        )),
        false => Ok(name.to_string()),
    }
}

/// What stands behind the account in an ARN, which may be a pattern and so names no one role.
fn after_account(value: &str) -> &str {
    let in_arn = value
        .strip_prefix("arn:")
        .and_then(|arn| arn.splitn(5, ':').last());
    in_arn
        .filter(|resource| resource.starts_with("role/"))
        .unwrap_or(value)
}

fn neutral(number: usize) -> String {
    format!("neutral-role-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_names_paths_and_wildcards() {
        accepts(
            &TYPE,
            &[
                ("OrgSecurityAdmin", "OrgSecurityAdmin"),
                (" Admin* ", "Admin*"),
                (
                    "/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_?dmin_*",
                    "aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_?dmin_*",
                ),
                ("role/Admin", "Admin"),
                ("arn:aws:iam::210987654321:role/team/Admin", "team/Admin"),
                ("arn:aws:iam::*:role/Admin*", "Admin*"),
            ],
        );
    }

    #[test]
    fn says_why_a_pattern_cannot_be_used() {
        refuses(
            &TYPE,
            &[
                (
                    "a b",
                    "A role name or pattern has letters A to Z, digits and `+=,.@_-/*?` only; this has a blank.",
                ),
                (
                    "*",
                    "This stands for every role. Name those that are meant.",
                ),
                (
                    "/",
                    "This stands for every role. Name those that are meant.",
                ),
            ],
        );
    }
}
