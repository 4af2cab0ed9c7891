//! Actions without tags, allowed where a resource has a tag.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::unsupported_tag::{Effect, report_actions};
use crate::engine::policy::PolicyKind;

declare_check! {
    /// ## What it checks
    ///
    /// A statement that allows actions where the resource has a tag names only actions whose requests can carry `aws:ResourceTag` or `aws:RequestTag`.
    /// A pattern is fine where one of its actions can.
    ///
    /// ## Why it matters
    ///
    /// For any other action the tag is missing, the test fails, and the statement does not allow it.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": ["logs:PutRetentionPolicy", "logs:DescribeLogGroups"],
    ///             "Resource": "*",
    ///             "Condition": {"StringEquals": {"aws:ResourceTag/team": "blue"}}
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
    ///             "Action": "logs:PutRetentionPolicy",
    ///             "Resource": "*",
    ///             "Condition": {"StringEquals": {"aws:ResourceTag/team": "blue"}}
    ///         },
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "logs:DescribeLogGroups",
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Service Authorization Reference, condition keys of actions and resource types, October 2026;
    /// IAM User Guide, "Controlling access to AWS resources using tags", 2025.
    ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE {
        title: "Tag tested for actions without tags",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Identity, PolicyKind::Boundary, PolicyKind::Session],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-allow-with-unsupported-tag-condition-key-for-service"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    report_actions(&CHECK, ctx, Effect::Allow, findings);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn statement(action: &str, condition: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Sid": "A", "Effect": "Allow", "Action": {action}, "Resource": "*", "Condition": {condition}}}]}}"#
        )
    }

    const ON_TAG: &str = r#"{"StringEquals": {"aws:ResourceTag/team": "blue"}}"#;

    #[test]
    fn is_about_the_actions_and_the_key() {
        check(
            &CHECK,
            &statement(
                r#"["logs:PutRetentionPolicy", «"logs:DescribeLogGroups"», «"iam:GetAccount*"», "ec2:*"]"#,
                r#"{"StringLike": {«"aws:ResourceTag/team"»: "b*"}}"#,
            ),
        );
    }

    #[test]
    fn other_tests_of_tags_pass_where_there_is_none_or_are_of_the_request() {
        for condition in [
            r#"{"StringNotEquals": {"aws:ResourceTag/team": "blue"}}"#,
            r#"{"StringEqualsIfExists": {"aws:ResourceTag/team": "blue"}}"#,
            r#"{"Null": {"aws:ResourceTag/team": "false"}}"#,
            r#"{"StringEquals": {"aws:RequestTag/team": "blue"}}"#,
            r#"{"StringEquals": {"ec2:ResourceTag/team": "blue"}}"#,
        ] {
            check_clean(&CHECK, &statement(r#""logs:DescribeLogGroups""#, condition));
        }
    }

    #[test]
    fn unknown_and_open_actions_are_not_judged() {
        for action in ["logs:Nothing", "nothing:*", "logs:{{action}}", "*"] {
            check_clean(&CHECK, &statement(&format!("\"{action}\""), ON_TAG));
        }
    }

    #[test]
    fn moves_the_actions_to_a_statement_without_the_test() {
        check_fix(
            &CHECK,
            &statement(
                r#"["logs:PutRetentionPolicy", "logs:DescribeLogGroups"]"#,
                ON_TAG,
            ),
            r#"{"Statement": [{"Sid": "A", "Effect": "Allow", "Action": ["logs:PutRetentionPolicy"], "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceTag/team": "blue"}}}, {"Effect": "Allow", "Action": "logs:DescribeLogGroups", "Resource": "*"}]}"#,
        );
    }
}
