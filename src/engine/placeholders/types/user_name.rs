//! The name of an IAM user.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "user-name",
    label: "User name",
    help: "The name of the IAM user, without path or ARN. The console lists it under IAM, Users.",
    example: "batchly-setup",
    list: false,
    multiline: false,
    called: &[
        "user",
        "user_name",
        "username",
        "iam_user",
        "iam_user_name",
        "iam_username",
    ],
    validate,
    neutral,
};

/// AWS, "IAM and STS quotas", read November 2026.
const RULE: NameRule = NameRule::iam("user name", 64);

fn validate(typed: &str) -> Result<String, Problem> {
    RULE.check(typed)
}

fn neutral(number: usize) -> String {
    format!("neutral-user-{number}")
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
                ("batchly-setup", "batchly-setup"),
                (" jo.doe@acme.dev\n", "jo.doe@acme.dev"),
                (&"n".repeat(64), &"n".repeat(64)),
                ("arn:aws-cn:iam::210987654321:user/team/jo", "jo"),
                (
                    "https://console.aws.amazon.com/iam/home#/users/details/jo%40acme.dev?section=groups",
                    "jo@acme.dev",
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
                    "${aws:username}",
                    "A user name has letters A to Z, digits and `+=,.@_-` only; this has `$`.",
                ),
                (
                    &"n".repeat(65),
                    "These are 65 characters; a user name has at most 64.",
                ),
                (
                    "arn:aws:iam::210987654321:role/jo",
                    "This is an ARN, and not one that has a user name in it.",
                ),
            ],
        );
    }
}
