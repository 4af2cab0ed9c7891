//! `ForAllValues:` with a condition key that has one value.

use super::conditions::{move_test, quoted_key};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::policy::{KeyTest, OperatorFamily, Qualifier};

declare_check! {
    /// ## What it checks
    ///
    /// `ForAllValues:` is used with condition keys of which a request may carry several values, and with no other.
    ///
    /// ## Why it matters
    ///
    /// `ForAllValues:` also passes where the key is not in the request at all, so the test lets through what it seems to keep out.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "ssm:StartSession",
    ///             "Resource": "arn:aws:ec2:*:111122223333:instance/*",
    ///             "Condition": {"ForAllValues:StringEquals": {"ssm:resourceTag/env": ["dev"]}}
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
    ///             "Action": "ssm:StartSession",
    ///             "Resource": "arn:aws:ec2:*:111122223333:instance/*",
    ///             "Condition": {"StringEquals": {"ssm:resourceTag/env": ["dev"]}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Service Authorization Reference, types of condition keys, October 2026;
    /// IAM User Guide, "Set operators for multivalued context keys", 2025.
    FORALLVALUES_WITH_SINGLE_VALUED_KEY {
        title: "`ForAllValues:` with a key of one value",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("security-warning-forallvalues-with-single-valued-key"),
        run: run,
    }
}

/// Keys that AWS takes for keys of several values although its list has one for them, old name and new.
///
/// Source: IAM Access Analyzer reports the first no longer, since October 2023.
const LISTED_WRONG: [&str; 2] = [
    "codestar-connections:ProviderAction",
    "codeconnections:ProviderAction",
];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let single = ctx.known_tests().filter(|(_, key)| !key.is_multivalued());
    findings.extend(
        single
            .filter(|(test, _)| is_for_all(test))
            .map(|(test, _)| finding(ctx, test)),
    );
}

fn is_for_all(test: &KeyTest) -> bool {
    test.qualifier == Some(Qualifier::ForAllValues)
        && !test.is_of(OperatorFamily::Null)
        && !LISTED_WRONG.iter().any(|key| test.is_about(key))
}

fn finding(ctx: &Context, test: &KeyTest) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!(
            "A request has at most one value of {}, and `ForAllValues:` passes where it has none.",
            quoted_key(ctx, test)
        ),
        "Requests without the key pass the test, which gives more access than it seems to.",
        "Leave `ForAllValues:` out.",
    );
    finding.mended_by(without(ctx, test))
}

fn without(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    let written = test.operator_text();
    let plain = written.strip_prefix(Qualifier::ForAllValues.text())?;
    let edits = move_test(ctx, test, plain, None)?;
    Fix::choice_by_reference(format!("Write {plain}"), edits)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_key() {
        check(
            &CHECK,
            &statement(
                r#"{"ForAllValues:StringLike": {«"organizations:ServicePrincipal"»: "a", «"aws:RequestTag/{{tag}}"»: "a", "aws:TagKeys": "a"}, "ForAnyValue:StringLike": {"iam:AWSServiceName": "a"}}"#,
            ),
        );
    }

    #[test]
    fn unknown_keys_null_and_keys_listed_wrong_are_not_meant() {
        for (operator, key) in [
            ("ForAllValues:StringLike", "auth.example.com:groups"),
            ("ForAllValues:Null", "s3:prefix"),
            (
                "ForAllValues:StringEquals",
                "CodeStar-Connections:ProviderAction",
            ),
        ] {
            check_clean(
                &CHECK,
                &statement(&format!(r#"{{"{operator}": {{"{key}": "true"}}}}"#)),
            );
        }
    }

    #[test]
    fn leaves_the_set_operator_out() {
        check_fix(
            &CHECK,
            &statement(
                r#"{"ForAllValues:StringEqualsIfExists": {"s3:prefix": ["a"]}, "StringEqualsIfExists": {"s3:delimiter": "/"}}"#,
            ),
            &statement(r#"{"StringEqualsIfExists": {"s3:delimiter": "/", "s3:prefix": ["a"]}}"#),
        );
    }
}
