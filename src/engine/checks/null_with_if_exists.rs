//! `Null` with the ending `IfExists`.

use super::condition_operators::{WrittenOperator, operators};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::wording::quoted;

declare_check! {
    /// ## What it checks
    ///
    /// The operator `Null` has no ending `IfExists`.
    ///
    /// ## Why it matters
    ///
    /// `Null` asks itself whether the key is in the request, so *if it exists* makes no sense behind it.
    /// AWS rejects the operator.
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
    ///             "Condition": {"NullIfExists": {"aws:TokenIssueTime": "false"}}
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
    ///             "Condition": {"Null": {"aws:TokenIssueTime": "false"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Condition operators", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    NULL_WITH_IF_EXISTS {
        title: "Null with IfExists",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-null-with-if-exists"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for operator in operators(ctx) {
        let parts = operator.parts();
        if parts.name == "Null" && parts.if_exists {
            findings.push(finding(ctx, &operator));
        }
    }
}

fn finding(ctx: &Context, operator: &WrittenOperator) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(operator.member.key)],
        format!("{} cannot have `IfExists`.", quoted(&operator.text)),
        "`Null` asks itself whether the key is there, and AWS accepts no `IfExists` behind it.",
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
                r#"{«"NullIfExists"»: {"k": "true"}, "BoolIfExists": {"l": "true"}, "Null": {"m": "true"}}"#,
            ),
        );
    }

    #[test]
    fn joins_the_keys_with_those_under_null() {
        for (before, after) in [
            (
                r#"{"NullIfExists": {"k": "true"}}"#,
                r#"{"Null": {"k": "true"}}"#,
            ),
            (
                r#"{"Null": {"l": "true"}, "NullIfExists": {"k": "true", "m": "false"}}"#,
                r#"{"Null": {"l": "true", "k": "true", "m": "false"}}"#,
            ),
        ] {
            check_fix(&CHECK, &statement(before), &statement(after));
        }
    }
}
