//! The ARN of a managed policy.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::resource_arn;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "policy-arn",
    label: "Policy ARN",
    help: "The full ARN of the managed policy. The console shows it on the policy's page.",
    example: "arn:aws:iam::210987654321:policy/TeamBlueBoundary",
    list: false,
    multiline: false,
    called: &[
        "policy_arn",
        "policyarn",
        "boundary_arn",
        "permissions_boundary_arn",
        "permission_boundary_arn",
        "managed_policy_arn",
    ],
    validate,
    neutral,
};

const SHAPE: &str = "A managed policy's ARN looks like `arn:aws:iam::210987654321:policy/name`.";

/// AWS's own policies have `aws` for an account.
fn validate(typed: &str) -> Result<String, Problem> {
    let arn = resource_arn::read(typed, SHAPE)?;
    let name = arn
        .resource
        .strip_prefix("policy/")
        .filter(|name| !name.is_empty());
    if arn.service != "iam" || !arn.region.is_empty() || name.is_none() {
        return Err(Problem::new(SHAPE));
    }
    if arn.account != "aws" {
        arn.require_account()?;
    }
    Ok(arn.text)
}

fn neutral(number: usize) -> String {
    format!("arn:aws:iam::640173952806:policy/neutral-policy-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_policies_of_an_account_and_of_aws() {
        accepts(
            &TYPE,
            &[
                (
                    "arn:aws:iam::210987654321:policy/a/b",
                    "arn:aws:iam::210987654321:policy/a/b",
                ),
                (
                    "arn:aws-cn:iam::aws:policy/ReadOnlyAccess",
                    "arn:aws-cn:iam::aws:policy/ReadOnlyAccess",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_no_policy() {
        refuses(
            &TYPE,
            &[
                (
                    "ReadOnlyAccess",
                    "A managed policy's ARN looks like `arn:aws:iam::210987654321:policy/name`.",
                ),
                (
                    "arn:aws:iam::2109:policy/a",
                    "The account ID in this ARN is not 12 digits.",
                ),
            ],
        );
    }
}
