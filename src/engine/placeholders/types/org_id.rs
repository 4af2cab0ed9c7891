//! The ID of an organization.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::name_rule::NameRule;
use crate::engine::placeholders::pasted;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "org-id",
    label: "Organization ID",
    help: "It begins with `o-`. The console shows it under AWS Organizations, in the menu on the left.",
    example: "o-4f8k2m9x7q",
    list: false,
    multiline: false,
    called: &[
        "org_id",
        "orgid",
        "organization_id",
        "organisation_id",
        "organizationid",
        "aws_org_id",
        "principal_org_id",
        "your_org",
        "aws_organization_id",
        "o_id",
    ],
    validate,
    neutral,
};

/// AWS Organizations API reference, `Organization`, read November 2026.
const RULE: NameRule = NameRule {
    what: "organization ID",
    lengths: 12..=34,
    allows: |c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-',
    allowed: "lower-case letters a to z and digits",
};

fn validate(typed: &str) -> Result<String, Problem> {
    let id = pasted::clean(typed).to_ascii_lowercase();
    match id.starts_with("o-") {
        true => RULE.check(&id),
        false => Err(Problem::new("An organization ID begins with `o-`.")),
    }
}

fn neutral(number: usize) -> String {
    format!("o-neutral{number:06}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_an_id_and_takes_it_out_of_an_arn() {
        accepts(
            &TYPE,
            &[
                ("o-4f8k2m9x7q", "o-4f8k2m9x7q"),
                (
                    "arn:aws:organizations::210987654321:organization/o-4f8k2m9x7q",
                    "o-4f8k2m9x7q",
                ),
                (
                    "arn:aws:organizations::210987654321:ou/o-4f8k2m9x7q/ou-ab12-cd34ef56",
                    "o-4f8k2m9x7q",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_no_id() {
        refuses(
            &TYPE,
            &[
                ("210987654321", "An organization ID begins with `o-`."),
                (
                    "o-1",
                    "These are 3 characters; an organization ID has 12 to 34.",
                ),
            ],
        );
    }
}
