//! The ARN of one IAM role.

use super::{PARTITIONS, PlaceholderType, Problem};
use crate::engine::placeholders::{iam_name, pasted};

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "role-arn",
    label: "Role ARN",
    help: "The full ARN of one IAM role. The console shows it on the role's page.",
    example: "arn:aws:iam::210987654321:role/batch-job",
    list: false,
    multiline: false,
    called: &["role_arn", "rolearn"],
    validate,
    neutral,
};

pub(super) fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = pasted::clean(typed);
    let arn = cleaned.trim_matches('"');
    match problem(arn) {
        Some(message) => Err(Problem::new(message)),
        None => Ok(arn.to_string()),
    }
}

fn problem(arn: &str) -> Option<String> {
    let mut fields = arn.splitn(6, ':');
    if fields.next() != Some("arn") {
        return Some("A role's ARN looks like `arn:aws:iam::210987654321:role/name`.".into());
    }
    let [partition, service, region, account, resource] =
        std::array::from_fn(|_| fields.next().unwrap_or_default());
    if !PARTITIONS.contains(&partition) {
        return Some(format!(
            "`{partition}` is no partition. An ARN begins with `arn:aws:` in most accounts."
        ));
    }
    if service != "iam" || !region.is_empty() || !resource.starts_with("role/") {
        return Some(not_a_role(service, resource));
    }
    let is_account = account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit());
    if !is_account {
        return Some("The account ID in this ARN is not 12 digits.".into());
    }
    resource.strip_prefix("role/").and_then(wrong_name)
}

fn not_a_role(service: &str, resource: &str) -> String {
    if service == "sts" && resource.starts_with("assumed-role/") {
        return "This is the ARN of a session. Enter the role's own ARN, `arn:aws:iam::…:role/name`.".into();
    }
    "This is not the ARN of a role; that has `iam`, no Region, an account ID and `role/`.".into()
}

/// The longest role name is checked; IAM limits paths too, far above what anyone writes.
fn wrong_name(path_and_name: &str) -> Option<String> {
    let (path, name) = path_and_name
        .rsplit_once('/')
        .unwrap_or(("", path_and_name));
    let stranger = path
        .chars()
        .find(|c| *c != '/' && !iam_name::is_name_character(*c));
    if name.is_empty() {
        return Some("The role's name is missing at the end of this ARN.".into());
    }
    match stranger {
        Some('*' | '?') => {
            Some("Wildcards are not allowed here. Enter the full ARN of each role.".into())
        }
        Some(stranger) => Some(format!(
            "A role's path cannot hold {}.",
            pasted::quoted(stranger)
        )),
        None if name.contains(['*', '?']) => {
            Some("Wildcards are not allowed here. Enter the full ARN of each role.".into())
        }
        None => iam_name::validate("role", name)
            .err()
            .map(|problem| problem.message),
    }
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
                (
                    "arn:aws:iam::210987654321:role/",
                    "The role's name is missing at the end of this ARN.",
                ),
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
                    "A role's path cannot hold a blank.",
                ),
                (
                    "arn:aws:iam::210987654321:role/a b",
                    "A role name has letters A to Z, digits and `+=,.@_-` only; this has a blank.",
                ),
            ],
        );
    }
}
