//! Trust in IAM Roles Anywhere without all its actions.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::service_source::services_let_in;
use super::taking_on::grants;
use super::wording::listed;
use crate::engine::policy::{Element, PolicyKind, Statement};
use crate::engine::syntax::{Tree, encode};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A trust policy that lets in `rolesanywhere.amazonaws.com` allows it `sts:AssumeRole`, `sts:SetSourceIdentity` and `sts:TagSession`, in one statement or in several.
    ///
    /// ## Why it matters
    ///
    /// IAM Roles Anywhere uses all three for every session; without one of them nobody gets the role.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Service": "rolesanywhere.amazonaws.com"},
    ///             "Action": "sts:AssumeRole"
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
    ///             "Principal": {"Service": "rolesanywhere.amazonaws.com"},
    ///             "Action": ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM Roles Anywhere User Guide, "Trust policy", 2025.
    MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY {
        title: "Missing action for IAM Roles Anywhere",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Trust],
        has_fix: true,
        learn_more: analyzer_reference!("error-missing-action-for-roles-anywhere-trust-policy"),
        run: run,
    }
}

const SERVICE: &str = "rolesanywhere.amazonaws.com";

const NEEDED: [&str; 3] = ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let lets_in = |statement: &&Statement| {
        services_let_in(statement)
            .iter()
            .any(|service| service.text == SERVICE)
    };
    let concerned: Vec<&Statement> = ctx.policy.statements().iter().filter(lets_in).collect();
    let is_missing = |action: &&str| !concerned.iter().any(|one| grants(one, action));
    let missing: Vec<&str> = NEEDED.into_iter().filter(is_missing).collect();
    let first = concerned
        .first()
        .filter(|_| !missing.is_empty())
        .filter(|statement| !ctx.may_hide_members(statement.node));
    findings.extend(first.and_then(|statement| finding(ctx, statement, &missing)));
}

fn finding(ctx: &Context, statement: &Statement, missing: &[&str]) -> Option<Finding> {
    let member = statement.element(Element::Action)?;
    if ctx.is_unfilled(ctx.tree.span(member.value)) {
        return None;
    }
    let finding = CHECK.finding(
        [ctx.location(member.value)],
        format!(
            "IAM Roles Anywhere also needs {}.",
            listed(missing.iter().copied())
        ),
        "It uses these actions for every session; without one of them nobody gets the role.",
        "Add what is missing to the actions.",
    );
    let edit = Edit::replace(
        ctx.tree.span(member.value),
        with_entries(ctx.tree, statement, missing),
    );
    Some(finding.mended_by(Fix::choice("Add the missing actions", [edit])))
}

/// The actions of a statement and more, as a JSON list on one line.
fn with_entries(tree: &Tree, statement: &Statement, more: &[&str]) -> String {
    let present = statement
        .entries(Element::Action)
        .map(|entry| tree.raw(entry.node).to_owned());
    let all: Vec<String> = present
        .chain(more.iter().map(|action| encode(action)))
        .collect();
    format!("[{}]", all.join(", "))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn policy(actions: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": {{"Service": "rolesanywhere.amazonaws.com"}}, "Action": {actions}}}}}"#
        )
    }

    #[test]
    fn is_about_the_actions() {
        check(&CHECK, &policy(r#"«["sts:AssumeRole", "sts:TagSession"]»"#));
    }

    #[test]
    fn patterns_and_further_statements_count() {
        check_clean(&CHECK, &policy(r#""sts:*""#));
        let of = |action: &str| {
            format!(
                r#"{{"Effect": "Allow", "Principal": {{"Service": "rolesanywhere.amazonaws.com"}}, "Action": {action}}}"#
            )
        };
        let (one, other) = (
            of(r#""sts:AssumeRole""#),
            of(r#"["sts:TagSession", "sts:SetSourceIdentity"]"#),
        );
        check_clean(&CHECK, &format!(r#"{{"Statement": [{one}, {other}]}}"#));
    }

    #[test]
    fn adds_what_is_missing() {
        check_fix(
            &CHECK,
            &policy(r#""sts:AssumeRole""#),
            &policy(r#"["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"]"#),
        );
    }
}
