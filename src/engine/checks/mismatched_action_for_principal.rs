//! Principals that cannot use the action by which they are let in.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::taking_on::{Asker, grants};
use super::wording::quoted;
use crate::engine::policy::{Element, Entry, PolicyKind, Statement};
use crate::engine::syntax::{Member, NodeId};

declare_check! {
    /// ## What it checks
    ///
    /// Each principal of a trust policy has the action by which it can take on the role:
    /// `sts:AssumeRoleWithSAML` for a SAML provider, `sts:AssumeRoleWithWebIdentity` for an OIDC provider, `sts:AssumeRole` for all that are not federated.
    ///
    /// ## Why it matters
    ///
    /// The principal asks with its own action; one that is let in by another can never take on the role.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/Corp"},
    ///             "Action": "sts:AssumeRoleWithWebIdentity",
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
    /// IAM User Guide, "AWS JSON policy elements: Principal"; AWS STS API Reference, "AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", 2025.
    MISMATCHED_ACTION_FOR_PRINCIPAL {
        title: "Action that the principal cannot use",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Trust],
        has_fix: true,
        learn_more: analyzer_reference!("error-mismatched-action-for-principal"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements().iter().filter(|one| one.allows()) {
        let askers = askers(ctx, statement);
        let actions = statement.entries(Element::Action);
        findings.extend(actions.filter_map(|action| finding(ctx, &askers, &action)));
    }
}

/// A kind of principal that a statement names.
#[derive(Clone, Copy)]
struct Named {
    asker: Asker,
    /// The value of the member that names the first of them.
    node: NodeId,
    /// Whether the statement grants the action that they use.
    is_served: bool,
}

/// Each kind of principal that the statement names, once.
fn askers(ctx: &Context, statement: &Statement) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    for principal in statement.principals() {
        let is_new = |asker: &Asker| found.iter().all(|other| other.asker != *asker);
        let asker = Asker::of(&principal).filter(is_new);
        let member = statement
            .element(Element::Principal)
            .and_then(|all| naming(ctx, all, principal.entry.node));
        found.extend(asker.zip(member).map(|(asker, node)| Named {
            asker,
            node,
            is_served: grants(statement, asker.action()),
        }));
    }
    found
}

/// The value under `Principal` that the name of a principal stands in.
fn naming(ctx: &Context, all: Member, name: NodeId) -> Option<NodeId> {
    let parent = ctx.tree.parent(name)?;
    let is_listed = ctx.tree.as_member(parent).is_none();
    (name != all.value).then_some(if is_listed { parent } else { name })
}

fn finding(ctx: &Context, askers: &[Named], action: &Entry) -> Option<Finding> {
    let using = Asker::using(&action.text)?;
    let is_used = askers.iter().any(|named| named.asker == using);
    let cannot = |named: &&Named| named.asker != using && !(is_used && named.is_served);
    let left_out: Vec<&Named> = askers.iter().filter(cannot).collect();
    let first = left_out.first()?;
    let meant = first.asker.action();
    let mut places = vec![ctx.location(action.node)];
    places.extend(left_out.iter().map(|named| ctx.location(named.node)));
    places.dedup();
    let finding = CHECK.finding(
        places,
        format!("A principal of this statement cannot use {}.", quoted(&action.text)),
        "A principal takes on the role by its own action only: SAML users, web identities and all others have different ones.",
        format!("Allow {} to this principal.", quoted(meant)),
    );
    let is_only = !is_used && left_out.len() == 1 && !first.is_served;
    let written = || {
        let edit = replace_text(ctx.tree, action.node, meant);
        Fix::choice(format!("Write {meant}"), [edit])
    };
    Some(finding.mended_by(is_only.then(written).flatten()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn policy(principal: &str, actions: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": {principal}, "Action": {actions}}}}}"#
        )
    }

    #[test]
    fn names_the_action_and_the_principal() {
        for (principal, actions) in [
            (
                r#"{"Federated": «"cognito-identity.amazonaws.com"»}"#,
                r#"[«"sts:AssumeRole"», "sts:TagSession"]"#,
            ),
            (
                r#"{"AWS": «["111122223333"]»}"#,
                r#"«"sts:AssumeRoleWithSAML"»"#,
            ),
            (
                r#"{"AWS": "111122223333", "Federated": «"arn:aws:iam::111122223333:saml-provider/a"»}"#,
                r#"«"sts:assumerole"»"#,
            ),
        ] {
            check(&CHECK, &policy(principal, actions));
        }
    }

    #[test]
    fn each_principal_has_its_action() {
        for (principal, actions) in [
            (r#"{"AWS": "*"}"#, r#""sts:AssumeRoleWithWebIdentity""#),
            (
                r#"{"Federated": "accounts.google.com"}"#,
                r#""sts:AssumeRole*""#,
            ),
            (
                r#"{"AWS": "111122223333", "Federated": "accounts.google.com"}"#,
                r#"["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity"]"#,
            ),
            (r#"{"Federated": "{{provider}}"}"#, r#""sts:AssumeRole""#),
        ] {
            check_clean(&CHECK, &policy(principal, actions));
        }
    }

    #[test]
    fn writes_the_action_of_the_principal() {
        let google = r#"{"Federated": "accounts.google.com"}"#;
        let tested = r#"["sts:AssumeRole", "sts:TagSession"], "Condition": {"StringEquals": {"accounts.google.com:sub": "a"}}"#;
        check_fix(
            &CHECK,
            &policy(google, tested),
            &policy(
                google,
                &tested.replace("AssumeRole", "AssumeRoleWithWebIdentity"),
            ),
        );
    }
}
