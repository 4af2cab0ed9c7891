//! Condition keys whose values the caller chooses.

use super::conditions::{quoted_key, remove_test};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::policy::{Element, KeyTest, principals};

declare_check! {
    /// ## What it checks
    ///
    /// No condition tests `aws:Referer` or `aws:UserAgent`.
    /// A statement whose principals are AWS services only is left alone: there the service sets the value.
    /// AWS does not publish the whole list of such keys; these are the ones it describes as chosen by the caller.
    ///
    /// ## Why it matters
    ///
    /// Whoever sends a request can send any value with it, so the test keeps nobody out.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"StringLike": {"aws:UserAgent": "reporting-app/*"}}
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
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS global condition context keys", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    UNTRUSTWORTHY_CONDITION_KEY {
        title: "Untrustworthy condition key",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("security-warning-untrustworthy-condition-key"),
        run: run,
    }
}

/// Source: IAM User Guide, "AWS global condition context keys", 2025.
const CHOSEN_BY_CALLER: [&str; 2] = ["aws:Referer", "aws:UserAgent"];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let is_chosen = |test: &&KeyTest| {
        CHOSEN_BY_CALLER.iter().any(|key| test.is_about(key)) && !is_set_by_service(ctx, test)
    };
    for test in ctx.policy.tests().iter().filter(is_chosen) {
        let finding = CHECK.finding(
            [ctx.location(test.nodes.key.key)],
            format!(
                "Whoever sends a request chooses the value of {}.",
                quoted_key(ctx, test)
            ),
            "The value can be anything, so the test keeps nobody out.",
            "Test who sends the request or where it comes from instead, or remove the test.",
        );
        let removal = Fix::choice("Remove the test", [remove_test(ctx.tree, test)]);
        findings.push(finding.mended_by(removal));
    }
}

fn is_set_by_service(ctx: &Context, test: &KeyTest) -> bool {
    let principal = test.statement.element(Element::Principal);
    principal.is_some_and(|member| {
        let principals = principals(ctx.tree, member.value);
        !principals.is_empty() && principals.iter().all(|one| one.type_name == "Service")
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_key_in_any_case() {
        check(
            &CHECK,
            &statement(
                r#"{"StringLike": {«"aws:UserAgent"»: "a", «"AWS:referer"»: "b", "aws:SourceIp": "c"}}"#,
            ),
        );
    }

    #[test]
    fn trusts_a_service_to_set_the_value() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Principal": {"Service": "ses.amazonaws.com"}, "Action": "s3:PutObject", "Condition": {"StringEquals": {"aws:Referer": "111122223333"}}}}"#,
        );
    }

    #[test]
    fn takes_the_test_out() {
        check_fix(
            &CHECK,
            &statement(r#"{"StringLike": {"aws:Referer": "a", "aws:username": "b"}}"#),
            &statement(r#"{"StringLike": {"aws:username": "b"}}"#),
        );
    }
}
