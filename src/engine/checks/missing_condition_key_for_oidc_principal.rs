//! Web identity providers whose users are all let in.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::key_support::suits_key;
use super::rewrite_condition::add_tests;
use super::web_identity::{GITHUB, WebIdentity, tested_issuers, web_identities};
use super::wording::quoted;
use crate::engine::policy::{Element, PolicyKind, Statement};
use crate::engine::syntax::NodeId;
use std::collections::{BTreeMap, BTreeSet};

declare_check! {
    /// ## What it checks
    ///
    /// A trust policy that lets in the users of an OIDC provider tests a claim of their tokens:
    /// a condition key that begins with the provider's host and path, such as `login.example.com:sub`.
    /// GitHub Actions has a check of its own.
    ///
    /// ## Why it matters
    ///
    /// Without a test, everybody who has an account with the provider can take on the role.
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
    ///             "Action": "sts:AssumeRoleWithWebIdentity"
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
    ///             "Condition": {"StringEquals": {"login.example.com:sub": "service-a"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Create a role for OpenID Connect federation", 2025.
    MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL {
        title: "No condition on a web identity",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Trust],
        has_fix: true,
        learn_more: analyzer_reference!("security-warning-missing-condition-key-for-oidc-principal"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let mut tested: BTreeMap<NodeId, BTreeSet<String>> = BTreeMap::new();
    for identity in web_identities(ctx) {
        let issuers = tested
            .entry(identity.statement.node)
            .or_insert_with(|| tested_issuers(identity.statement));
        let is_open = identity.issuer != GITHUB
            && !issuers.contains(&identity.issuer.to_ascii_lowercase())
            && !only_describes_the_session(identity.statement);
        findings.extend(is_open.then(|| finding(ctx, &identity)));
    }
}

/// Whether nobody can take on a role with the statement's actions, which only add to what another statement allows.
fn only_describes_the_session(statement: &Statement) -> bool {
    let mut actions = statement.entries(Element::Action).peekable();
    let is_beside = |action: &str| BESIDE.iter().any(|one| one.eq_ignore_ascii_case(action));
    actions.peek().is_some() && actions.all(|action| is_beside(&action.text))
}

/// Actions that are asked for together with one by which a role is taken on.
///
/// Source: AWS STS API Reference, "AssumeRole", 2025.
const BESIDE: [&str; 2] = ["sts:TagSession", "sts:SetSourceIdentity"];

fn finding(ctx: &Context, identity: &WebIdentity) -> Finding {
    let issuer = &identity.issuer;
    let finding = CHECK.finding(
        [ctx.location(identity.entry.node)],
        format!("Nothing says which users of {} are meant.", quoted(issuer)),
        "Everybody who has an account with this provider can take on the role.",
        format!(
            "Test who asks with {}, and for which application with {}.",
            quoted(&format!("{issuer}:sub")),
            quoted(&format!("{issuer}:aud"))
        ),
    );
    let (audience, subject) = (format!("{issuer}:aud"), format!("{issuer}:sub"));
    let tests = [
        ("StringEquals", audience.as_str(), "\"{{audience}}\""),
        ("StringEquals", subject.as_str(), "\"{{subject}}\""),
    ];
    let suits = |key: &str| suits_key(ctx, identity.statement, key);
    let edits = (suits(&audience) && suits(&subject))
        .then(|| add_tests(ctx.tree, identity.statement, &tests))
        .flatten();
    finding.mended_by(edits.and_then(|edits| Fix::choice("Test audience and subject", edits)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_each_provider_that_is_not_tested() {
        check(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Principal": {"Federated": [«"accounts.google.com"», "arn:aws:iam::111122223333:oidc-provider/a.example.com/id/1"]},
                "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringLike": {"A.example.com/id/1:sub": "a"}}}}"#,
        );
    }

    #[test]
    fn others_need_no_claims() {
        for statement in [
            r#"{"Effect": "Deny", "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:AssumeRoleWithWebIdentity"}"#,
            r#"{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/a"}, "Action": "sts:AssumeRoleWithSAML"}"#,
            r#"{"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"}, "Action": ["sts:TagSession", "sts:SetSourceIdentity"]}"#,
            r#"{"Effect": "Allow", "Principal": {"Federated": "arn:aws:iam::111122223333:oidc-provider/{{host}}"}, "Action": "sts:AssumeRoleWithWebIdentity"}"#,
        ] {
            check_clean(&CHECK, &format!(r#"{{"Statement": {statement}}}"#));
        }
    }

    #[test]
    fn adds_both_tests() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:AssumeRoleWithWebIdentity"}}"#,
            r#"{"Statement": {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"accounts.google.com:aud": "{{audience}}", "accounts.google.com:sub": "{{subject}}"}}}}"#,
        );
    }
}
