//! The name of a repository on GitHub, without its owner.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "github-repo-name",
    label: "Repository name",
    help: "The name of the repository alone, as it stands in the address behind the owner.",
    example: "orders-api",
    list: false,
    multiline: false,
    called: &["repo_name", "repository_name", "github_repo_name", "repo"],
    validate,
    neutral,
};

/// GitHub's form for new repositories, November 2026.
const RULE: NameRule = NameRule {
    what: "repository name",
    lengths: 1..=100,
    allows: |c| c.is_ascii_alphanumeric() || "._-".contains(c),
    allowed: "letters A to Z, digits and `._-`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    RULE.check(typed)
}

fn neutral(number: usize) -> String {
    format!("neutral-repo-{number}")
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
                ("orders-api", "orders-api"),
                ("https://github.com/acme/orders-api.git", "orders-api"),
            ],
        );
    }

    #[test]
    fn says_what_github_does_not_allow() {
        refuses(
            &TYPE,
            &[(
                "a b",
                "A repository name has letters A to Z, digits and `._-` only; this has a blank.",
            )],
        );
    }
}
