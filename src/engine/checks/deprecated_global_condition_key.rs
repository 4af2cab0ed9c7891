//! The old name of `aws:PrincipalArn`.

use super::conditions::{quoted_key, rename_key};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::policy::{KeyTest, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// The ARN of the principal is tested with `aws:PrincipalArn`, not with `aws:ARN`.
    ///
    /// ## Why it matters
    ///
    /// `aws:ARN` is an old name that AWS keeps for old policies only.
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
    ///                 "ArnLike": {"aws:ARN": "arn:aws:iam::111122223333:role/app-role"}
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
    ///                 "ArnLike": {
    ///                     "aws:PrincipalArn": "arn:aws:iam::111122223333:role/app-role"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS global condition context keys", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    DEPRECATED_GLOBAL_CONDITION_KEY {
        title: "Deprecated global condition key",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Identity, PolicyKind::Boundary, PolicyKind::Session, PolicyKind::Scp],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-deprecated-global-condition-key"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for test in ctx
        .policy
        .tests()
        .iter()
        .filter(|test| test.is_about("aws:ARN"))
    {
        let finding = CHECK.finding(
            [ctx.location(test.nodes.key.key)],
            format!(
                "{} is an old name of `aws:PrincipalArn`.",
                quoted_key(ctx, test)
            ),
            "AWS keeps the old name for old policies only, and tools may not know it.",
            "Write `aws:PrincipalArn`.",
        );
        findings.push(finding.mended_by(renaming(ctx, test)));
    }
}

fn renaming(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    let edit = rename_key(ctx.tree, test, "aws:PrincipalArn")?;
    Fix::choice("Write aws:PrincipalArn", [edit])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_key_in_any_case() {
        check(
            &CHECK,
            &statement(
                r#"{"ArnLike": {«"aws:ARN"»: "*", "aws:SourceArn": "*"}, "ArnEquals": {«"AWS:arn"»: "*"}}"#,
            ),
        );
    }

    #[test]
    fn writes_the_name_of_today() {
        check_fix(
            &CHECK,
            &statement(r#"{"ArnLike": {"aws:arn": "arn:aws:iam::111122223333:role/a"}}"#),
            &statement(r#"{"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/a"}}"#),
        );
    }
}
