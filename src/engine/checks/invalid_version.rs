//! A version of the policy language that does not exist.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::wording::quoted;

declare_check! {
    /// ## What it checks
    ///
    /// `Version` is `2012-10-17` or `2008-10-17`.
    ///
    /// ## Why it matters
    ///
    /// The version names the rules by which AWS reads the policy; it is not the day the policy was written.
    /// AWS rejects any other date.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-7",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
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
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Version", 2025.
    INVALID_VERSION {
        title: "Invalid version",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-version"),
        run: run,
    }
}

const CURRENT: &str = "2012-10-17";
const FIRST: &str = "2008-10-17";

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let Some(value) = ctx.policy.version().map(|member| member.value) else {
        return;
    };
    let Some(version) = ctx.tree.string(value) else {
        return;
    };
    if [CURRENT, FIRST].contains(&&*version) || !ctx.is_settled(value) {
        return;
    }
    let finding = CHECK.finding(
        [ctx.location(value)],
        format!(
            "{} is not a version of the policy language.",
            quoted(&version)
        ),
        "The version names the rules by which AWS reads the policy, not the day it was written.",
        "Write `2012-10-17`, the current version.",
    );
    findings.push(finding.mended_by(Fix::choice(
        "Write 2012-10-17",
        [replace_text(ctx.tree, value, CURRENT)],
    )));
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_value() {
        check(&CHECK, r#"{"Version": «"2024-01-01"»}"#);
        check(&CHECK, r#"{"Version": «""»}"#);
        check(&CHECK, r#"{"Version": «"2012-10-17T00:00:00.000Z"»}"#);
    }

    #[test]
    fn accepts_both_versions_and_leaves_other_types_to_their_own_check() {
        check_clean(&CHECK, r#"{"Version": "2012-10-17"}"#);
        check_clean(&CHECK, r#"{"Version": "2008-10-17"}"#);
        check_clean(&CHECK, r#"{"Version": 2012}"#);
        check_clean(&CHECK, "{}");
    }

    #[test]
    fn writes_the_current_version() {
        check_fix(
            &CHECK,
            r#"{"Version": "2012-10-18"}"#,
            r#"{"Version": "2012-10-17"}"#,
        );
    }
}
