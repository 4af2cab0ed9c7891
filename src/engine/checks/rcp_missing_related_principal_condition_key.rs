//! Tests of the principal that hit the calls of AWS services.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::insertion::add_test;
use super::resource_control::{is_about_principal, says_service};
use super::wording::quoted;
use crate::engine::policy::{KeyTest, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// A statement of a resource control policy that denies by a key of the principal, such as `aws:PrincipalOrgID`, tests that `aws:PrincipalIsAWSService` is `false`.
    ///
    /// ## Why it matters
    ///
    /// A service that acts for you belongs to no organization and to no account of yours, so that the statement hits it as well.
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
    ///                 "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}
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
    ///                 "StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"},
    ///                 "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// AWS Organizations User Guide, "Resource control policies (RCPs)", 2025; IAM User Guide, "AWS global condition context keys", 2026.
    RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY {
        title: "Calls of AWS services denied as well",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Rcp],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-rcp-missing-related-principal-condition-key"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let denying = ctx.policy.statements().iter().filter(|one| one.denies());
    findings.extend(denying.filter_map(|statement| {
        let test = statement.tests().find(is_about_principal)?;
        let is_related = statement.tests().any(|test| says_service(&test, "false"));
        (!is_related).then(|| finding(ctx, statement, &test))
    }));
}

fn finding(ctx: &Context, statement: &Statement, test: &KeyTest) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!("{} is tested for AWS services as well.", quoted(&test.key)),
        "A service that acts for you belongs to no organization and to no account of yours, so that the statement hits it as well.",
        "Test that `aws:PrincipalIsAWSService` is `false`.",
    );
    let edit = add_test(
        ctx.tree,
        statement,
        "BoolIfExists",
        "aws:PrincipalIsAWSService",
        "false",
    );
    finding.mended_by(edit.and_then(|edit| Fix::choice("Leave AWS services out", [edit])))
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
                r#"{"StringNotEqualsIfExists": {«"aws:PrincipalOrgID"»: "o-a", "aws:PrincipalAccount": "1"}, "BoolIfExists": {"aws:PrincipalIsAWSService": "true"}}"#,
            ),
        );
    }

    #[test]
    fn says_nothing_beside_the_related_test_or_without_the_key() {
        for condition in [
            r#"{"StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a"}, "Bool": {"aws:PrincipalIsAWSService": false}}"#,
            r#"{"Bool": {"aws:SecureTransport": "false"}}"#,
            r#"{"Bool": {"aws:PrincipalIsAWSService": "true"}}"#,
        ] {
            check_as(PolicyKind::Rcp, &CHECK, &policy(condition));
        }
    }

    #[test]
    fn adds_the_related_test() {
        check_fix_as(
            PolicyKind::Rcp,
            &CHECK,
            &policy(r#"{"StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a"}}"#),
            &policy(
                r#"{"StringNotEqualsIfExists": {"aws:PrincipalOrgID": "o-a"}, "BoolIfExists": {"aws:PrincipalIsAWSService": "false"}}"#,
            ),
        );
    }
}
