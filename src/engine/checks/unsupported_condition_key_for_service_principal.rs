//! Condition keys that a service never sets.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::service_source::{NEVER_SET, names_source, services_let_in};
use super::wording::quoted;
use crate::engine::policy::{KeyTest, OperatorFamily, PolicyKind};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A statement that lets a service in tests only keys that the service sets.
    /// AWS publishes no list of them; known is the one case its documentation names, `aws:PrincipalOrgID` for CloudFront.
    ///
    /// ## Why it matters
    ///
    /// A service principal belongs to no organization.
    /// The test can never hold, and the statement lets nobody in.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Service": "cloudfront.amazonaws.com"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}
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
    ///             "Principal": {"Service": "cloudfront.amazonaws.com"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "aws:SourceArn": "arn:aws:cloudfront::111122223333:distribution/E1ABCDEF2GHIJK"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// The case that IAM Access Analyzer's documentation names, 2025.
    UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL {
        title: "Condition key that the service never sets",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Endpoint],
        has_fix: true,
        learn_more: analyzer_reference!("error-unsupported-condition-key-for-service-principal"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        let services = services_let_in(statement);
        for (service, key) in NEVER_SET {
            if !services.iter().any(|entry| entry.text == service) {
                continue;
            }
            let tests = statement.tests().filter(|test| can_never_hold(test, key));
            findings.extend(tests.map(|test| finding(ctx, &test, service)));
        }
    }
}

fn can_never_hold(test: &KeyTest, key: &str) -> bool {
    test.is_about(key) && !test.if_exists && !test.is_of(OperatorFamily::Null)
}

fn finding(ctx: &Context, test: &KeyTest, service: &str) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!("{} never sets {}.", quoted(service), quoted(&test.key)),
        "The test can never hold, and the statement does not let the service in.",
        "Test `aws:SourceAccount` or `aws:SourceArn` instead.",
    );
    let edits = [
        Edit::replace(
            ctx.tree.content_span(test.nodes.key.key),
            "aws:SourceAccount",
        ),
        Edit::replace(ctx.tree.span(test.nodes.key.value), "\"{{account_id}}\""),
    ];
    let is_there = test.statement.tests().any(|other| names_source(&other));
    let account = || Fix::choice("Test an account to fill in", edits);
    finding.mended_by((!is_there).then(account).flatten())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn policy(service: &str, condition: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": {{"Service": "{service}.amazonaws.com"}}, "Action": "s3:GetObject", "Condition": {condition}}}}}"#
        )
    }

    #[test]
    fn is_about_the_key() {
        check(
            &CHECK,
            &policy(
                "cloudfront",
                r#"{"StringLike": {«"aws:principalorgid"»: "o-*"}}"#,
            ),
        );
    }

    #[test]
    fn says_nothing_of_other_services_and_of_keys_that_may_be_missing() {
        check_clean(
            &CHECK,
            &policy("sns", r#"{"StringEquals": {"aws:PrincipalOrgID": "o-a"}}"#),
        );
        check_clean(
            &CHECK,
            &policy(
                "cloudfront",
                r#"{"StringEqualsIfExists": {"aws:PrincipalOrgID": "o-a"}}"#,
            ),
        );
    }

    #[test]
    fn tests_an_account() {
        check_fix(
            &CHECK,
            &policy(
                "cloudfront",
                r#"{"StringEquals": {"aws:PrincipalOrgID": "o-a"}}"#,
            ),
            &policy(
                "cloudfront",
                r#"{"StringEquals": {"aws:SourceAccount": "{{account_id}}"}}"#,
            ),
        );
    }
}
