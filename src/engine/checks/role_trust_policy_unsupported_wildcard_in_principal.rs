//! Everybody as the principal of a trust policy.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::policy::{Element, PolicyKind, Statement};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// `Principal` in a trust policy is not the plain string `"*"`.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects it: who may take on a role must be named with its type.
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
    ///             "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
    ///             "Action": "sts:AssumeRole"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS JSON policy elements: Principal", 2025.
    ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL {
        title: "Everybody in a trust policy",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Trust],
        has_fix: true,
        learn_more: analyzer_reference!("error-role-trust-policy-unsupported-wildcard-in-principal"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let statements = ctx.policy.statements().iter();
    findings.extend(statements.filter_map(|statement| finding(ctx, statement)));
}

fn finding(ctx: &Context, statement: &Statement) -> Option<Finding> {
    let everybody = statement
        .entry(Element::Principal)
        .filter(|entry| entry.text == "*")?;
    let finding = CHECK.finding(
        [ctx.location(everybody.node)],
        "A trust policy cannot name everybody with a plain `*`.",
        "AWS rejects it: who may take on a role is named with its type.",
        "Name the account, role, user or service that may take on the role.",
    );
    let span = ctx.tree.span(everybody.node);
    let written = |title, value: &str| Fix::choice(title, [Edit::replace(span, value)]);
    let account = || {
        written(
            "Name an account to fill in",
            "{\"AWS\": \"arn:aws:iam::{{account_id}}:root\"}",
        )
    };
    let typed = written("Write everybody with a type", "{\"AWS\": \"*\"}");
    Some(
        finding
            .mended_by(statement.allows().then(account).flatten())
            .mended_by(typed.filter(|_| statement.denies())),
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            r#"{"Statement": {"Principal": «"*"», "Action": "sts:AssumeRole"}}"#,
        );
    }

    #[test]
    fn everybody_with_a_type_is_another_matter() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}}"#,
        );
    }

    #[test]
    fn asks_for_the_account_that_is_allowed_and_still_denies_everybody() {
        for (effect, principal) in [
            ("Allow", r#"{"AWS": "arn:aws:iam::{{account_id}}:root"}"#),
            ("Deny", r#"{"AWS": "*"}"#),
        ] {
            let policy = |principal: &str| {
                format!(
                    r#"{{"Statement": {{"Effect": "{effect}", "Principal": {principal}, "Action": "sts:AssumeRole"}}}}"#
                )
            };
            check_fix(&CHECK, &policy(r#""*""#), &policy(principal));
        }
    }
}
