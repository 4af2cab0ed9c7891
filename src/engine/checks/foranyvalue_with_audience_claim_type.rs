//! ForAnyValue on the audience of a web identity.

use super::conditions::{move_test, quoted_key};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::web_identity::audience_tests;
use crate::engine::policy::{KeyTest, PolicyKind, Qualifier};

declare_check! {
    /// ## What it checks
    ///
    /// The audience key of an OIDC provider, `HOST:aud`, is tested without `ForAnyValue:`.
    ///
    /// ## Why it matters
    ///
    /// The audience of a token is one value, and `ForAnyValue:` is for keys with several.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {
    ///                 "Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com"
    ///             },
    ///             "Action": "sts:AssumeRoleWithWebIdentity",
    ///             "Condition": {
    ///                 "ForAnyValue:StringEquals": {"login.example.com:aud": "client-1"}
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
    ///             "Principal": {
    ///                 "Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com"
    ///             },
    ///             "Action": "sts:AssumeRoleWithWebIdentity",
    ///             "Condition": {"StringEquals": {"login.example.com:aud": "client-1"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Create a role for OpenID Connect federation", 2025.
    FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE {
        title: "ForAnyValue on the audience",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Trust],
        has_fix: true,
        learn_more: analyzer_reference!("security-warning-foranyvalue-with-audience-claim-type"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let tests = audience_tests(ctx).filter(|test| test.qualifier == Some(Qualifier::ForAnyValue));
    findings.extend(tests.map(|test| finding(ctx, test)));
}

fn finding(ctx: &Context, test: &KeyTest) -> Finding {
    let operator = test.operator_text();
    let plain = operator
        .strip_prefix(Qualifier::ForAnyValue.text())
        .unwrap_or(&operator);
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!("{} is tested with `ForAnyValue:`.", quoted_key(ctx, test)),
        "The audience of a token is one value; the operator is for keys with several.",
        format!("Compare it with `{plain}`."),
    );
    let edits = move_test(ctx, test, plain, None);
    finding.mended_by(edits.and_then(|edits| Fix::choice(format!("Compare with {plain}"), edits)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn policy(condition: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": {{"Federated": "cognito-identity.amazonaws.com"}}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {condition}}}}}"#
        )
    }

    #[test]
    fn is_about_the_key() {
        check(
            &CHECK,
            &policy(
                r#"{"ForAnyValue:StringEquals": {«"cognito-identity.amazonaws.com:aud"»: "a", "cognito-identity.amazonaws.com:amr": "authenticated"}}"#,
            ),
        );
    }

    #[test]
    fn the_plain_operator_is_right() {
        check_clean(
            &CHECK,
            &policy(r#"{"StringEquals": {"cognito-identity.amazonaws.com:aud": "a"}}"#),
        );
    }

    #[test]
    fn puts_the_test_under_the_plain_operator() {
        check_fix(
            &CHECK,
            &policy(
                r#"{"ForAnyValue:StringEquals": {"cognito-identity.amazonaws.com:aud": "a", "cognito-identity.amazonaws.com:amr": "b"}, "StringEquals": {"cognito-identity.amazonaws.com:sub": "c"}}"#,
            ),
            &policy(
                r#"{"ForAnyValue:StringEquals": {"cognito-identity.amazonaws.com:amr": "b"}, "StringEquals": {"cognito-identity.amazonaws.com:sub": "c", "cognito-identity.amazonaws.com:aud": "a"}}"#,
            ),
        );
    }
}
