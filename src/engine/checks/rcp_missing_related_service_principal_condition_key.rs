//! Tests of the source that hit more than the calls of AWS services.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::insertion::add_test;
use super::resource_control::{is_about_source, says_service};
use super::wording::quoted;
use crate::engine::policy::{KeyTest, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// A statement of a resource control policy that denies by a key of the source, such as `aws:SourceOrgID`, tests that `aws:PrincipalIsAWSService` is `true`.
    ///
    /// ## Why it matters
    ///
    /// Only the calls of AWS services have a source; without the test, the statement may hit everybody else.
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
    ///                 "Null": {"aws:SourceAccount": "false"}
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
    RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY {
        title: "Calls of others than AWS services denied as well",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Rcp],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-rcp-missing-related-service-principal-condition-key"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let denying = ctx.policy.statements().iter().filter(|one| one.denies());
    findings.extend(denying.filter_map(|statement| {
        let test = statement.tests().find(is_about_source)?;
        let is_related = statement.tests().any(|test| says_service(&test, "true"));
        (!is_related).then(|| finding(ctx, statement, &test))
    }));
}

fn finding(ctx: &Context, statement: &Statement, test: &KeyTest) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!("{} is tested for others than AWS services as well.", quoted(&test.key)),
        "Only the calls of AWS services have a source; without the test, the statement may hit everybody else.",
        "Test that `aws:PrincipalIsAWSService` is `true`.",
    );
    let edit = add_test(
        ctx.tree,
        statement,
        "BoolIfExists",
        "aws:PrincipalIsAWSService",
        "true",
    );
    finding.mended_by(edit.and_then(|edit| Fix::choice("Mean AWS services only", [edit])))
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
                r#"{"StringNotEqualsIfExists": {«"aws:SourceOrgID"»: "o-a"}, "Null": {"aws:SourceAccount": "false"}}"#,
            ),
        );
    }

    #[test]
    fn says_nothing_beside_the_related_test_or_without_the_key() {
        for condition in [
            r#"{"StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a"}, "Bool": {"aws:PrincipalIsAWSService": true}}"#,
            r#"{"Null": {"aws:SourceAccount": "false"}}"#,
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
                r#"{"StringNotEqualsIfExists": {"aws:SourceOrgID": "o-a"}, "BoolIfExists": {"aws:PrincipalIsAWSService": "true"}}"#,
            ),
        );
    }
}
