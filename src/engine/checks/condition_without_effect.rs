//! Conditions that another statement makes useless.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::overlap::Overlap;
use super::wording::quoted;
use crate::engine::policy::{Element, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// Where a statement allows an action under a condition, no other statement allows the same action on the same resources without one.
    ///
    /// ## Why it matters
    ///
    /// One statement that allows a request is enough, so the condition limits nothing.
    /// Whoever reads it believes otherwise.
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
    ///             "Condition": {
    ///                 "Bool": {
    ///                     "aws:MultiFactorAuthPresent": "true"
    ///                 }
    ///             }
    ///         },
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": [
    ///                 "s3:GetObject",
    ///                 "s3:PutObject"
    ///             ],
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
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {
    ///                 "Bool": {
    ///                     "aws:MultiFactorAuthPresent": "true"
    ///                 }
    ///             }
    ///         },
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": [
    ///                 "s3:PutObject"
    ///             ],
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Policy evaluation logic", 2025.
    CONDITION_WITHOUT_EFFECT {
        title: "Condition without effect",
        finding_type: Warning,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: user_guide!("reference_policies_evaluation-logic.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for (statement, found) in ctx.overlaps() {
        if statement.has(Element::Condition) {
            findings.extend(finding(ctx, found));
        }
    }
}

fn finding(ctx: &Context, found: &[Overlap]) -> Option<Finding> {
    let first = found.first()?;
    let covered = found.iter().map(|overlap| overlap.entry.node);
    let mut covering: Vec<_> = found.iter().map(|overlap| overlap.by_entry.node).collect();
    covering.sort();
    covering.dedup();
    let finding = CHECK.finding(
        covered.chain(covering).map(|node| ctx.location(node)),
        format!(
            "The condition on {} has no effect: {} in another statement allows the same without it.",
            quoted(&first.entry.text),
            quoted(&first.by_entry.text)
        ),
        "One statement that allows a request is enough, whatever another one demands.",
        "Take the action out of the statement without a condition, or drop the condition.",
    );
    Some(finding.mended_by(removal(ctx, found)))
}

/// Takes the same action out of the other statement, where that has others too.
fn removal(ctx: &Context, found: &[Overlap]) -> Option<Fix> {
    let [overlap] = found else {
        return None;
    };
    let is_same = overlap
        .entry
        .text
        .eq_ignore_ascii_case(&overlap.by_entry.text);
    let has_others = overlap.by.entries(Element::Action).nth(1).is_some();
    let edits = (is_same && has_others).then(|| ctx.tree.remove_element(overlap.by_entry.node))?;
    Fix::choice("Allow it under the condition only", edits.iter().cloned())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    const GUARDED: &str = r#"{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::*:role/a", "Condition": {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}}"#;

    #[test]
    fn a_wider_statement_without_a_condition_cancels_it() {
        let guarded = GUARDED.replace(r#""iam:PassRole""#, r#"«"iam:PassRole"»"#);
        check(
            &CHECK,
            &format!(
                r#"{{"Statement": [{guarded}, {{"Effect": "Allow", "Action": [«"iam:Pass*"», "s3:*"], "Resource": "arn:aws:iam::*:role/*"}}]}}"#
            ),
        );
        for other in [
            r#"{"Effect": "Deny", "Action": "iam:PassRole", "Resource": "*"}"#,
            r#"{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::*:role/b"}"#,
            r#"{"Effect": "Allow", "Action": "iam:GetRole", "Resource": "*"}"#,
            r#"{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*", "Condition": {}}"#,
        ] {
            check_clean(&CHECK, &format!(r#"{{"Statement": [{GUARDED}, {other}]}}"#));
        }
    }

    #[test]
    fn takes_the_action_out_of_the_other_statement() {
        check_fix(
            &CHECK,
            &format!(
                r#"{{"Statement": [{GUARDED}, {{"Effect": "Allow", "Action": ["iam:GetRole", "iam:PassRole"], "Resource": "*"}}]}}"#
            ),
            &format!(
                r#"{{"Statement": [{GUARDED}, {{"Effect": "Allow", "Action": ["iam:GetRole"], "Resource": "*"}}]}}"#
            ),
        );
    }
}
