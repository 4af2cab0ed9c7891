//! Policy variables under operators that do not know them.

use super::conditions::move_test;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{
    Entry, KeyTest, KnownOperator, OperatorFamily, Relation, has_variable,
};

declare_check! {
    /// ## What it checks
    ///
    /// A policy variable such as `${aws:username}` stands under the operators for strings and ARNs only.
    ///
    /// ## Why it matters
    ///
    /// AWS fills in variables as text, and rejects a policy that compares one as a number, a date, an address, as bytes, or as true or false.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    ///             "Condition": {"NumericEquals": {"s3:max-keys": "${aws:PrincipalTag/max}"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "ec2:StartInstances",
    ///             "Resource": "arn:aws:ec2:*:111122223333:instance/*",
    ///             "Condition": {
    ///                 "BinaryEquals": {
    ///                     "aws:ResourceTag/level": "${aws:PrincipalTag/level}"
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
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    ///             "Condition": {"NumericEquals": {"s3:max-keys": "10"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM policy elements: Variables and tags", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    INVALID_VARIABLE_FOR_OPERATOR {
        title: "Invalid variable for operator",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-variable-for-operator"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for test in ctx
        .policy
        .tests()
        .iter()
        .filter(|test| takes_no_variable(test))
    {
        let entries = test
            .entries()
            .filter(|entry| has_variable(&entry.text) && ctx.is_closed(entry.node));
        for (place, entry) in entries.enumerate() {
            let finding = finding(ctx, test, &entry);
            let fix = (place < MOST_FIXES).then(|| as_string(ctx, test)).flatten();
            findings.push(finding.mended_by(fix));
        }
    }
}

/// Every fix mends all values of its key and may repeat them, so only the first values offer it.
const MOST_FIXES: usize = 10;

fn takes_no_variable(test: &KeyTest) -> bool {
    test.operator.is_some_and(|operator| {
        !matches!(
            operator.family,
            OperatorFamily::String | OperatorFamily::Arn
        )
    })
}

fn finding(ctx: &Context, test: &KeyTest, entry: &Entry) -> Finding {
    CHECK.finding(
        [ctx.location(entry.node)],
        format!(
            "{} takes no policy variable such as {}.",
            quoted(&test.operator_text()),
            quoted(&ctx.written(ctx.tree.content_span(entry.node)))
        ),
        "AWS fills in variables as text, and only the operators for strings and ARNs compare text.",
        "Write the value itself, or use an operator for strings where the key holds text.",
    )
}

/// Compares as text what is text: the value of a tag.
fn as_string(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    let operator = test
        .operator
        .filter(|one| one.relation == Relation::Equals)?;
    let is_tag = TAGS.iter().any(|tag| {
        test.key
            .get(..tag.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(tag))
    });
    let of_strings = if operator.negated {
        "StringNotEquals"
    } else {
        "StringEquals"
    };
    let name = test.operator_text_with(KnownOperator::from_name(of_strings)?);
    let edits = move_test(ctx, test, &name, None).filter(|_| is_tag)?;
    Fix::choice(format!("Use {name}"), edits)
}

/// Keys whose values are text whatever the tag is called.
///
/// Source: IAM User Guide, "AWS global condition context keys", 2025.
const TAGS: [&str; 3] = ["aws:PrincipalTag/", "aws:RequestTag/", "aws:ResourceTag/"];

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            &statement(
                r#"{"NumericEquals": {"a": ["1", «"${aws:PrincipalTag/n}"»]}, "IpAddress": {"aws:SourceIp": «"${aws:PrincipalTag/ip}"»}, "Bool": {"b": «"${aws:SecureTransport}"»}, "StringLike": {"c": "${aws:username}"}, "ArnLike": {"d": "arn:aws:iam::1:user/${aws:username}"}, "Sting": {"e": "${aws:username}"}}"#,
            ),
        );
    }

    #[test]
    fn compares_tags_as_text() {
        check_fix(
            &CHECK,
            &statement(
                r#"{"NumericNotEqualsIfExists": {"aws:RequestTag/n": "${aws:PrincipalTag/n}"}}"#,
            ),
            &statement(
                r#"{"StringNotEqualsIfExists": {"aws:RequestTag/n": "${aws:PrincipalTag/n}"}}"#,
            ),
        );
    }
}
