//! What is allowed to everybody without a condition.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::insertion::add_test;
use super::wording::quoted;
use crate::engine::policy::{Element, PolicyKind, Principal, Statement};
use crate::engine::syntax::NodeKind;

declare_check! {
    /// ## What it checks
    ///
    /// A statement that allows something to the principal `*` has a condition.
    ///
    /// ## Why it matters
    ///
    /// `*` stands for everybody: other accounts, and for many resources people without any account.
    /// Some resources are meant to be public, such as the files of a website; then accept the finding.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": "*",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
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
    ///             "Principal": "*",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS JSON policy elements: Principal", 2025.
    PUBLIC_ACCESS {
        title: "Open to everybody",
        finding_type: SecurityWarning,
        source: Editor,
        kinds: &[PolicyKind::Resource, PolicyKind::Trust],
        has_fix: true,
        learn_more: user_guide!("reference_policies_elements_principal.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let statements = ctx.policy.statements().iter();
    let open = statements.filter(|statement| {
        let may_be_limited =
            statement.has(Element::Condition) || ctx.may_hide_members(statement.node);
        statement.allows() && !may_be_limited
    });
    findings.extend(open.filter_map(|statement| {
        let principals = statement.principals();
        let everybody = principals.iter().find(|one| is_everybody(one))?;
        is_taken(ctx, statement).then(|| finding(ctx, statement, everybody))
    }));
}

fn is_everybody(principal: &Principal) -> bool {
    principal.entry.text == "*" && principal.type_name == "AWS"
}

/// Whether AWS takes the principal: a trust policy with a lone `*` is rejected, and so it opens nothing.
fn is_taken(ctx: &Context, statement: &Statement) -> bool {
    let value = statement.element(Element::Principal).map(|one| one.value);
    ctx.kind != PolicyKind::Trust
        || value.is_some_and(|value| ctx.tree.kind(value) == NodeKind::Object)
}

fn finding(ctx: &Context, statement: &Statement, everybody: &Principal) -> Finding {
    let what = match ctx.kind {
        PolicyKind::Trust => "take on this role".to_owned(),
        _ => {
            let mut actions = statement.entries(Element::Action);
            match (actions.next(), actions.next()) {
                (Some(only), None) => format!("use {}", quoted(&only.text)),
                _ => "use what this statement allows".to_owned(),
            }
        }
    };
    let finding = CHECK.finding(
        [ctx.location(everybody.entry.node)],
        format!("Everybody may {what}: the principal is `*`, and no condition limits it."),
        "`*` stands for all accounts, and for many resources for people without any.",
        "Name the accounts or roles that are meant, or add a condition. Accept the finding where the public is meant.",
    );
    let test = add_test(
        ctx.tree,
        statement,
        "StringEquals",
        "aws:PrincipalOrgID",
        "{{org_id}}",
    );
    finding.mended_by(Fix::choice("Allow only your organization", test))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn bucket(principal: &str, condition: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "Allow", "Principal": {principal}, "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a/*"{condition}}}]}}"#
        )
    }

    #[test]
    fn is_about_the_star() {
        check(&CHECK, &bucket(r#"«"*"»"#, ""));
        check(&CHECK, &bucket(r#"{"AWS": ["210987654321", «"*"»]}"#, ""));
        check(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Principal": {"AWS": «"*"»}, "Action": "sts:AssumeRole"}}"#,
        );
    }

    #[test]
    fn a_condition_or_a_denial_is_fine() {
        let condition = r#", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-a"}}"#;
        check_clean(&CHECK, &bucket(r#""*""#, condition));
        for text in [
            r#"{"Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}}"#,
            r#"{"Statement": {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}}"#,
            r#"{"Statement": {"Effect": "Allow", "Principal": {"AWS": "210987654321"}, "Action": "sts:AssumeRole"}}"#,
        ] {
            check_clean(&CHECK, text);
        }
    }

    #[test]
    fn asks_for_the_organization() {
        let condition = r#", "Condition": {"StringEquals": {"aws:PrincipalOrgID": "{{org_id}}"}}"#;
        check_fix(&CHECK, &bucket(r#""*""#, ""), &bucket(r#""*""#, condition));
    }
}
