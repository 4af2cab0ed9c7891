//! The name of a managed or inline policy.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "policy-name",
    label: "Policy name",
    help: "The name of the IAM policy, without path or ARN. The console lists it under IAM, Policies.",
    example: "TeamBlueBoundary",
    list: false,
    multiline: false,
    called: &[
        "policy",
        "policy_name",
        "policyname",
        "iam_policy",
        "boundary_policy",
        "permissions_boundary",
        "permission_boundary",
        "boundary",
    ],
    validate,
    neutral,
};

/// AWS, "IAM and STS quotas", read November 2026.
const RULE: NameRule = NameRule::iam("policy name", 128);

fn validate(typed: &str) -> Result<String, Problem> {
    RULE.check(typed)
}

fn neutral(number: usize) -> String {
    format!("neutral-policy-{number}")
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
                ("TeamBlueBoundary", "TeamBlueBoundary"),
                (" team=blue@1 ", "team=blue@1"),
                ("arn:aws:iam::210987654321:policy/team/Boundary", "Boundary"),
                (
                    "https://console.aws.amazon.com/iam/home#/policies/details/arn%3Aaws%3Aiam%3A%3A210987654321%3Apolicy%2FBoundary",
                    "Boundary",
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
                    "a b",
                    "A policy name has letters A to Z, digits and `+=,.@_-` only; this has a blank.",
                ),
                (
                    &"n".repeat(129),
                    "These are 129 characters; a policy name has at most 128.",
                ),
            ],
        );
    }
}
