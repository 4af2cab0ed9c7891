//! ARNs of IAM roles, one or more.

use super::PlaceholderType;
use super::role_arn::{neutral, validate};

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "role-arn-list",
    label: "Role ARNs",
    help: "Full ARNs of roles, one per line or separated by commas. The console shows a role's ARN on its page.",
    example: "arn:aws:iam::210987654321:role/batch-job",
    list: true,
    multiline: true,
    called: &["role_arns", "role_arn_list", "rolearns"],
    validate,
    neutral,
};

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn every_entry_is_the_arn_of_a_role() {
        let arn = "arn:aws:iam::210987654321:role/batch-job";
        accepts(&TYPE, &[(arn, arn)]);
        let message = "A role's ARN looks like `arn:aws:iam::210987654321:role/name`.";
        refuses(&TYPE, &[("batch-job", message)]);
    }
}
