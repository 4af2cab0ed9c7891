//! A statement that neither allows nor denies.

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
    /// Every statement has an `Effect`.
    ///
    /// ## Why it matters
    ///
    /// Nothing is allowed or denied by default: AWS rejects a statement that does not say which.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
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
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Effect", 2025.
    MISSING_EFFECT {
        title: "Missing effect",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-missing-effect"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    findings.extend(
        statements_without(ctx, &[Element::Effect]).map(|statement| {
            let finding = CHECK.finding(
                [ctx.location(statement.node)],
                "This statement has no `Effect`.",
                "A statement must say whether it allows or denies; there is no default.",
                "Add `\"Effect\": \"Allow\"` or `\"Effect\": \"Deny\"`.",
            );
            finding
                .mended_by(
                    may_allow(ctx)
                        .then(|| insertion(ctx, statement, "Allow"))
                        .flatten(),
                )
                .mended_by(insertion(ctx, statement, "Deny"))
        }),
    );
}

/// A resource control policy can only deny.
fn may_allow(ctx: &Context) -> bool {
    ctx.kind != PolicyKind::Rcp
}

fn insertion(ctx: &Context, statement: &Statement, effect: &str) -> Option<Fix> {
    let place = statement
        .element(Element::Sid)
        .map_or(Place::First(statement.node), Place::After);
    let edit = insert_member(ctx.tree, place, "Effect", &format!("\"{effect}\""));
    Fix::choice(format!("Add the effect {effect}"), [edit])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_statement() {
        check(
            &CHECK,
            r#"{"Statement": [«{"Action": "s3:*", "Resource": "*"}», {"Effect": "Allow"}]}"#,
        );
        check(&CHECK, r#"{"Statement": «{}»}"#);
    }

    #[test]
    fn keeps_quiet_about_a_misspelt_effect_and_a_statement_that_is_still_typed() {
        check_clean(&CHECK, r#"{"Statement": {"effect": "Allow"}}"#);
        check_clean(&CHECK, r#"{"Statement": [{"Action": "s3:*", "#);
        check_clean(&CHECK, r#"{"Statement": [{"Eff"}]}"#);
    }

    #[test]
    fn goes_behind_the_sid() {
        check_fix(
            &CHECK,
            "{\"Statement\": {\n  \"Sid\": \"A\",\n  \"Action\": \"s3:*\"\n}}",
            "{\"Statement\": {\n  \"Sid\": \"A\",\n  \"Effect\": \"Allow\",\n  \"Action\": \"s3:*\"\n}}",
        );
    }
}
