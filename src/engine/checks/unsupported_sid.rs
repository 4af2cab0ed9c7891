//! Statement names with characters that IAM does not allow.

use std::borrow::Cow;
use std::collections::HashSet;

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::{delete_member, replace_text};
use super::wording::quoted;
use crate::engine::policy::{Element, Entry, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// A `Sid` consists of the letters `A` to `Z` and `a` to `z` and of digits.
    ///
    /// ## Why it matters
    ///
    /// IAM rejects a policy with any other character in a `Sid`, also blanks and hyphens.
    /// The policies of resources such as buckets and queues may have them.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Sid": "Read objects",
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
    ///             "Sid": "ReadObjects",
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
    UNSUPPORTED_SID {
        title: "Unsupported Sid",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[
            PolicyKind::Identity,
            PolicyKind::Trust,
            PolicyKind::Scp,
            PolicyKind::Rcp,
            PolicyKind::Boundary,
            PolicyKind::Session,
        ],
        has_fix: true,
        learn_more: analyzer_reference!("error-unsupported-sid"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let statements = ctx.policy.statements();
    let taken: HashSet<Cow<str>> = statements
        .iter()
        .filter_map(|statement| statement.text(Element::Sid))
        .collect();
    for statement in statements {
        let Some(sid) = statement.entry(Element::Sid) else {
            continue;
        };
        let is_supported = sid
            .text
            .chars()
            .all(|character| character.is_ascii_alphanumeric());
        if !is_supported && ctx.is_settled(sid.node) {
            let joined = joined_words(&sid.text);
            let is_free = !joined.is_empty() && !taken.contains(joined.as_str());
            let renaming = Fix::choice(
                format!("Write {joined}"),
                [replace_text(ctx.tree, sid.node, &joined)],
            );
            let finding = finding(ctx, &sid).mended_by(renaming.filter(|_| is_free));
            findings.push(finding.mended_by(removal(ctx, statement)));
        }
    }
}

fn finding(ctx: &Context, sid: &Entry) -> Finding {
    CHECK.finding(
        [ctx.location(sid.node)],
        format!(
            "The Sid {} has characters that IAM does not allow.",
            quoted(&sid.text)
        ),
        "IAM accepts letters from A to Z and digits only, and rejects the policy otherwise.",
        "Write the words together, or leave the Sid out.",
    )
}

/// The words without what separates them, each with a capital letter.
fn joined_words(sid: &str) -> String {
    let words = sid.split(|character: char| !character.is_ascii_alphanumeric());
    words
        .flat_map(|word| {
            word.chars().enumerate().map(|(at, one)| {
                if at == 0 {
                    one.to_ascii_uppercase()
                } else {
                    one
                }
            })
        })
        .collect()
}

fn removal(ctx: &Context, statement: &Statement) -> Option<Fix> {
    let edit = delete_member(ctx.tree, statement.element(Element::Sid)?);
    Fix::choice("Remove the Sid", [edit])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            r#"{"Statement": [{"Sid": «"a b"»}, {"Sid": «"a-b"»}, {"Sid": «"é"»}, {"Sid": "aB9"}, {"Sid": ""}]}"#,
        );
    }

    #[test]
    fn resource_policies_may_have_blanks() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Sid": "a b", "Principal": "*", "Action": "s3:*"}}"#,
        );
    }

    #[test]
    fn joins_the_words_unless_another_statement_has_that_name() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Sid": "read-all objects"}}"#,
            r#"{"Statement": {"Sid": "ReadAllObjects"}}"#,
        );
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Sid": "AB"}, {"Sid": "a b", "Effect": "Deny"}]}"#,
            r#"{"Statement": [{"Sid": "AB"}, {"Effect": "Deny"}]}"#,
        );
    }
}
