//! Actions without tags, denied where a resource has a tag.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::unsupported_tag::{Effect, report_actions};
use crate::engine::policy::PolicyKind;

declare_check! {
    /// ## What it checks
    ///
    /// A statement that denies actions where the resource has a tag names only actions whose requests can carry `aws:ResourceTag` or `aws:RequestTag`.
    /// A pattern is fine where one of its actions can.
    ///
    /// ## Why it matters
    ///
    /// For any other action the tag is missing, the test fails, and the statement never denies it.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Deny",
    ///             "Action": ["ec2:TerminateInstances", "ec2:DescribeInstances"],
    ///             "Resource": "*",
    ///             "Condition": {"StringEquals": {"aws:ResourceTag/status": "locked"}}
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
    ///             "Effect": "Deny",
    ///             "Action": "ec2:TerminateInstances",
    ///             "Resource": "*",
    ///             "Condition": {"StringEquals": {"aws:ResourceTag/status": "locked"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Service Authorization Reference, condition keys of actions and resource types, October 2026;
    /// IAM User Guide, "Controlling access to AWS resources using tags", 2025.
    DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE {
        title: "Tag tested for denied actions without tags",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Identity, PolicyKind::Boundary, PolicyKind::Session, PolicyKind::Scp],
        has_fix: true,
        learn_more: analyzer_reference!("security-warning-deny-with-unsupported-tag-condition-key-for-service"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    report_actions(&CHECK, ctx, Effect::Deny, findings);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn statement(effect: &str, action: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "{effect}", "Action": {action}, "Resource": "*", "Condition": {{"StringEquals": {{"aws:ResourceTag/{{{{tag}}}}": "a"}}}}}}]}}"#
        )
    }

    #[test]
    fn is_about_the_actions_and_the_key() {
        let marked = statement(
            "Deny",
            r#"["ec2:TerminateInstances", «"ec2:DescribeInstances"»]"#,
        );
        check(
            &CHECK,
            &marked.replace(
                r#""aws:ResourceTag/{{tag}}""#,
                r#"«"aws:ResourceTag/{{tag}}"»"#,
            ),
        );
        check_clean(&CHECK, &statement("Allow", r#""ec2:DescribeInstances""#));
    }

    #[test]
    fn without_other_actions_the_test_itself_goes() {
        check_fix(
            &CHECK,
            &statement("Deny", r#""ec2:DescribeInstances""#),
            r#"{"Statement": [{"Effect": "Deny", "Action": "ec2:DescribeInstances", "Resource": "*"}]}"#,
        );
    }
}
