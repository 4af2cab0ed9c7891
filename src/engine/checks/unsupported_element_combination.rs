//! Statements that have an element and its opposite.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::delete_member;
use crate::engine::policy::Element;

declare_check! {
    /// ## What it checks
    ///
    /// A statement has at most one of `Action` and `NotAction`, one of `Resource` and `NotResource`, one of `Principal` and `NotPrincipal`.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a statement that has both: it could not tell what is meant.
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
    ///             "NotAction": "s3:PutObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
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
    /// IAM User Guide, "Grammar of the IAM JSON policy language", 2025.
    UNSUPPORTED_ELEMENT_COMBINATION {
        title: "Unsupported combination of elements",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-unsupported-element-combination"),
        run: run,
    }
}

const OPPOSITES: [(Element, Element); 3] = [
    (Element::Principal, Element::NotPrincipal),
    (Element::Action, Element::NotAction),
    (Element::Resource, Element::NotResource),
];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        for (element, opposite) in OPPOSITES {
            let (Some(one), Some(other)) =
                (statement.element(element), statement.element(opposite))
            else {
                continue;
            };
            let (name, opposite) = (element.name(), opposite.name());
            let finding = CHECK.finding(
                [ctx.location(one.value), ctx.location(other.value)],
                format!("This statement has both `{name}` and `{opposite}`."),
                "One names what is meant, the other all the rest; AWS rejects a statement that has both.",
                format!("Keep one of them, or make two statements. `{opposite}` is rarely what is wanted."),
            );
            let without = |removed: &str, member| {
                Fix::choice(
                    format!("Remove {removed}"),
                    [delete_member(ctx.tree, member)],
                )
            };
            findings.push(
                finding
                    .mended_by(without(opposite, other))
                    .mended_by(without(name, one)),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    #[test]
    fn names_both_values_the_plain_element_first() {
        check(
            &CHECK,
            r#"{"Statement": {"NotAction": «"s3:*"», "Action": «["a"]», "Resource": "*"}}"#,
        );
        check(
            &CHECK,
            r#"{"Statement": {"Resource": «"*"», "NotResource": «"*"», "Principal": «"*"», "NotPrincipal": «"*"»}}"#,
        );
    }

    #[test]
    fn takes_the_opposite_out_first() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Action": "s3:*", "NotAction": "s3:Get*"}}"#,
            r#"{"Statement": {"Action": "s3:*"}}"#,
        );
    }
}
