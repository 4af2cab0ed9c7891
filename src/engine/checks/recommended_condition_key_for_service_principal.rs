//! Sources of services tested by an old key.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::rename;
use super::service_source::{OLD_SOURCE_KEY, names_source, services_let_in};
use super::wording::quoted;
use crate::engine::policy::{KeyTest, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// A statement that lets an AWS service in names the source by `aws:SourceAccount` or one of its relatives, not by `aws:Referer`.
    /// AWS publishes no list of the keys it reports; this is the one its documentation names.
    ///
    /// ## Why it matters
    ///
    /// Services once put the account into `aws:Referer`, which otherwise comes from the header of a web request.
    /// `aws:SourceAccount` means nothing else and is set by more services.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Service": "ses.amazonaws.com"},
    ///             "Action": "s3:PutObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"StringEquals": {"aws:Referer": "111122223333"}}
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
    ///             "Principal": {"Service": "ses.amazonaws.com"},
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
    /// IAM User Guide, "The confused deputy problem", 2026; the case of `aws:Referer` is the one that IAM Access Analyzer's documentation names.
    RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL {
        title: "Old key for the source of a service",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Endpoint],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-recommended-condition-key-for-service-principal"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        findings.extend(old_test(statement).map(|test| finding(ctx, &test)));
    }
}

/// The test of the old key, where a service is let in and no newer key is tested.
fn old_test<'t>(statement: &Statement<'t>) -> Option<KeyTest<'t>> {
    if services_let_in(statement).is_empty() || statement.tests().any(|test| names_source(&test)) {
        return None;
    }
    statement.tests().find(|test| test.is_about(OLD_SOURCE_KEY))
}

fn finding(ctx: &Context, test: &KeyTest) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!("{} is an old way to say on whose behalf a service may act.", quoted(&test.key)),
        "The key otherwise comes from the header of a web request, and few services set it to an account.",
        "Test `aws:SourceAccount` instead.",
    );
    let is_account = test
        .entries()
        .all(|entry| entry.text.bytes().all(|byte| byte.is_ascii_digit()));
    let renamed = || {
        let edit = rename(ctx.tree, test.nodes.key, "aws:SourceAccount");
        Fix::choice("Test aws:SourceAccount", [edit])
    };
    finding.mended_by(is_account.then(renamed).flatten())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn policy(principal: &str, condition: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": {principal}, "Action": "s3:PutObject", "Condition": {condition}}}}}"#
        )
    }

    #[test]
    fn is_about_the_key() {
        check(
            &CHECK,
            &policy(
                r#"{"Service": "ses.amazonaws.com"}"#,
                r#"{"StringEquals": {«"AWS:Referer"»: "111122223333"}}"#,
            ),
        );
    }

    #[test]
    fn says_nothing_of_web_requests_and_beside_a_newer_key() {
        let old = r#"{"StringEquals": {"aws:Referer": "https://example.com/"}}"#;
        check_clean(&CHECK, &policy(r#""*""#, old));
        let both = r#"{"StringEquals": {"aws:Referer": "111122223333", "aws:SourceAccount": "111122223333"}}"#;
        check_clean(&CHECK, &policy(r#"{"Service": "ses.amazonaws.com"}"#, both));
    }

    #[test]
    fn writes_the_newer_key() {
        let of = |key: &str| {
            let condition = format!(r#"{{"StringEquals": {{"{key}": "111122223333"}}}}"#);
            policy(r#"{"Service": "ses.amazonaws.com"}"#, &condition)
        };
        check_fix(&CHECK, &of("aws:Referer"), &of("aws:SourceAccount"));
    }
}
