//! Services that may act for anybody.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite_condition::add_tests;
use super::service_source::{NEVER_SET, OLD_SOURCE_KEY, names_source, services_let_in};
use super::wording::quoted;
use crate::engine::policy::{Entry, KeyTest, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// A statement that lets an AWS service in says on whose behalf: it tests `aws:SourceArn`, `aws:SourceAccount`, `aws:SourceOrgID` or `aws:SourceOrgPaths`.
    /// AWS publishes no list of the services that set these keys.
    /// In trust policies the test is asked only of the few services whose guides show it there, AWS Batch among them, because most services take on roles for their own account only.
    ///
    /// ## Why it matters
    ///
    /// The service acts for all of its customers.
    /// Without such a test, somebody else's use of the service can reach your resource.
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
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
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
    ///             "Principal": {"Service": "batch.amazonaws.com"},
    ///             "Action": "sts:AssumeRole"
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
    /// IAM User Guide, "The confused deputy problem", 2026.
    /// AWS Batch User Guide and Amazon Personalize Developer Guide, "Cross-service confused deputy prevention", 2025.
    RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL {
        title: "Service allowed to act for anybody",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Trust, PolicyKind::Endpoint],
        has_fix: true,
        learn_more: analyzer_reference!("security-warning-restrict-access-to-service-principal"),
        run: run,
    }
}

/// Services whose guides put these keys into trust policies, with the service prefix of the resources they act for.
///
/// Source: AWS Batch User Guide and Amazon Personalize Developer Guide, "Cross-service confused deputy prevention", 2025.
const ASKED_IN_TRUST_POLICIES: [(&str, &str); 2] = [
    ("batch.amazonaws.com", "batch"),
    ("personalize.amazonaws.com", "personalize"),
];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        let mut services = services_let_in(statement);
        services.retain(|service| ctx.is_settled(service.node) && is_asked(ctx, &service.text));
        if services.is_empty()
            || statement
                .tests()
                .any(|test| names_somebody(&test, &services))
        {
            continue;
        }
        findings.extend(
            services
                .iter()
                .map(|service| finding(ctx, statement, service)),
        );
    }
}

fn is_asked(ctx: &Context, service: &str) -> bool {
    ctx.kind != PolicyKind::Trust || resource_prefix(service).is_some()
}

fn resource_prefix(service: &str) -> Option<&'static str> {
    let mut known = ASKED_IN_TRUST_POLICIES.iter();
    known
        .find(|(name, _)| *name == service)
        .map(|(_, prefix)| *prefix)
}

/// Whether a test says on whose behalf the services act, or tries to in a way that is reported by itself.
fn names_somebody(test: &KeyTest, services: &[Entry]) -> bool {
    let is_never_set = NEVER_SET.iter().any(|(service, key)| {
        test.is_about(key) && services.iter().any(|entry| entry.text == *service)
    });
    names_source(test) || test.is_about(OLD_SOURCE_KEY) || is_never_set
}

fn finding(ctx: &Context, statement: &Statement, service: &Entry) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(service.node)],
        format!("Nothing says on whose behalf {} may act.", quoted(&service.text)),
        "The service acts for all of its customers; somebody else's use of it can reach what is yours.",
        "Test `aws:SourceAccount`, or `aws:SourceArn` for a resource on whose behalf the service acts.",
    );
    let account = ("StringEquals", "aws:SourceAccount", "\"{{account_id}}\"");
    let arn = resource_prefix(&service.text)
        .map(|prefix| format!("\"arn:*:{prefix}:*:{{{{account_id}}}}:*\""));
    let both = arn.and_then(|arn| {
        let tests = [account, ("ArnLike", "aws:SourceArn", &arn)];
        let edits = add_tests(ctx.tree, statement, &tests)?;
        Fix::choice("Test the account and its resources", edits)
    });
    let one = add_tests(ctx.tree, statement, &[account]);
    finding
        .mended_by(both)
        .mended_by(one.and_then(|edits| Fix::choice("Test the account", edits)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_each_service() {
        check(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Principal": {"Service": [«"cloudtrail.amazonaws.com"», «"config.amazonaws.com"»], "AWS": "1"}, "Action": "s3:PutObject", "Condition": {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control"}}}}"#,
        );
        check(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Principal": {"Service": «"batch.amazonaws.com"»}, "Action": "sts:AssumeRole"}}"#,
        );
    }

    #[test]
    fn says_nothing_where_the_source_is_named_or_nothing_is_allowed() {
        for statement in [
            r#"{"Effect": "Deny", "Principal": {"Service": "config.amazonaws.com"}, "Action": "s3:*"}"#,
            r#"{"Effect": "Allow", "Principal": {"Service": "{{service}}"}, "Action": "s3:*"}"#,
            r#"{"Effect": "Allow", "Principal": {"Service": "config.amazonaws.com"}, "Action": "s3:*", "Condition": {"ArnLike": {"AWS:sourcearn": "a"}}}"#,
            r#"{"Effect": "Allow", "Principal": {"Service": "config.amazonaws.com"}, "Action": "s3:*", "Condition": {"StringLike": {"aws:SourceOrgPaths": "a"}}}"#,
            r#"{"Effect": "Allow", "Principal": {"Service": ["lambda.amazonaws.com", "codebuild.amazonaws.com"]}, "Action": "sts:AssumeRole"}"#,
        ] {
            check_clean(&CHECK, &format!(r#"{{"Statement": {statement}}}"#));
        }
    }

    #[test]
    fn tests_the_account_and_for_batch_its_resources() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Principal": {"Service": "config.amazonaws.com"}, "Action": "s3:*"}}"#,
            r#"{"Statement": {"Effect": "Allow", "Principal": {"Service": "config.amazonaws.com"}, "Action": "s3:*", "Condition": {"StringEquals": {"aws:SourceAccount": "{{account_id}}"}}}}"#,
        );
        check_fix(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Principal": {"Service": "batch.amazonaws.com"}, "Action": "sts:AssumeRole"}}"#,
            r#"{"Statement": {"Effect": "Allow", "Principal": {"Service": "batch.amazonaws.com"}, "Action": "sts:AssumeRole", "Condition": {"StringEquals": {"aws:SourceAccount": "{{account_id}}"}, "ArnLike": {"aws:SourceArn": "arn:*:batch:*:{{account_id}}:*"}}}}"#,
        );
    }
}
