//! A statement that does not say what is done.

use super::absence::statements_without;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::{Place, insert_member};
use crate::engine::policy::{Element, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// Every statement has an `Action` or a `NotAction`.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a statement that does not say which actions it is about.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
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
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Action", 2025.
    MISSING_ACTION {
        title: "Missing action",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-missing-action"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    findings.extend(
        statements_without(ctx, &[Element::Action, Element::NotAction]).map(|statement| {
            let finding = CHECK.finding(
                [ctx.location(statement.node)],
                "This statement has no `Action`.",
                "A statement must name the actions it is about.",
                "Add an `Action` such as `\"s3:GetObject\"`, or a list of several.",
            );
            finding.mended_by(insertion(ctx, statement))
        }),
    );
}

fn insertion(ctx: &Context, statement: &Statement) -> Option<Fix> {
    let neighbour =
        statement.first_of(&[Element::NotPrincipal, Element::Principal, Element::Effect]);
    let place = neighbour.map_or(Place::First(statement.node), Place::After);
    Fix::choice(
        "Add an action to fill in",
        [insert_member(ctx.tree, place, "Action", "\"{{action}}\"")],
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
            r#"{"Statement": [«{"Effect": "Allow", "Resource": "*"}»]}"#,
        );
    }

    #[test]
    fn keeps_quiet_about_a_misspelt_action_and_a_statement_that_is_still_typed() {
        check_clean(&CHECK, r#"{"Statement": {"Actions": "s3:*"}}"#);
        check_clean(&CHECK, r#"{"Statement": {"NotAction": "s3:*"}}"#);
        check_clean(&CHECK, r#"{"Statement": [{"Effect": "Allow", "#);
        check_clean(&CHECK, r#"{"Statement": [{"Effect": "Allow", ...}]}"#);
    }

    #[test]
    fn goes_behind_the_effect() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Resource": "*"}}"#,
            r#"{"Statement": {"Effect": "Allow", "Action": "{{action}}", "Resource": "*"}}"#,
        );
    }
}
