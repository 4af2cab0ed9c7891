//! The ARN of one IAM role.

use super::role_name::RULE;
use super::{PlaceholderType, Problem, role_path};
use crate::engine::placeholders::resource_arn;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "role-arn",
    label: "Role ARN",
    help: "The full ARN of one IAM role. The console shows it on the role's page.",
    example: "arn:aws:iam::210987654321:role/batch-job",
    list: false,
    multiline: false,
    called: &[
        "role_arn",
        "rolearn",
        "iam_role_arn",
        "arn_of_role",
        "role_arn_here",
    ],
    validate,
    neutral,
};

const SHAPE: &str = "A role's ARN looks like `arn:aws:iam::210987654321:role/name`.";

pub(super) fn validate(typed: &str) -> Result<String, Problem> {
    let arn = resource_arn::read(typed, SHAPE)?;
    if arn.service == "sts" && arn.resource.starts_with("assumed-role/") {
        return Err(Problem::new(
            "This is the ARN of a session. Enter the role's own ARN, `arn:aws:iam::…:role/name`.",
        ));
    }
    let role = arn.resource.strip_prefix("role/");
    let role = role.filter(|_| arn.service == "iam" && arn.region.is_empty());
    let role = role.ok_or_else(|| {
        Problem::new(
            "This is not the ARN of a role; that has `iam`, no Region, an account ID and `role/`.",
        )
    })?;
    arn.require_account()?;
    if role.contains(['*', '?']) {
        return Err(Problem::new(
            "Wildcards are not allowed here. Enter the full ARN of each role.",
        ));
    }
    match role.rsplit_once('/') {
        Some((path, name)) => role_path::validate(path).and_then(|_| RULE.check(name))?,
        None => RULE.check(role)?,
    };
    Ok(arn.text)
}

pub(super) fn neutral(number: usize) -> String {
    let account = 640_173_952_806 + number as u64 % 100_000_000;
    format!("arn:aws:iam::{account}:role/neutral-role-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_the_arn_of_a_role_of_any_partition() {
        let plain = "arn:aws:iam::210987654321:role/batch-job";
        accepts(
            &TYPE,
            &[
                (plain, plain),
                (" arn:aws:iam::210987654321:role/batch-job\u{200B}", plain),
                ("\"arn:aws:iam::210987654321:role/batch-job\"", plain),
                (
                    "arn:aws-eusc:iam::210987654321:role/batch-job",
                    "arn:aws-eusc:iam::210987654321:role/batch-job",
                ),
                (
                    "arn:aws-cn:iam::210987654321:role/service-role/A,b=c",
                    "arn:aws-cn:iam::210987654321:role/service-role/A,b=c",
                ),
            ],
        );
    }

    #[test]
    fn says_what_is_wrong_with_an_arn() {
        let no_role =
            "This is not the ARN of a role; that has `iam`, no Region, an account ID and `role/`.";
        refuses(
            &TYPE,
            &[
                (
                    "batch-job",
                    "A role's ARN looks like `arn:aws:iam::210987654321:role/name`.",
                ),
                (
                    "arn:amazon:iam::210987654321:role/a",
                    "`amazon` is no partition. An ARN begins with `arn:aws:` in most accounts.",
                ),
                ("arn:aws:iam::210987654321:user/jo", no_role),
                ("arn:aws:s3:::bucket", no_role),
                ("arn:aws:iam", no_role),
                (
                    "arn:aws:sts::210987654321:assumed-role/a/b",
                    "This is the ARN of a session. Enter the role's own ARN, `arn:aws:iam::…:role/name`.",
                ),
                (
                    "arn:aws:iam::12345:role/a",
                    "The account ID in this ARN is not 12 digits.",
                ),
                (
                    "arn:aws:iam::*:role/a",
                    "The account ID in this ARN is not 12 digits.",
                ),
                ("arn:aws:iam::210987654321:role/", "Enter a role name."),
                (
                    "arn:aws:iam::210987654321:role/a*",
                    "Wildcards are not allowed here. Enter the full ARN of each role.",
                ),
                (
                    "arn:aws:iam::210987654321:role/x?/a",
                    "Wildcards are not allowed here. Enter the full ARN of each role.",
                ),
                (
                    "arn:aws:iam::210987654321:role/a b/c",
                    "A role path has letters A to Z, digits and `+=,.@_-/` only; this has a blank.",
                ),
                (
                    "arn:aws:iam::210987654321:role/a b",
                    "A role name has letters A to Z, digits and `+=,.@_-` only; this has a blank.",
                ),
            ],
        );
    }
}
