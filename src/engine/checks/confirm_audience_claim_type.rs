//! Set operators on the audience of a web identity.

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
    /// The audience key of an OIDC provider, `HOST:aud`, is tested without `ForAllValues:`.
    /// Access Analyzer asks to confirm the type of the claim wherever the key is tested; this editor asks only where the operator takes it for a set.
    /// `ForAnyValue:` has a check of its own.
    ///
    /// ## Why it matters
    ///
    /// The audience of a token is one value.
    /// `ForAllValues:` also holds where the token has no audience at all.
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
    ///                 "ForAllValues:StringEquals": {"login.example.com:aud": "client-1"}
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
    CONFIRM_AUDIENCE_CLAIM_TYPE {
        title: "Audience compared as a set",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Trust],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-confirm-audience-claim-type"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let tests = audience_tests(ctx).filter(|test| test.qualifier == Some(Qualifier::ForAllValues));
    findings.extend(tests.map(|test| finding(ctx, test)));
}

fn finding(ctx: &Context, test: &KeyTest) -> Finding {
    let operator = test.operator_text();
    let plain = operator
        .strip_prefix(Qualifier::ForAllValues.text())
        .unwrap_or(&operator);
    let finding = CHECK.finding(
        [ctx.location(test.nodes.key.key)],
        format!("{} is compared as a set of values.", quoted_key(ctx, test)),
        "The audience of a token is one value, and `ForAllValues:` also holds where there is none.",
        format!("Compare it with `{plain}`."),
    );
    let edits = move_test(ctx, test, plain, None);
    finding.mended_by(edits.and_then(|edits| Fix::choice(format!("Compare with {plain}"), edits)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn policy(operator: &str, key: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": {{"Federated": "arn:aws:iam::111122223333:oidc-provider/login.example.com"}}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {{"{operator}": {{{key}: "a"}}}}}}}}"#
        )
    }

    #[test]
    fn is_about_the_key() {
        check(
            &CHECK,
            &policy("ForAllValues:StringEquals", r#"«"login.example.com:aud"»"#),
        );
    }

    #[test]
    fn other_operators_and_keys_are_not_meant() {
        for (operator, key) in [
            ("StringEquals", "login.example.com:aud"),
            ("ForAnyValue:StringEquals", "login.example.com:aud"),
            ("ForAllValues:StringEquals", "login.example.com:groups"),
        ] {
            check_clean(&CHECK, &policy(operator, &format!("\"{key}\"")));
        }
    }

    #[test]
    fn drops_the_set_operator() {
        let key = r#""login.example.com:aud""#;
        check_fix(
            &CHECK,
            &policy("ForAllValues:StringEquals", key),
            &policy("StringEquals", key),
        );
    }
}
