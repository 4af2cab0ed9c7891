//! Whoever a policy may name as an AWS principal: an account, a role, a user.

use super::{PlaceholderType, Problem};
use crate::engine::placeholders::resource_arn;
use crate::engine::policy::is_unique_id;

pub(super) static TYPE: PlaceholderType = PlaceholderType {
    id: "principal-arn",
    label: "Principal",
    help: "The ARN of a role or user, or an account ID of 12 digits for the whole account.",
    example: "arn:aws:iam::210987654321:role/batch-job",
    list: false,
    multiline: false,
    called: &[
        "principal",
        "principal_arn",
        "principalarn",
        "iam_principal",
        "iam_arn",
        "trusted_arn",
        "trusted_principal",
        "user_arn",
        "userarn",
        "iam_user_arn",
        "aws_principal",
        "caller_arn",
        "role_or_user_arn",
        "trusted_entity",
        "trusted_entity_arn",
    ],
    validate,
    neutral,
};

const SHAPE: &str = "A principal is an ARN such as `arn:aws:iam::210987654321:role/name`, or an account ID of 12 digits.";

fn validate(typed: &str) -> Result<String, Problem> {
    let cleaned = crate::engine::placeholders::pasted::clean(typed);
    let digits = cleaned.replace('-', "");
    let is_account = digits.len() == super::ACCOUNT_ID_DIGITS
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_account {
        return Ok(digits);
    }
    if is_unique_id(&cleaned) {
        return Ok(cleaned);
    }
    let arn = resource_arn::read(&cleaned, SHAPE)?;
    let kind = arn.resource.split('/').next().unwrap_or_default();
    let is_principal = match arn.service.as_str() {
        "iam" => matches!(kind, "root" | "role" | "user"),
        "sts" => matches!(kind, "assumed-role" | "federated-user"),
        _ => false,
    };
    if !is_principal || arn.resource.contains(['*', '?']) {
        return Err(Problem::new(SHAPE));
    }
    arn.require_account()?;
    Ok(arn.text)
}

fn neutral(number: usize) -> String {
    format!("arn:aws:iam::640173952806:role/neutral-principal-{number}")
}

#[cfg(test)]
mod tests {
    use super::super::table::{accepts, refuses};
    use super::TYPE;

    #[test]
    fn accepts_whatever_may_stand_under_aws() {
        accepts(
            &TYPE,
            &[
                ("2109-8765-4321", "210987654321"),
                (
                    "arn:aws:iam::210987654321:root",
                    "arn:aws:iam::210987654321:root",
                ),
                (
                    "arn:aws:iam::210987654321:user/jo",
                    "arn:aws:iam::210987654321:user/jo",
                ),
                (
                    "arn:aws:sts::210987654321:assumed-role/a/b",
                    "arn:aws:sts::210987654321:assumed-role/a/b",
                ),
            ],
        );
    }

    #[test]
    fn says_what_a_principal_is() {
        refuses(
            &TYPE,
            &[
                (
                    "jo",
                    "A principal is an ARN such as `arn:aws:iam::210987654321:role/name`, or an account ID of 12 digits.",
                ),
                (
                    "arn:aws:iam::210987654321:role/*",
                    "A principal is an ARN such as `arn:aws:iam::210987654321:role/name`, or an account ID of 12 digits.",
                ),
                (
                    "arn:aws:iam::210987654321:group/x",
                    "A principal is an ARN such as `arn:aws:iam::210987654321:role/name`, or an account ID of 12 digits.",
                ),
            ],
        );
    }
}
