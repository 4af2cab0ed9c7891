//! Wildcards in values that must name one account, organization or repository.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::narrow_keys::{Opening, is_too_open};
use super::wording::quoted;
use crate::engine::policy::{Entry, KeyTest};

declare_check! {
    /// ## What it checks
    ///
    /// A value that says who is let in has no wildcard where strangers would fit in.
    /// Looked at are the `Like` operators for strings and ARNs, with
    /// keys for one account, organization, VPC or endpoint, such as `aws:PrincipalAccount` and `aws:PrincipalOrgID`;
    /// `token.actions.githubusercontent.com:sub`, where six characters have to stand directly in front;
    /// and the ID in front of the colon of `aws:userid`, unless all of it is `*`.
    /// AWS does not publish the whole list of keys.
    ///
    /// ## Why it matters
    ///
    /// The IDs of accounts and organizations are given out at random, so a pattern over them matches those of strangers.
    /// AWS rejects the policy.
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
    ///             "Condition": {"StringLike": {"aws:PrincipalOrgID": "o-*"}}
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
    WILDCARD_USAGE_TOO_PERMISSIVE {
        title: "Wildcard usage too permissive",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: false,
        learn_more: analyzer_reference!("error-wildcard-usage-too-permissive"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for test in ctx.policy.tests() {
        let open = test.entries().filter(|entry| {
            is_too_open(test, &entry.text, Opening::Wildcard) && ctx.is_settled(entry.node)
        });
        findings.extend(open.map(|entry| finding(ctx, test, &entry)));
    }
}

fn finding(ctx: &Context, test: &KeyTest, entry: &Entry) -> Finding {
    CHECK.finding(
        [ctx.location(entry.node)],
        format!(
            "{} leaves {} open to strangers.",
            quoted(&entry.text),
            quoted(&test.key)
        ),
        "Anybody can get an ID or a name that the pattern matches.",
        "Write the whole value, or more of it in front of the wildcard.",
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::check;
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_value() {
        for (key, values) in [
            (
                "aws:PrincipalOrgID",
                r#"[«"o-*"», «"*"», «"o-a1b2c3d4e?"», "o-a1b2c3d4e5", "${aws:PrincipalOrgID}", "${*}"]"#,
            ),
            (
                "token.actions.githubusercontent.com:sub",
                r#"[«"*"», «"repo:*"», "repo:a*", "repo:octo-org/*", «"repo:octo-org/*/*"», "repo:octo-org/*/abcd@*"]"#,
            ),
            (
                "aws:userId",
                r#"["*", "*:me", "AROAEXAMPLEID:*", «"AROA*:me"», «"AIDA*"», «"*A:me"»]"#,
            ),
            ("aws:PrincipalOrgPaths", r#""o-*""#),
        ] {
            for operator in ["StringLike", "StringNotLikeIfExists"] {
                check(
                    &CHECK,
                    &statement(&format!(r#"{{"{operator}": {{"{key}": {values}}}}}"#)),
                );
            }
        }
        check(
            &CHECK,
            &statement(
                r#"{"StringEquals": {"aws:PrincipalAccount": "*"}, "Null": {"aws:SourceVpc": "*"}}"#,
            ),
        );
    }
}
