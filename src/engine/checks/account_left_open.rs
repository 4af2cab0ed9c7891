//! ARNs of any account in a policy that names one.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::resource::{Resource, resources};
use super::wording::quoted;
use crate::engine::policy::{Arn, ArnField, PolicyKind};
use crate::engine::text::{Edit, Span};

declare_check! {
    /// ## What it checks
    ///
    /// Where the ARNs of a policy name one account, none of them has `*` in its place.
    ///
    /// ## Why it matters
    ///
    /// The account was probably forgotten there, and someone who replaces the account ID everywhere misses these ARNs.
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
    ///                 "arn:aws:sqs:us-east-1:111122223333:orders",
    ///                 "arn:aws:sqs:us-east-1:111122223333:returns",
    ///                 "arn:aws:sqs:us-east-1:*:refunds"
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
    ///             "Resource": [
    ///                 "arn:aws:sqs:us-east-1:111122223333:orders",
    ///                 "arn:aws:sqs:us-east-1:111122223333:returns",
    ///                 "arn:aws:sqs:us-east-1:111122223333:refunds"
    ///             ]
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// A convention of this editor.
    ACCOUNT_LEFT_OPEN {
        title: "Account left open",
        finding_type: Suggestion,
        source: Editor,
        kinds: &[PolicyKind::Identity, PolicyKind::Boundary, PolicyKind::Session],
        has_fix: true,
        learn_more: user_guide!("reference-arns.html"),
        run: run,
    }
}

/// An account that is named once may be somebody else's.
const FEWEST_NAMED: usize = 2;

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let mut named: Vec<(String, Span)> = Vec::new();
    let mut open = Vec::new();
    for resource in resources(ctx) {
        match account(ctx, &resource) {
            Some((text, span)) if text == "*" => open.push((resource.entry.node, span)),
            Some(account) => named.push(account),
            None => {}
        }
    }
    let Some(account) = only_account(&named) else {
        return;
    };
    if open.is_empty() || named.len() < open.len().max(FEWEST_NAMED) {
        return;
    }
    let written = ctx.written(account);
    let finding = CHECK.finding(
        open.iter().map(|(node, _)| ctx.location(*node)),
        format!(
            "The account is `*` here, although the rest of the policy names {}.",
            quoted(&written)
        ),
        "The ARN matches resources of any account, which was probably not meant.",
        "Put the same account there.",
    );
    let edits = open.iter().map(|(_, span)| Edit::replace(*span, &*written));
    let title = format!("Put {} there", quoted(&written));
    findings.push(finding.mended_by(Fix::choice(title, edits)));
}

/// The account field, where it is a star or an ID.
fn account(ctx: &Context, resource: &Resource) -> Option<(String, Span)> {
    let arn = Arn::cut(&resource.entry.text);
    let account = arn.field(ArnField::Account)?;
    let is_id = !account.is_empty() && account.bytes().all(|byte| byte.is_ascii_digit());
    let span = arn.field_span(ctx.tree, resource.entry.node, ArnField::Account)?;
    (is_id || account == "*").then(|| (account.to_owned(), span))
}

/// Where the account first stands, if all name the same.
fn only_account(named: &[(String, Span)]) -> Option<Span> {
    let (first, span) = named.first()?;
    named
        .iter()
        .all(|(other, _)| other == first)
        .then_some(*span)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn with(accounts: &[&str]) -> String {
        let arns: Vec<String> = accounts
            .iter()
            .map(|account| match account.strip_prefix('!') {
                Some(account) => format!("«\"arn:aws:iam::{account}:role/a\"»"),
                None => format!("\"arn:aws:iam::{account}:role/a\""),
            })
            .collect();
        format!(r#"{{"Statement": {{"Resource": [{}]}}}}"#, arns.join(", "))
    }

    #[test]
    fn one_account_named_twice_is_the_rule() {
        check(&CHECK, &with(&["111122223333", "!*", "111122223333"]));
        check(&CHECK, &with(&["$AWS_ACCOUNT_ID", "$AWS_ACCOUNT_ID", "!*"]));
        for accounts in [
            ["111122223333", "*", "444455556666"],
            ["111122223333", "*", "*"],
            ["111122223333", "*", ""],
            ["*", "*", "*"],
        ] {
            check_clean(&CHECK, &with(&accounts));
        }
    }

    #[test]
    fn puts_the_account_or_its_stand_in_there() {
        check_fix(
            &CHECK,
            &with(&["$AWS_ACCOUNT_ID", "$AWS_ACCOUNT_ID", "*"]),
            &with(&["$AWS_ACCOUNT_ID", "$AWS_ACCOUNT_ID", "$AWS_ACCOUNT_ID"]),
        );
    }
}
