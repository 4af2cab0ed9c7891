//! Policy variables in values that must name one account, organization or repository.

use super::conditions::{move_test, quoted_key};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::narrow_keys::{Opening, is_too_open};
use super::wording::quoted;
use crate::engine::policy::{Entry, KeyTest, OperatorFamily, Relation, has_free_wildcard};

declare_check! {
    /// ## What it checks
    ///
    /// A value that says who is let in and is read as a pattern has no policy variable where a wildcard would let strangers in.
    /// Looked at are the `Like` operators for strings and ARNs, with
    /// keys for one account, organization, VPC or endpoint, such as `aws:PrincipalAccount` and `aws:PrincipalOrgID`;
    /// `token.actions.githubusercontent.com:sub`, where six characters have to stand directly in front;
    /// and the ID in front of the colon of `aws:userid`, unless all of it is `*`.
    /// AWS does not publish the whole list of keys.
    ///
    /// ## Why it matters
    ///
    /// What a variable stands for may hold a `*`, for instance as the value of a tag that somebody sets for himself.
    /// Under a `Like` operator it then matches everybody, and AWS rejects the policy.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": "*",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {
    ///                 "StringLike": {"aws:PrincipalOrgID": "${aws:PrincipalTag/org}"}
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
    ///             "Principal": "*",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM Access Analyzer, policy check reference, 2025, and its findings as published, 2026.
    VARIABLE_USAGE_TOO_PERMISSIVE {
        title: "Variable usage too permissive",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-variable-usage-too-permissive"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for test in ctx.policy.tests() {
        let open = test.entries().filter(|entry| {
            is_too_open(test, &entry.text, Opening::Variable) && ctx.is_settled(entry.node)
        });
        for (place, entry) in open.enumerate() {
            let finding = finding(ctx, test, &entry);
            let fix = (place < MOST_FIXES)
                .then(|| with_equals(ctx, test))
                .flatten();
            findings.push(finding.mended_by(fix));
        }
    }
}

/// Every fix mends all values of its key and may repeat them, so only the first values offer it.
const MOST_FIXES: usize = 10;

fn finding(ctx: &Context, test: &KeyTest, entry: &Entry) -> Finding {
    CHECK.finding(
        [ctx.location(entry.node)],
        format!(
            "The policy variable in {} leaves {} open to strangers.",
            quoted(&entry.text),
            quoted_key(ctx, test)
        ),
        "What it stands for may hold a `*`, which this operator reads as a pattern.",
        "Write the value itself, or use an operator that reads it as it stands.",
    )
}

/// Reads the values as they stand, where none of them is a pattern.
fn with_equals(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    let is_pattern = test.entries().any(|entry| has_free_wildcard(&entry.text));
    let equals = test.operator?.with_relation(Relation::Equals)?;
    if is_pattern || !test.is_of(OperatorFamily::String) {
        return None;
    }
    let name = test.operator_text_with(equals);
    let edits = move_test(ctx, test, &name, None)?;
    Fix::choice(format!("Use {name}"), edits)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_value() {
        for (key, values) in [
            (
                "aws:ResourceAccount",
                r#"[«"${aws:PrincipalTag/account}"», "${aws:PrincipalAccount}", «"1${a:b}"», "*", "111122223333", "${*}"]"#,
            ),
            (
                "token.actions.githubusercontent.com:sub",
                r#"[«"repo:${aws:PrincipalTag/org}/x"», "repo:octo-org/${aws:PrincipalTag/repo}"]"#,
            ),
            (
                "aws:userid",
                r#"["AROAEXAMPLEID:${aws:username}", «"${aws:PrincipalTag/id}:me"», "*"]"#,
            ),
        ] {
            check(
                &CHECK,
                &statement(&format!(r#"{{"StringLike": {{"{key}": {values}}}}}"#)),
            );
            check(
                &CHECK,
                &statement(&format!(
                    r#"{{"StringEquals": {{"{key}": {}}}}}"#,
                    values.replace(['«', '»'], "")
                )),
            );
        }
    }

    #[test]
    fn reads_the_value_as_it_stands() {
        check_fix(
            &CHECK,
            &statement(r#"{"StringNotLike": {"aws:SourceVpc": "${aws:PrincipalTag/vpc}"}}"#),
            &statement(r#"{"StringNotEquals": {"aws:SourceVpc": "${aws:PrincipalTag/vpc}"}}"#),
        );
    }
}
