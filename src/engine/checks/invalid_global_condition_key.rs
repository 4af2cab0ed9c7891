//! Condition keys with `aws:` in front that AWS does not have.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::unlisted_key::report;
use crate::engine::policy::KeyTest;

declare_check! {
    /// ## What it checks
    ///
    /// A condition key that begins with `aws:` is one of AWS's global condition keys, or a tag key such as `aws:ResourceTag/team`.
    /// The case of letters does not matter.
    ///
    /// ## Why it matters
    ///
    /// No request carries a key that AWS does not know.
    /// A test of it fails for every request, or holds for every request where its operator is negated.
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
    ///                 "StringEquals": {"aws:PrincipalOrganisationID": "o-a1b2c3d4e5"}
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
    ///             "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS global condition context keys", 2026;
    /// IAM Access Analyzer, policy check reference, 2025.
    INVALID_GLOBAL_CONDITION_KEY {
        title: "Unknown global condition key",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-global-condition-key"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    // `aws:ARN` is an old name with checks of its own.
    let is_meant = |_: &_, test: &KeyTest| test.begins_with("aws:") && !test.is_about("aws:ARN");
    let of = |_: &KeyTest| "global condition keys".to_owned();
    report(&CHECK, ctx, is_meant, of, findings);
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
                r#"{"StringEquals": {«"aws:PrincipalOrganisation"»: "a", «"AWS:Nothing"»: "a"}}"#,
            ),
        );
    }

    #[test]
    fn old_names_families_and_open_keys_are_not_meant() {
        for key in [
            "aws:PrincipalOrgMasterAccountId",
            "AWS:sourceip",
            "aws:ResourceTag",
            "aws:PrincipalTag/a/b:c",
            "aws:RequestTag/{{tag}}",
            "aws:{{key}}",
            "aws:ARN",
            "s3:Nothing",
        ] {
            check_clean(
                &CHECK,
                &statement(&format!(r#"{{"StringEquals": {{"{key}": "a"}}}}"#)),
            );
        }
    }

    #[test]
    fn offers_the_name_that_was_meant() {
        for (before, after) in [
            (
                r#"{"StringEquals": {"aws:PrincipleOrgID": "a"}}"#,
                r#"{"StringEquals": {"aws:PrincipalOrgID": "a"}}"#,
            ),
            (
                r#"{"StringEquals": {"aws:ResourcTag/team": "a"}}"#,
                r#"{"StringEquals": {"aws:ResourceTag/team": "a"}}"#,
            ),
            (
                r#"{"StringEquals": {"aws:ExternalId": "a"}}"#,
                r#"{"StringEquals": {"sts:ExternalId": "a"}}"#,
            ),
            (
                r#"{"StringEquals": {"aws:TagKey": "a"}}"#,
                r#"{"ForAnyValue:StringEquals": {"aws:TagKeys": "a"}}"#,
            ),
        ] {
            check_fix(&CHECK, &statement(before), &statement(after));
        }
    }
}
