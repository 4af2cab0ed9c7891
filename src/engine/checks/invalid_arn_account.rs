//! ARNs whose account field holds no account ID.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::resource::{Resource, resources};
use super::wording::quoted;
use crate::engine::policy::{Arn, ArnField, FIELD_COUNT, PolicyKind, has_variable};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// The fifth field of a resource's ARN is an account ID of twelve digits, or empty, or has a wildcard or a policy variable.
    /// For resources that AWS owns it is `aws`.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects any other text there.
    /// Often it is a stand-in that nobody has filled in, or an account ID with hyphens or a digit too few.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "sqs:SendMessage",
    ///             "Resource": [
    ///                 "arn:aws:sqs:us-east-1:12345:orders",
    ///                 "arn:aws:sqs:us-east-1:1111-2222-3333:orders"
    ///             ]
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
    ///             "Action": "sqs:SendMessage",
    ///             "Resource": "arn:aws:sqs:us-east-1:111122223333:orders"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Identify AWS resources with Amazon Resource Names", 2025.
    INVALID_ARN_ACCOUNT {
        title: "Invalid ARN account",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[
            PolicyKind::Identity,
            PolicyKind::Resource,
            PolicyKind::Scp,
            PolicyKind::Rcp,
            PolicyKind::Boundary,
            PolicyKind::Session,
            PolicyKind::Endpoint,
        ],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-arn-account"),
        run: run,
    }
}

/// What stands in the place of an account in the ARN of what AWS owns, such as a managed policy.
///
/// Source: the resource ARNs of AWS's own managed policies, 2026.
const AWS_ITSELF: &str = "aws";

const ACCOUNT_DIGITS: usize = 12;

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    findings.extend(resources(ctx).filter_map(|resource| finding(ctx, &resource)));
}

fn finding(ctx: &Context, resource: &Resource) -> Option<Finding> {
    let node = resource.entry.node;
    let arn = Arn::cut(&resource.entry.text);
    let account = arn
        .field(ArnField::Account)
        .filter(|account| !is_valid(account))?;
    let span = arn.field_span(ctx.tree, node, ArnField::Account)?;
    let is_arn = arn.field_count() == FIELD_COUNT && arn.field(ArnField::Prefix) == Some("arn");
    if !is_arn || ctx.is_unfilled(span) {
        return None;
    }
    let digits: String = account.chars().filter(|one| one.is_ascii_digit()).collect();
    let finding = CHECK.finding(
        [ctx.location(node)],
        message(account, digits.len()),
        "The fifth field of an ARN holds the account; AWS rejects anything but an ID, a wildcard or nothing there.",
        "Write the twelve digits of the account ID, without hyphens.",
    );
    Some(
        finding.mended_by(
            without_separators(account, &digits)
                .and_then(|title| Fix::choice(title, [Edit::replace(span, &digits)])),
        ),
    )
}

fn is_valid(account: &str) -> bool {
    let is_id =
        account.len() == ACCOUNT_DIGITS && account.bytes().all(|byte| byte.is_ascii_digit());
    account.is_empty()
        || is_id
        || account.contains(['*', '?'])
        || has_variable(account)
        || account == AWS_ITSELF
}

fn message(account: &str, digits: usize) -> String {
    let is_number = account.bytes().all(|byte| byte.is_ascii_digit());
    if is_number {
        format!(
            "{} is not an account ID: it has {digits} digits instead of twelve.",
            quoted(account)
        )
    } else {
        format!("{} is not an account ID.", quoted(account))
    }
}

/// The label for leaving out what separates twelve digits; `None` where there is more to it.
fn without_separators(account: &str, digits: &str) -> Option<String> {
    let only_separated = account
        .chars()
        .all(|one| one.is_ascii_digit() || matches!(one, '-' | ' '));
    (only_separated && digits.len() == ACCOUNT_DIGITS).then(|| format!("Write {digits}"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_entry() {
        check(
            &CHECK,
            r#"{"Statement": {"Resource": [«"arn:aws:sqs:us-east-1:12345:a"», «"arn:aws:iam::1111-2222-3333:role/a"»]}}"#,
        );
        check(
            &CHECK,
            r#"{"Statement": {"Resource": «"arn:aws:iam::1234567890123:role/a"»}}"#,
        );
    }

    #[test]
    fn accepts_ids_wildcards_variables_and_aws_itself() {
        for account in [
            "",
            "111122223333",
            "*",
            "1111*",
            "${aws:PrincipalAccount}",
            "aws",
        ] {
            check_clean(
                &CHECK,
                &format!(r#"{{"Statement": {{"Resource": "arn:aws:iam::{account}:role/a"}}}}"#),
            );
        }
        check_clean(
            &CHECK,
            r#"{"Statement": {"Resource": ["arn:aws:iam:12345", "arm:aws:iam::1:a", "*"]}}"#,
        );
    }

    #[test]
    fn takes_hyphens_out() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Resource": "arn:aws:iam::1111-2222-3333:role/a"}}"#,
            r#"{"Statement": {"Resource": "arn:aws:iam::111122223333:role/a"}}"#,
        );
    }
}
