//! A statement that does not say what it is done to.

use super::absence::statements_without;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::{Place, insert_member};
use crate::engine::policy::{Attachment, Element, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// Every statement has a `Resource` or a `NotResource`, except in the trust policy of a role.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a statement that does not say which resources it is about.
    /// A trust policy is about its own role and needs none.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:ListAllMyBuckets"
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
    ///             "Action": "s3:ListAllMyBuckets",
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Resource", 2025.
    MISSING_RESOURCE {
        title: "Missing resource",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[
            PolicyKind::Identity,
            PolicyKind::Resource,
            PolicyKind::Scp,
            PolicyKind::Rcp,
            PolicyKind::Boundary,
            PolicyKind::Session,
            PolicyKind::Endpoint,
        ],
        has_fix: true,
        learn_more: analyzer_reference!("error-missing-resource"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    if ctx.attachment_or_guess() == Some(Attachment::EcrRepositoryPolicy) {
        return;
    }
    findings.extend(statements_without(ctx, &[Element::Resource, Element::NotResource]).map(|statement| {
        let finding = CHECK.finding(
            [ctx.location(statement.node)],
            "This statement has no `Resource`.",
            "Only the policies of roles and of container repositories go without one; every other statement must say what it is about.",
            "Add a `Resource` with the ARN of what is meant, or `\"*\"` for everything.",
        );
        finding.mended_by(insertion(ctx, statement))
    }));
}

fn insertion(ctx: &Context, statement: &Statement) -> Option<Fix> {
    let neighbours = [
        Element::NotAction,
        Element::Action,
        Element::NotPrincipal,
        Element::Principal,
        Element::Effect,
    ];
    let place = statement
        .first_of(&neighbours)
        .map_or(Place::First(statement.node), Place::After);
    Fix::choice(
        "Add all resources",
        [insert_member(ctx.tree, place, "Resource", "\"*\"")],
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_statement() {
        check(
            &CHECK,
            r#"{"Statement": [«{"Effect": "Allow", "Action": "s3:*"}»]}"#,
        );
    }

    #[test]
    fn the_policy_of_a_repository_needs_none() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Principal": "*", "Action": ["ecr:BatchGetImage"]}}"#,
        );
    }

    #[test]
    fn a_trust_policy_needs_none() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}}"#,
        );
    }

    #[test]
    fn keeps_quiet_about_a_misspelt_resource_and_a_statement_that_is_still_typed() {
        check_clean(&CHECK, r#"{"Statement": {"Resources": "*"}}"#);
        check_clean(&CHECK, r#"{"Statement": {"NotResource": "*"}}"#);
        check_clean(&CHECK, r#"{"Statement": [{"Action": "s3:*", "Resou"#);
    }

    #[test]
    fn goes_behind_the_action() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Action": "s3:*", "Condition": {}}}"#,
            r#"{"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": {}}}"#,
        );
    }
}
