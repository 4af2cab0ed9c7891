//! Tests of the source that hit calls without one.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::insertion::add_test;
use super::resource_control::{is_about_source, says_source_is_there};
use super::wording::quoted;
use crate::engine::policy::{KeyTest, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// A statement of a resource control policy that denies by a key of the source, such as `aws:SourceOrgID`, says with `Null` that `aws:SourceAccount` or `aws:SourceArn` is present.
    ///
    /// ## Why it matters
    ///
    /// Some calls of AWS services come without a source; without the test, the statement hits them as well.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Deny",
    ///             "Principal": "*",
    ///             "Action": "s3:*",
    ///             "Resource": "*",
    ///             "Condition": {
    ///                 "StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a1b2c3d4e5"},
    ///                 "BoolIfExists": {"aws:PrincipalIsAWSService": "true"}
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
    ///             "Effect": "Deny",
    ///             "Principal": "*",
    ///             "Action": "s3:*",
    ///             "Resource": "*",
    ///             "Condition": {
    ///                 "StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a1b2c3d4e5"},
    ///                 "Null": {"aws:SourceAccount": "false"},
    ///                 "BoolIfExists": {"aws:PrincipalIsAWSService": "true"}
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// AWS Organizations User Guide, "Resource control policies (RCPs)", 2025; IAM User Guide, "AWS global condition context keys", 2026.
    RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK {
        title: "Calls without a source denied as well",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Rcp],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-rcp-missing-service-condition-key-null-check"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let denying = ctx.policy.statements().iter().filter(|one| one.denies());
    findings.extend(denying.filter_map(|statement| {
        let test = statement.tests().find(is_about_source)?;
        let is_related = statement.tests().any(|test| says_source_is_there(&test));
        (!is_related).then(|| finding(ctx, statement, &test))
    }));
}

fn finding(ctx: &Context, statement: &Statement, test: &KeyTest) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!("{} is tested where there is no source as well.", quoted(&test.key)),
        "Some calls of AWS services come without a source; without the test, the statement hits them as well.",
        "Test with `Null` that `aws:SourceAccount` is there.",
    );
    let edit = add_test(ctx.tree, statement, "Null", "aws:SourceAccount", "false");
    finding.mended_by(edit.and_then(|edit| Fix::choice("Mean calls with a source only", [edit])))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_as, check_fix_as};
    use super::{CHECK, PolicyKind};

    fn policy(condition: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition": {condition}}}}}"#
        )
    }

    #[test]
    fn is_about_the_first_key() {
        check_as(
            PolicyKind::Rcp,
            &CHECK,
            &policy(
                r#"{"StringNotEqualsIfExists": {«"aws:SourceOrgID"»: "o-a"}, "Null": {"aws:SourceAccount": "true"}}"#,
            ),
        );
    }

    #[test]
    fn says_nothing_beside_the_related_test_or_without_the_key() {
        for condition in [
            r#"{"StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a"}, "Null": {"aws:SourceArn": false}}"#,
            r#"{"StringEquals": {"aws:SourceVpc": "vpc-1"}}"#,
        ] {
            check_as(PolicyKind::Rcp, &CHECK, &policy(condition));
        }
    }

    #[test]
    fn adds_the_related_test() {
        check_fix_as(
            PolicyKind::Rcp,
            &CHECK,
            &policy(r#"{"StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a"}}"#),
            &policy(
                r#"{"StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a"}, "Null": {"aws:SourceAccount": "false"}}"#,
            ),
        );
    }
}
