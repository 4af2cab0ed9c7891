//! The name of an IAM role with its path in front.

use super::role_name::RULE;
use super::{PlaceholderType, Problem, role_path};
use crate::engine::placeholders::pasted;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "role-name-with-path",
    label: "Role",
    help: "The name of the role, with its path in front if it has one: `service-role/app-runtime`.",
    example: "app-runtime",
    list: false,
    multiline: false,
    called: &["role_name_with_path", "role_path_and_name"],
    validate,
    neutral,
};

fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed);
    let whole = cleaned.strip_prefix("role/").unwrap_or(&cleaned);
    let whole = whole.trim_start_matches('/');
    let Some((path, name)) = whole.rsplit_once('/') else {
        return RULE.check(whole);
    };
    Ok(format!(
        "{}/{}",
        role_path::validate(path)?,
        RULE.check(name)?
    ))
}

fn neutral(number: usize) -> String {
    format!("neutral-role-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_a_name_with_or_without_its_path() {
        accepts(
            &TYPE,
            &[
                ("app-runtime", "app-runtime"),
                ("/service-role/app-runtime", "service-role/app-runtime"),
                ("role/a/b/c", "a/b/c"),
                (
                    "arn:aws:iam::210987654321:role/service-role/app-runtime",
                    "service-role/app-runtime",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_wrong_with_path_or_name() {
        refuses(
            &TYPE,
            &[
                (
                    "a b/c",
                    "A role path has letters A to Z, digits and `+=,.@_-/` only; this has a blank.",
                ),
                ("service-role/", "Enter a role name."),
                ("a//b/c", "A role path has a name between two slashes."),
            ],
        );
    }
}
