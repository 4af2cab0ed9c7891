//! A user or an organization on GitHub.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "github-owner",
    label: "GitHub organization",
    help: "The user or organization that owns the repository, as it stands in the address `github.com/acme`.",
    example: "acme",
    list: false,
    multiline: false,
    called: &[
        "github_org",
        "github_org_name",
        "github_organization",
        "github_owner",
        "github_user",
        "github_username",
        "gh_org",
        "org_name",
        "repo_owner",
    ],
    validate,
    neutral,
};

/// GitHub's sign-up form, November 2026.
const RULE: NameRule = NameRule {
    what: "GitHub organization",
    lengths: 1..=39,
    allows: |c| c.is_ascii_alphanumeric() || c == '-',
    allowed: "letters A to Z, digits and hyphens",
};

fn validate(typed: &str) -> Result<String, Problem> {
    RULE.check(typed)
}

fn neutral(number: usize) -> String {
    format!("neutral-owner-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_name_and_takes_it_out_of_an_address() {
        accepts(
            &TYPE,
            &[
                ("acme", "acme"),
                ("https://github.com/acme/orders-api", "acme"),
            ],
        );
    }

    #[test]
    fn says_what_github_does_not_allow() {
        refuses(
            &TYPE,
            &[(
                "ac_me",
                "A GitHub organization has letters A to Z, digits and hyphens only; this has `_`.",
            )],
        );
    }
}
