//! Condition keys that say nothing in the policy of a resource.

use super::conditions::remove_test;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{Attachment, KeyTest, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// The policy of an S3 bucket does not test `s3:ResourceAccount`.
    /// A policy whose every resource is a bucket is taken for one where it is not said what it is attached to.
    /// AWS publishes no list of such keys; this is the one its documentation names.
    ///
    /// ## Why it matters
    ///
    /// The bucket belongs to one account, and its policy applies to nothing else.
    /// The key is for the policies of users and roles, which reach buckets of every account.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "111122223333"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"StringEquals": {"s3:ResourceAccount": "111122223333"}}
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
    ///             "Principal": {"AWS": "111122223333"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// The case that IAM Access Analyzer's documentation names, 2025.
    IRRELEVANT_CONDITION_KEY_IN_POLICY {
        title: "Condition key without use here",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-irrelevant-condition-key-in-policy"),
        run: run,
    }
}

const IRRELEVANT: [(Attachment, &str); 1] = [(Attachment::S3BucketPolicy, "s3:ResourceAccount")];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let attachment = ctx.attachment_or_guess();
    for (_, key) in IRRELEVANT
        .iter()
        .filter(|(known, _)| Some(*known) == attachment)
    {
        let tests = ctx.policy.tests().iter().filter(|test| test.is_about(key));
        findings.extend(tests.map(|test| finding(ctx, test)));
    }
}

fn finding(ctx: &Context, test: &KeyTest) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!(
            "{} says nothing in the policy of a bucket.",
            quoted(&test.key)
        ),
        "The policy applies to this one bucket, whose account is known.",
        "Remove the test, or test who asks with `aws:PrincipalAccount`.",
    );
    finding.mended_by(Fix::choice(
        "Remove the test",
        [remove_test(ctx.tree, test)],
    ))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_attached, check_clean, check_fix};
    use super::{Attachment, CHECK};

    fn policy(resource: &str, condition: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": {{"AWS": "111122223333"}}, "Action": "s3:GetObject", "Resource": "{resource}"{condition}}}}}"#
        )
    }

    const TESTED: &str = r#", "Condition": {"StringEquals": {"s3:ResourceAccount": "1"}}"#;

    #[test]
    fn is_about_the_key() {
        let marked = TESTED.replace(r#""s3:ResourceAccount""#, r#"«"s3:ResourceAccount"»"#);
        check(&CHECK, &policy("arn:aws:s3:::a/*", &marked));
        check_attached(Attachment::S3BucketPolicy, &CHECK, &policy("*", &marked));
    }

    #[test]
    fn other_resources_are_not_meant() {
        check_clean(&CHECK, &policy("*", TESTED));
        check_clean(
            &CHECK,
            &policy("arn:aws:s3:us-east-1:111122223333:accesspoint/a", TESTED),
        );
    }

    #[test]
    fn removes_the_test() {
        check_fix(
            &CHECK,
            &policy("arn:aws:s3:::a/*", TESTED),
            &policy("arn:aws:s3:::a/*", ""),
        );
    }
}
