//! Condition values of different JSON types, or of one that is no value.

use super::declare::{analyzer_reference, declare_check};
use std::collections::BTreeSet;

use super::context::Context;
use super::finding::Finding;
use super::fix::Fix;
use super::wording::{described, quoted};
use crate::engine::policy::KeyTest;
use crate::engine::syntax::{NodeId, NodeKind};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// The values of a condition key are all strings, all numbers, or all `true` and `false`.
    /// None of them is an object, a list in the list, or `null`.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a condition whose values do not have one type.
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
    ///                 "StringEquals": {
    ///                     "aws:PrincipalAccount": ["111122223333", 444455556666]
    ///                 }
    ///             }
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
    ///                 "StringEquals": {
    ///                     "aws:PrincipalAccount": ["111122223333", "444455556666"]
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Grammar of the IAM JSON policy language", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    INVALID_CONDITION_DATA_TYPE {
        title: "Invalid condition data type",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-condition-data-type"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for test in ctx.policy.tests() {
        let strange = test
            .values()
            .filter(|value| is_no_value(ctx.tree.kind(*value)));
        findings.extend(strange.map(|value| no_value(ctx, test, value)));
        if types(ctx, test).len() > 1 {
            findings.push(mixed(ctx, test));
        }
    }
}

fn is_no_value(kind: NodeKind) -> bool {
    matches!(kind, NodeKind::Object | NodeKind::Array | NodeKind::Null)
}

/// The types among the values; what has no quotes or is missing has its own finding.
fn types(ctx: &Context, test: &KeyTest) -> BTreeSet<&'static str> {
    let named = |value: NodeId| match ctx.tree.kind(value) {
        NodeKind::String => Some("strings"),
        NodeKind::Number => Some("numbers"),
        NodeKind::True | NodeKind::False => Some("`true` or `false`"),
        _ => None,
    };
    test.values().filter_map(named).collect()
}

fn no_value(ctx: &Context, test: &KeyTest, value: NodeId) -> Finding {
    CHECK.finding(
        [ctx.location(value)],
        format!(
            "{} takes a value or a list of values; this is {}.",
            quoted(&test.key),
            described(ctx.tree.kind(value))
        ),
        "AWS rejects a condition value that is no string, number, `true` or `false`.",
        "Write the value in quotes, or several in one list.",
    )
}

fn mixed(ctx: &Context, test: &KeyTest) -> Finding {
    let types: Vec<&str> = types(ctx, test).into_iter().collect();
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.value)],
        format!(
            "{} has values of several types: {}.",
            quoted(&test.key),
            types.join(", ")
        ),
        "AWS rejects a condition whose values do not have one type.",
        "Put every value in quotes.",
    );
    finding.mended_by(quoting(ctx, test))
}

/// Puts quotes round the values that have none.
fn quoting(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    let bare = test
        .values()
        .filter(|value| ctx.tree.kind(*value) != NodeKind::String);
    let quotes = bare.flat_map(|value| {
        let span = ctx.tree.span(value);
        [Edit::insert(span.start, "\""), Edit::insert(span.end, "\"")]
    });
    let is_mendable = !test.values().any(|value| is_no_value(ctx.tree.kind(value)));
    is_mendable
        .then(|| Fix::choice("Put every value in quotes", quotes))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_list_or_the_value() {
        check(
            &CHECK,
            &statement(
                r#"{"StringEquals": {"a": «["1", 2]», "b": [1, 2], "c": ["1", «null», «{}», «["1"]»], "d": «null», "e": «{}», "f": [true, false]}}"#,
            ),
        );
    }

    #[test]
    fn puts_every_value_in_quotes() {
        check_fix(
            &CHECK,
            &statement(r#"{"StringEquals": {"a": ["x", 12, true]}}"#),
            &statement(r#"{"StringEquals": {"a": ["x", "12", "true"]}}"#),
        );
    }
}
