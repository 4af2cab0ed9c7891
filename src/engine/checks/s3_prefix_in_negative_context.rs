//! `s3:prefix` that is meant to keep somebody out of a folder.

use super::conditions::move_test;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::policy::{Element, KeyTest, OperatorFamily};

declare_check! {
    /// ## What it checks
    ///
    /// `s3:prefix` is tested by `StringNotEquals` or `StringNotLike` where a statement denies, and by their opposites where it allows.
    ///
    /// ## Why it matters
    ///
    /// A listing without a prefix, or with the beginning of one, shows what is in the folder too.
    /// A statement that names the folders to keep out of therefore does not keep anybody out; one that names the folders to let into does.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Deny",
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    ///             "Condition": {"StringLike": {"s3:prefix": "private/*"}}
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
    ///             "Effect": "Deny",
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    ///             "Condition": {"StringNotLike": {"s3:prefix": "public/*"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Amazon S3 User Guide, "Bucket policy examples using condition keys", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    S3_PREFIX_IN_NEGATIVE_CONTEXT {
        title: "S3 prefix in a negative context",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("security-warning-s3-prefix-in-negative-context"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for test in ctx.policy.tests() {
        let is_about_folders = test.is_about("s3:prefix") && test.is_of(OperatorFamily::String);
        if is_about_folders && is_negative(test) {
            let finding = CHECK.finding(
                [ctx.location(test.nodes.key.key)],
                "The test names the folders to keep out of, and a listing of what is above them shows them all the same.",
                "The caller chooses the prefix, so a shorter one passes the test.",
                "Name the folders that may be listed: in an `Allow` with `StringLike`, in a `Deny` with `StringNotLike`.",
            );
            findings.push(finding.mended_by(turned_round(ctx, test)));
        }
    }
}

/// Whether the statement is about all folders but those named.
fn is_negative(test: &KeyTest) -> bool {
    match test.statement.text(Element::Effect).as_deref() {
        Some("Allow") => !test.is_positive(),
        Some("Deny") => test.is_positive(),
        _ => false,
    }
}

/// Turns the test round, for the folders that may be listed.
fn turned_round(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    let name = test.operator_text_with(test.operator?.opposite()?);
    let edits = move_test(ctx, test, &name, Some("\"{{listed_prefix}}\""))?;
    Fix::choice(
        "Name the folders that may be listed, to be filled in",
        edits,
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(effect: &str, condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "{effect}", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_key() {
        let positive = r#"{"StringLike": {KEY: "a/*", "s3:delimiter": "/"}, "StringEqualsIfExists": {KEY: ""}}"#;
        let negative =
            r#"{"StringNotLike": {KEY: "a/*"}, "ForAllValues:StringNotEquals": {KEY: ""}}"#;
        for (condition, reported, clean) in
            [(positive, "Deny", "Allow"), (negative, "Allow", "Deny")]
        {
            check(
                &CHECK,
                &statement(reported, &condition.replace("KEY", r#"«"s3:prefix"»"#)),
            );
            check(
                &CHECK,
                &statement(clean, &condition.replace("KEY", r#""s3:prefix""#)),
            );
        }
        check(
            &CHECK,
            &statement("Deny", r#"{"Null": {"s3:prefix": "true"}}"#),
        );
    }

    #[test]
    fn asks_for_the_folders_that_may_be_listed() {
        check_fix(
            &CHECK,
            &statement("Deny", r#"{"StringLike": {"s3:prefix": ["a/*", "b/*"]}}"#),
            &statement(
                "Deny",
                r#"{"StringNotLike": {"s3:prefix": "{{listed_prefix}}"}}"#,
            ),
        );
    }
}
