//! All actions but some, denied where a resource has a tag.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::unsupported_tag::{Effect, report_not_action};
use crate::engine::policy::PolicyKind;

declare_check! {
    /// ## What it checks
    ///
    /// A statement that denies actions where the resource has a tag names them with `Action`, not with `NotAction`.
    ///
    /// ## Why it matters
    ///
    /// `NotAction` reaches actions of every service, and in requests for many of them the tag is always missing.
    /// The statement never denies those, though it seems to.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Deny",
    ///             "NotAction": "s3:*",
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
    /// IAM User Guide, "Controlling access to AWS resources using tags" and "IAM JSON policy elements: NotAction", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE {
        title: "Tag tested for all denied actions but some",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Identity, PolicyKind::Boundary, PolicyKind::Session, PolicyKind::Scp],
        has_fix: false,
        learn_more: analyzer_reference!("security-warning-deny-notaction-with-unsupported-tag-condition-key-for-service"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    report_not_action(&CHECK, ctx, Effect::Deny, findings);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean};
    use super::CHECK;

    fn statement(effect: &str, operator: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "{effect}", "NotAction": «["iam:*"]», "Resource": "*", "Condition": {{"{operator}": {{«"aws:ResourceTag/team"»: "blue"}}}}}}]}}"#
        )
    }

    #[test]
    fn is_about_the_list_and_the_key() {
        check(&CHECK, &statement("Deny", "StringEquals"));
    }

    #[test]
    fn the_other_effect_and_tests_that_pass_without_a_tag_are_not_meant() {
        for (effect, operator) in [("Allow", "StringEquals"), ("Deny", "StringNotEquals")] {
            let marked = statement(effect, operator);
            check_clean(&CHECK, &marked.replace(['«', '»'], ""));
        }
    }
}
