//! Several numbers of which only the greatest or the least decides.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{KeyTest, OperatorFamily, Relation};
use crate::engine::syntax::NodeId;
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A key has one value under `NumericLessThan`, `NumericGreaterThan` and their forms with `Equals`.
    ///
    /// ## Why it matters
    ///
    /// A value that is less than one of several numbers is less than the greatest of them, so the others change nothing.
    /// Somebody who reads the policy may take the strictest of them for the limit.
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
    ///                 "NumericLessThan": {"aws:MultiFactorAuthAge": ["2700", "3600"]}
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
    ///             "Condition": {"NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Condition operators", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    REDUNDANT_CONDITION_VALUE_NUM {
        title: "Redundant numbers in a condition",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-redundant-condition-value-num"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for test in ctx
        .policy
        .tests()
        .iter()
        .filter(|test| test.is_of(OperatorFamily::Numeric))
    {
        let deciding = is_upper_limit(test).and_then(|is_upper| deciding(ctx, test, is_upper));
        findings.extend(deciding.map(|value| finding(ctx, test, value)));
    }
}

/// Whether the greatest of several values decides, or the least; `None` where each counts.
fn is_upper_limit(test: &KeyTest) -> Option<bool> {
    match test.operator?.relation {
        Relation::LessThan | Relation::LessThanEquals => Some(true),
        Relation::GreaterThan | Relation::GreaterThanEquals => Some(false),
        _ => None,
    }
}

/// The value that decides among several; `None` where one is no number, or not yet known.
fn deciding(ctx: &Context, test: &KeyTest, is_upper: bool) -> Option<NodeId> {
    let number = |value: NodeId| {
        let text = ctx
            .tree
            .string(value)
            .unwrap_or_else(|| ctx.tree.raw(value).into());
        let number: f64 = text.parse().ok()?;
        let is_known = number.is_finite() && !ctx.is_unfilled(ctx.tree.span(value));
        is_known.then_some((number, value))
    };
    let numbers: Vec<(f64, NodeId)> = test.values().map(number).collect::<Option<_>>()?;
    let order = |one: &&(f64, NodeId), other: &&(f64, NodeId)| one.0.total_cmp(&other.0);
    let several = numbers
        .iter()
        .take(numbers.len() * usize::from(numbers.len() > 1));
    let deciding = if is_upper {
        several.max_by(order)
    } else {
        several.min_by(order)
    };
    deciding.map(|(_, value)| *value)
}

fn finding(ctx: &Context, test: &KeyTest, deciding: NodeId) -> Finding {
    let list = test.nodes.key.value;
    let value = ctx.tree.raw(deciding);
    let finding = CHECK.finding(
        [ctx.location(list)],
        format!(
            "Of the values of {}, only {} decides.",
            quoted(&test.key),
            quoted(value.trim_matches('"'))
        ),
        "One of several limits has to hold, and where any holds, the widest does.",
        "Keep the value that is meant.",
    );
    let edit = Edit::replace(ctx.tree.span(list), value);
    finding.mended_by(Fix::choice("Keep the value that decides", [edit]))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_list() {
        check(
            &CHECK,
            &statement(
                r#"{"NumericLessThan": {"a": «["1", "2"]», "b": ["1"], "c": [1, "x"], "d": ["1", "{{limit}}"], "e": []}, "NumericGreaterThanEqualsIfExists": {"f": «[1, 2]»}, "NumericEquals": {"g": [1, 2]}}"#,
            ),
        );
    }

    #[test]
    fn keeps_the_widest_limit() {
        for (operator, after) in [
            ("NumericLessThanEquals", "\"10\""),
            ("NumericGreaterThan", "-1"),
        ] {
            check_fix(
                &CHECK,
                &statement(&format!(r#"{{"{operator}": {{"a": [9, "10", -1]}}}}"#)),
                &statement(&format!(r#"{{"{operator}": {{"a": {after}}}}}"#)),
            );
        }
    }
}
