//! Statement names that are empty.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::delete_member;
use crate::engine::policy::Element;

declare_check! {
    /// ## What it checks
    ///
    /// A `Sid` that is there has a value.
    ///
    /// ## Why it matters
    ///
    /// An empty name says nothing; it can be left out.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Sid": "",
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
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
    /// IAM User Guide, "IAM JSON policy elements: Sid", 2025.
    EMPTY_SID_VALUE {
        title: "Empty Sid",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-empty-sid-value"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        let Some(member) = statement.element(Element::Sid) else {
            continue;
        };
        if statement
            .text(Element::Sid)
            .is_some_and(|sid| sid.is_empty() && ctx.is_settled(member.value))
        {
            let finding = CHECK.finding(
                [ctx.location(member.value)],
                "This Sid is empty.",
                "A Sid is a name for the statement; an empty one says nothing.",
                "Write a name, or leave the Sid out.",
            );
            findings.push(finding.mended_by(Fix::choice(
                "Remove the Sid",
                [delete_member(ctx.tree, member)],
            )));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            r#"{"Statement": [{"Sid": «""»}, {"Sid": "A"}, {}]}"#,
        );
    }

    #[test]
    fn takes_the_member_out_with_its_comma() {
        for (before, after) in [
            (r#"{"Sid": "", "Effect": "Deny"}"#, r#"{"Effect": "Deny"}"#),
            (r#"{"Effect": "Deny", "Sid": ""}"#, r#"{"Effect": "Deny"}"#),
            (r#"{"Sid": ""}"#, "{}"),
            (
                "{\n \"Effect\": \"Deny\",\n \"Sid\": \"\",\n \"Action\": \"*\"\n}",
                "{\n \"Effect\": \"Deny\",\n \"Action\": \"*\"\n}",
            ),
        ] {
            check_fix(
                &CHECK,
                &format!(r#"{{"Statement": {before}}}"#),
                &format!(r#"{{"Statement": {after}}}"#),
            );
        }
    }
}
