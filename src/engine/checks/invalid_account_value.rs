//! Account IDs in conditions that no account has.

use super::condition_values::{ConditionValue, values_under};
use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{OperatorFamily, has_wildcard};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A value that a condition key of an account is compared with, such as `aws:SourceAccount`, has 12 digits.
    ///
    /// ## Why it matters
    ///
    /// No account has another number of digits, so that the condition never holds, or always where it is negated.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Service": "cloudtrail.amazonaws.com"},
    ///             "Action": "s3:PutObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"StringEquals": {"aws:SourceAccount": "11112222333"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Service": "cloudtrail.amazonaws.com"},
    ///             "Action": "s3:PutObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"StringEquals": {"aws:SourceAccount": "1111-2222-3333"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Valid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Service": "cloudtrail.amazonaws.com"},
    ///             "Action": "s3:PutObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"StringEquals": {"aws:SourceAccount": "111122223333"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS global condition context keys", 2025; service authorization reference of AWS KMS and Amazon S3, 2026.
    INVALID_ACCOUNT_VALUE {
        title: "Account ID that cannot be one",
        finding_type: Warning,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("console-account-id.html"),
        run: run,
    }
}

/// The keys that hold one account ID.
const KEYS: [&str; 9] = [
    "aws:PrincipalAccount",
    "aws:PrincipalOrgMasterAccountId",
    "aws:ResourceAccount",
    "aws:SourceAccount",
    "aws:SourceOwner",
    "aws:VpceAccount",
    "kms:CallerAccount",
    "s3:DataAccessPointAccount",
    "s3:ResourceAccount",
];

/// The number of digits of an account ID.
const DIGITS: usize = 12;

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let values = values_under(ctx, &[OperatorFamily::String, OperatorFamily::Numeric]);
    let wrong = values.filter(|value| {
        let is_of_account = KEYS.iter().any(|key| value.test.is_about(key));
        is_of_account && !has_wildcard(&value.text) && !is_account(&value.text)
    });
    findings.extend(wrong.map(|value| finding(ctx, &value)));
}

fn is_account(text: &str) -> bool {
    text.len() == DIGITS && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn finding(ctx: &Context, value: &ConditionValue) -> Finding {
    let digits: String = value.text.chars().filter(char::is_ascii_digit).collect();
    let is_number = digits.len() == value.text.len();
    let fault = match is_number {
        true => format!("has {} digits", digits.len()),
        false => "is no account ID".to_owned(),
    };
    let finding = CHECK.finding(
        [ctx.location(value.node)],
        format!(
            "{} {fault}; an account ID has {DIGITS}.",
            quoted(&value.text)
        ),
        "No account has it, so that the condition never finds one.",
        "Write the 12 digits of the account, without anything between them.",
    );
    let meant = (!is_number && is_account(&digits)).then(|| {
        let edit = Edit::replace(ctx.tree.span(value.node), format!("\"{digits}\""));
        Fix::choice(format!("Write {}", quoted(&digits)), [edit])
    });
    finding.mended_by(meant.flatten())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn with(key: &str, values: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Deny", "Condition": {{"StringEquals": {{"{key}": {values}}}}}}}}}"#
        )
    }

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            &with(
                "aws:SourceAccount",
                r#"["210987654321", «"21098765432"», «"o-a1b2c3d4e5"», "${aws:PrincipalAccount}", "$ACCOUNT", "*"]"#,
            ),
        );
        check_clean(&CHECK, &with("aws:SourceArn", r#""21098765432""#));
    }

    #[test]
    fn takes_out_what_stands_between_the_digits() {
        check_fix(
            &CHECK,
            &with("aws:PrincipalAccount", r#""2109-8765-4321""#),
            &with("aws:PrincipalAccount", r#""210987654321""#),
        );
        check_fix(
            &CHECK,
            &with(
                "aws:PrincipalAccount",
                r#""arn:aws:iam::210987654321:root""#,
            ),
            &with("aws:PrincipalAccount", r#""210987654321""#),
        );
    }
}
