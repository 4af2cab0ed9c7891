//! Actions that a resource control policy cannot limit.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::resource_control::{honours, services};
use super::wording::quoted;
use crate::engine::policy::{ActionPattern, Element, Entry, PolicyKind, Statement, has_wildcard};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A resource control policy names actions of services that honour it, such as `s3:GetObject` or `kms:*`.
    /// A lone `*` is allowed only where everything is allowed.
    /// Actions whose service is a pattern are not judged.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a lone `*` in a statement that denies, and actions of services that do not honour these policies.
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
    ///             "Action": ["s3:*", "ec2:*"],
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
    /// AWS Organizations User Guide, "List of AWS services that support RCPs", September 2026.
    RCP_SYNTAX_ERROR_ACTION {
        title: "Action that a resource control policy cannot limit",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Rcp],
        has_fix: true,
        learn_more: analyzer_reference!("error-rcp-syntax-error-action"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        let actions = statement.entries(Element::Action);
        findings.extend(actions.filter_map(|action| finding(ctx, statement, &action)));
    }
}

fn finding(ctx: &Context, statement: &Statement, action: &Entry) -> Option<Finding> {
    let pattern = ActionPattern::new(&action.text);
    let is_everything = pattern.is_everything();
    let is_foreign = pattern
        .service()
        .is_some_and(|service| !has_wildcard(service) && !honours(service));
    if !ctx.is_settled(action.node) || !(is_foreign || (is_everything && statement.denies())) {
        return None;
    }
    let finding = CHECK.finding(
        [ctx.location(action.node)],
        format!("A resource control policy cannot limit {}.", quoted(&action.text)),
        "AWS rejects a lone star in a statement that denies, and actions of services that do not honour these policies.",
        "Name the services that are meant, one by one.",
    );
    Some(if is_everything {
        finding.mended_by(naming_all(ctx, statement, action))
    } else {
        let removal = ctx.tree.remove_element(action.node);
        let is_listed = statement.entries(Element::Action).nth(1).is_some();
        let remove = || Fix::choice("Remove it", removal.iter().cloned());
        finding.mended_by(is_listed.then(remove).flatten())
    })
}

/// Writes every service that can be limited in the place of the star, where it is the only action.
fn naming_all(ctx: &Context, statement: &Statement, action: &Entry) -> Option<Fix> {
    let is_only = statement.entries(Element::Action).nth(1).is_none();
    let value = statement.element(Element::Action)?.value;
    let all: Vec<String> = services()
        .map(|service| format!("\"{service}:*\""))
        .collect();
    let written = format!("[{}]", all.join(", "));
    let edit = Edit::replace(ctx.tree.span(value), written);
    (is_only && ctx.is_closed(action.node))
        .then(|| Fix::choice("Name all services that can be limited", [edit]))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_as, check_fix_as};
    use super::{CHECK, PolicyKind};

    fn policy(effect: &str, actions: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "{effect}", "Principal": "*", "Action": {actions}, "Resource": "*"}}}}"#
        )
    }

    #[test]
    fn is_about_each_action() {
        for (effect, actions) in [
            (
                "Deny",
                r#"["s3:*", «"ec2:RunInstances"», "KMS:Decrypt", "*:Get*"]"#,
            ),
            ("Deny", r#"«"*"»"#),
            ("Allow", r#""*""#),
            ("Deny", r#""{{service}}:*""#),
        ] {
            check_as(PolicyKind::Rcp, &CHECK, &policy(effect, actions));
        }
    }

    #[test]
    fn takes_out_what_cannot_be_limited() {
        check_fix_as(
            PolicyKind::Rcp,
            &CHECK,
            &policy("Deny", r#"["s3:*", "ec2:*"]"#),
            &policy("Deny", r#"["s3:*"]"#),
        );
    }
}
