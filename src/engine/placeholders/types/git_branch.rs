//! A branch of a Git repository.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;
use crate::engine::placeholders::pasted;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "git-branch",
    label: "Branch",
    help: "The name of the branch, such as `main`, without `refs/heads/`.",
    example: "main",
    list: false,
    multiline: false,
    called: &[
        "branch",
        "branch_name",
        "git_branch",
        "git_branch_name",
        "github_branch",
        "default_branch",
    ],
    validate,
    neutral,
};

/// Narrower than Git, whose names may hold almost anything ("git check-ref-format", read November 2026).
const RULE: NameRule = NameRule {
    what: "branch",
    lengths: 1..=250,
    allows: |c| c.is_ascii_alphanumeric() || "._-/".contains(c),
    allowed: "letters A to Z, digits and `._-/`",
};

fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed);
    let name = cleaned.strip_prefix("refs/heads/").unwrap_or(&cleaned);
    if name.contains('*') {
        return Err(Problem::new(
            "Enter one branch. For several, let the policy compare with `StringLike`.",
        ));
    }
    let branch = RULE.check(name)?;
    match branch.split('/').any(str::is_empty) {
        true => Err(Problem::new(
            "A branch has no slash at its ends and no two in a row.",
        )),
        false => Ok(branch),
    }
}

fn neutral(number: usize) -> String {
    format!("neutral-branch-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_branch_and_takes_it_out_of_an_address() {
        accepts(
            &TYPE,
            &[
                ("main", "main"),
                ("refs/heads/feature/x-1", "feature/x-1"),
                (
                    "https://github.com/acme/orders-api/tree/release/2",
                    "release/2",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_no_branch() {
        refuses(
            &TYPE,
            &[
                (
                    "feature x",
                    "A branch has letters A to Z, digits and `._-/` only; this has a blank.",
                ),
                (
                    "release/*",
                    "Enter one branch. For several, let the policy compare with `StringLike`.",
                ),
                (
                    "/main",
                    "A branch has no slash at its ends and no two in a row.",
                ),
            ],
        );
    }
}
