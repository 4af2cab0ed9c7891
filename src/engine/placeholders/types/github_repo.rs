//! A repository on GitHub with its owner.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;
use crate::engine::placeholders::pasted;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "github-repo",
    label: "GitHub repository",
    help: "Owner and name of the repository, `acme/orders-api`, exactly as GitHub spells them.",
    example: "acme/orders-api",
    list: false,
    multiline: false,
    called: &[
        "github_repo",
        "github_repository",
        "git_repo",
        "repo_full_name",
        "org_repo",
        "owner_repo",
    ],
    validate,
    neutral,
};

/// GitHub's sign-up form and repository form, November 2026.
const OWNER: NameRule = NameRule {
    what: "GitHub user or organization",
    lengths: 1..=39,
    allows: |c| c.is_ascii_alphanumeric() || c == '-',
    allowed: "letters A to Z, digits and hyphens",
};

const NAME: NameRule = NameRule {
    what: "repository name",
    lengths: 1..=100,
    allows: |c| c.is_ascii_alphanumeric() || "._-".contains(c),
    allowed: "letters A to Z, digits and `._-`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed);
    let whole = cleaned.strip_prefix("repo:").unwrap_or(&cleaned);
    let whole = whole.strip_suffix(".git").unwrap_or(whole);
    let Some((owner, name)) = whole.trim_end_matches('/').split_once('/') else {
        return Err(Problem::new(
            "Enter owner and name with a slash between them, as in `acme/orders-api`.",
        ));
    };
    Ok(format!("{}/{}", OWNER.check(owner)?, NAME.check(name)?))
}

fn neutral(number: usize) -> String {
    format!("neutral-owner/neutral-repo-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_owner_and_name_and_takes_them_out_of_an_address() {
        accepts(
            &TYPE,
            &[
                ("acme/orders-api", "acme/orders-api"),
                ("https://github.com/acme/orders-api.git", "acme/orders-api"),
                (
                    "https://github.com/acme/orders-api/tree/main",
                    "acme/orders-api",
                ),
                ("git@github.com:acme/orders.api.git", "acme/orders.api"),
                ("repo:acme/orders-api", "acme/orders-api"),
            ],
        );
    }

    #[test]
    fn says_what_is_no_repository() {
        refuses(
            &TYPE,
            &[
                (
                    "orders-api",
                    "Enter owner and name with a slash between them, as in `acme/orders-api`.",
                ),
                (
                    "ac_me/x",
                    "A GitHub user or organization has letters A to Z, digits and hyphens only; this has `_`.",
                ),
                (
                    "acme/a b",
                    "A repository name has letters A to Z, digits and `._-` only; this has a blank.",
                ),
                (
                    "acme/",
                    "Enter owner and name with a slash between them, as in `acme/orders-api`.",
                ),
            ],
        );
    }
}
