//! A statement that does not say who is meant.

use super::absence::statements_without;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::{Place, insert_member};
use crate::engine::policy::{Element, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// Every statement of a resource policy, a trust policy, a resource control policy or an endpoint policy has a `Principal` or a `NotPrincipal`.
    ///
    /// ## Why it matters
    ///
    /// These policies are not attached to a user or role, so each statement must say who is meant.
    /// AWS rejects one that does not.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "111122223333"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         },
    ///         {
    ///             "Effect": "Deny",
    ///             "Action": "s3:DeleteObject",
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
    ///             "Principal": {"AWS": "111122223333"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS JSON policy elements: Principal", 2025.
    MISSING_PRINCIPAL {
        title: "Missing principal",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Trust, PolicyKind::Rcp, PolicyKind::Endpoint],
        has_fix: true,
        learn_more: analyzer_reference!("error-missing-principal"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    findings.extend(statements_without(ctx, &[Element::Principal, Element::NotPrincipal]).map(|statement| {
        let finding = CHECK.finding(
            [ctx.location(statement.node)],
            "This statement has no `Principal`.",
            "A policy that is not attached to a user or role must say who is meant.",
            "Add a `Principal`, such as the ID of an account; or attach the policy to a user or role instead.",
        );
        finding.mended_by(insertion(ctx, statement))
    }));
}

fn insertion(ctx: &Context, statement: &Statement) -> Option<Fix> {
    let neighbour = statement.first_of(&[Element::Effect, Element::Sid]);
    let place = neighbour.map_or(Place::First(statement.node), Place::After);
    let (title, value) = match ctx.kind {
        PolicyKind::Rcp => ("Add everybody as principal", "\"*\""),
        _ => ("Add an account to fill in", "{\"AWS\": \"{{account_id}}\"}"),
    };
    Fix::choice(title, [insert_member(ctx.tree, place, "Principal", value)])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_as, check_clean, check_fix};
    use super::{CHECK, PolicyKind};

    #[test]
    fn is_about_the_statement() {
        check(
            &CHECK,
            r#"{"Statement": [{"Principal": "*", "Action": "s3:*"}, «{"Action": "s3:*"}»]}"#,
        );
        check_as(
            PolicyKind::Rcp,
            &CHECK,
            r#"{"Statement": «{"Effect": "Deny"}»}"#,
        );
    }

    #[test]
    fn an_identity_policy_needs_none() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}"#,
        );
    }

    #[test]
    fn keeps_quiet_about_a_misspelt_principal() {
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Principal": "*", "Action": "s3:*"}, {"Principals": "*"}]}"#,
        );
    }

    #[test]
    fn goes_behind_the_effect() {
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Principal": "*", "Action": "s3:*"}, {"Effect": "Deny", "Action": "s3:*"}]}"#,
            r#"{"Statement": [{"Principal": "*", "Action": "s3:*"}, {"Effect": "Deny", "Principal": {"AWS": "{{account_id}}"}, "Action": "s3:*"}]}"#,
        );
    }
}
