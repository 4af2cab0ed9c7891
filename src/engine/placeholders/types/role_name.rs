//! The name of an IAM role.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "role-name",
    label: "Role name",
    help: "The name of the IAM role, without path or ARN. The console lists it under IAM, Roles.",
    example: "batchly-worker",
    list: false,
    multiline: false,
    called: &[
        "role",
        "role_name",
        "rolename",
        "iam_role",
        "iam_role_name",
        "execution_role",
        "task_role",
        "instance_role",
        "service_role",
    ],
    validate,
    neutral,
};

/// AWS, "IAM and STS quotas", read November 2026.
pub(super) const RULE: NameRule = NameRule::iam("role name", 64);

fn validate(typed: &str) -> Result<String, Problem> {
    RULE.check(typed)
}

fn neutral(number: usize) -> String {
    format!("neutral-role-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_names_that_iam_allows_and_takes_them_out_of_an_arn() {
        accepts(
            &TYPE,
            &[
                ("batchly-worker", "batchly-worker"),
                (" batchly-worker\n", "batchly-worker"),
                ("\u{200B}a+b=c,d.e@f_g-h", "a+b=c,d.e@f_g-h"),
                (&"n".repeat(64), &"n".repeat(64)),
                ("arn:aws:iam::210987654321:role/team/jo", "jo"),
                ("arn:aws:sts::210987654321:assumed-role/jo/session", "jo"),
                (
                    "https://us-east-1.console.aws.amazon.com/iam/home?region=eu-central-1#/roles/details/jo?section=permissions",
                    "jo",
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
                    "jo doe",
                    "A role name has letters A to Z, digits and `+=,.@_-` only; this has a blank.",
                ),
                (
                    "j\u{f6}rg",
                    "A role name has letters A to Z, digits and `+=,.@_-` only; this has `\u{f6}`.",
                ),
                (
                    "jo*",
                    "A role name has letters A to Z, digits and `+=,.@_-` only; this has `*`.",
                ),
                ("\u{FEFF}", "Enter a role name."),
                (
                    &"n".repeat(65),
                    "These are 65 characters; a role name has at most 64.",
                ),
                (
                    "team/jo",
                    "A role name has no `/`. Enter only the part after the last one.",
                ),
                (
                    "arn:aws:iam::210987654321:user/jo",
                    "This is an ARN, and not one that has a role name in it.",
                ),
            ],
        );
    }
}
