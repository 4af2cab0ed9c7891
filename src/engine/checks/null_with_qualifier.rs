//! `Null` behind a set operator.

use super::condition_operators::{WrittenOperator, operators};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::wording::quoted;

declare_check! {
    /// ## What it checks
    ///
    /// The operator `Null` has no `ForAllValues:` or `ForAnyValue:` in front.
    ///
    /// ## Why it matters
    ///
    /// `Null` asks whether the key is in the request at all, and not about its values, so a set operator changes nothing.
    /// Somebody who reads the policy may think that it does.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "ec2:CreateTags",
    ///             "Resource": "arn:aws:ec2:*:111122223333:instance/*",
    ///             "Condition": {"ForAnyValue:Null": {"aws:TagKeys": "false"}}
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
    ///             "Action": "ec2:CreateTags",
    ///             "Resource": "arn:aws:ec2:*:111122223333:instance/*",
    ///             "Condition": {"Null": {"aws:TagKeys": "false"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Condition operators", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    NULL_WITH_QUALIFIER {
        title: "Null with a set operator",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-null-with-qualifier"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for operator in operators(ctx) {
        let parts = operator.parts();
        if parts.name == "Null" && parts.qualifier.is_some() {
            findings.push(finding(ctx, &operator));
        }
    }
}

fn finding(ctx: &Context, operator: &WrittenOperator) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(operator.member.key)],
        format!("{} does not need the set operator.", quoted(&operator.text)),
        "`Null` asks whether the key is there, and not about each of its values.",
        "Write `Null` alone.",
    );
    finding.mended_by(operator.renaming(ctx, "Null"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_operator() {
        check(
            &CHECK,
            &statement(
                r#"{«"ForAllValues:Null"»: {"k": "true"}, "ForAnyValue:Bool": {"l": "true"}, "Null": {"m": "true"}}"#,
            ),
        );
    }

    #[test]
    fn leaves_the_qualifier_out() {
        check_fix(
            &CHECK,
            &statement(r#"{"ForAnyValue:Null": {"k": "true"}}"#),
            &statement(r#"{"Null": {"k": "true"}}"#),
        );
    }
}
