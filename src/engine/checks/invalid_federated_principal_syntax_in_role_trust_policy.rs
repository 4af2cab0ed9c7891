//! Federated principals that name no identity provider.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{Arn, ArnField, Entry, IdentityProvider, PolicyKind, has_wildcard};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A `Federated` principal of a trust policy is the ARN of a SAML provider (`saml-provider/NAME`), the ARN of an OIDC provider (`oidc-provider/HOST`), or the host name of a web identity provider such as `accounts.google.com`.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects any other text there.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Federated": "arn:aws:iam::111122223333:saml/Corp"},
    ///             "Action": "sts:AssumeRoleWithSAML",
    ///             "Condition": {
    ///                 "StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}
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
    ///             "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/Corp"},
    ///             "Action": "sts:AssumeRoleWithSAML",
    ///             "Condition": {
    ///                 "StringEquals": {"SAML:aud": "https://signin.aws.amazon.com/saml"}
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS JSON policy elements: Principal", 2025.
    INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY {
        title: "Federated principal that names no provider",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Trust],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-federated-principal-syntax-in-role-trust-policy"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        let named = statement.principals().into_iter();
        let federated = named.filter(|principal| principal.type_name == "Federated");
        let broken = federated.filter(|principal| {
            let text = &*principal.entry.text;
            IdentityProvider::read(text).is_none()
                && !has_wildcard(text)
                && ctx.is_settled(principal.entry.node)
        });
        findings.extend(broken.map(|principal| finding(ctx, &principal.entry)));
    }
}

fn finding(ctx: &Context, entry: &Entry) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(entry.node)],
        format!("{} names no identity provider.", quoted(&entry.text)),
        "AWS rejects a federated principal that is neither the ARN of a provider nor the host name of one.",
        "Copy the ARN from Identity providers in the IAM console.",
    );
    finding.mended_by(other_resource(ctx, entry))
}

/// Writes the type of the provider as ARNs have it: `saml` and `saml-provider:` become `saml-provider/`.
fn other_resource(ctx: &Context, entry: &Entry) -> Option<Fix> {
    let arn = Arn::cut(&entry.text);
    let resource = arn.field(ArnField::Resource)?;
    let (type_name, name) = resource.split_once(['/', ':'])?;
    let known = ["saml", "oidc"].into_iter().find(|known| {
        type_name
            .strip_prefix(known)
            .is_some_and(|rest| ["", "-provider", "_provider", "-providers"].contains(&rest))
    })?;
    let span = arn.field_span(ctx.tree, entry.node, ArnField::Resource)?;
    let written = format!("{known}-provider/{name}");
    let fixed = entry.text.replacen(resource, &written, 1);
    IdentityProvider::read(&fixed)?;
    Fix::choice(format!("Write {written}"), [Edit::replace(span, written)])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn policy(provider: &str) -> String {
        format!(
            r#"{{"Statement": {{"Principal": {{"Federated": {provider}}}, "Action": "sts:AssumeRoleWithSAML"}}}}"#
        )
    }

    #[test]
    fn is_about_each_principal() {
        check(
            &CHECK,
            &policy(
                r#"[«"arn:aws:iam::111122223333:role/a"», "arn:aws:iam::111122223333:saml-provider/a", «"https://accounts.google.com"»]"#,
            ),
        );
    }

    #[test]
    fn leaves_patterns_and_stand_ins_alone() {
        for provider in [
            "arn:aws:iam::111122223333:saml-provider/*",
            "{{provider}}",
            "www.amazon.com",
        ] {
            check_clean(&CHECK, &policy(&format!("\"{provider}\"")));
        }
    }

    #[test]
    fn writes_the_type_as_arns_have_it() {
        for (before, after) in [
            ("saml/a", "saml-provider/a"),
            ("oidc-provider:a.b", "oidc-provider/a.b"),
        ] {
            let of = |resource: &str| policy(&format!(r#""arn:aws:iam::111122223333:{resource}""#));
            check_fix(&CHECK, &of(before), &of(after));
        }
    }
}
