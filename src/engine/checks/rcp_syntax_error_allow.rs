//! Statements of a resource control policy that allow less than everything.

use super::conditions::remove_statement;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use crate::engine::policy::{ActionPattern, Element, PolicyKind, Statement};
use crate::engine::syntax::{NodeId, NodeKind};

declare_check! {
    /// ## What it checks
    ///
    /// A statement of a resource control policy that allows, allows everything: its `Principal` and `Resource` are `*`, and it has no `Condition`.
    ///
    /// ## Why it matters
    ///
    /// A resource control policy grants nothing; what it limits, it limits by denying.
    /// AWS rejects a statement that allows a part only.
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
    ///             "Action": "s3:*",
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
    /// AWS Organizations User Guide, "RCP syntax", 2025.
    RCP_SYNTAX_ERROR_ALLOW {
        title: "Allow in a resource control policy",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Rcp],
        has_fix: true,
        learn_more: analyzer_reference!("error-rcp-syntax-error-allow"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let allowing = ctx.policy.statements().iter().filter(|one| one.allows());
    findings.extend(allowing.filter_map(|statement| {
        let effect = statement.entry(Element::Effect)?;
        let is_wrong = is_narrowed(ctx, statement) && ctx.is_settled(effect.node);
        is_wrong.then(|| finding(ctx, statement, effect.node))
    }));
}

/// Whether the statement is about less than everything; a wrong principal is reported by itself.
fn is_narrowed(ctx: &Context, statement: &Statement) -> bool {
    let is_part = |element| {
        let value = statement.element(element).map(|member| member.value);
        value.is_some_and(|value| !is_everything(ctx, value))
    };
    statement.has(Element::Condition)
        || statement.has(Element::NotResource)
        || is_part(Element::Resource)
        || is_part(Element::Principal)
}

/// Whether the value is `*`, alone or as the only entry of a list.
fn is_everything(ctx: &Context, value: NodeId) -> bool {
    let mut elements = ctx.tree.elements(value);
    let only = match ctx.tree.kind(value) {
        NodeKind::Array => elements.next().filter(|_| elements.next().is_none()),
        _ => Some(value),
    };
    only.and_then(|node| ctx.tree.string(node))
        .is_some_and(|text| text == "*")
}

fn finding(ctx: &Context, statement: &Statement, effect: NodeId) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(effect)],
        "This statement allows a part only, which a resource control policy cannot do.",
        "It grants nothing; what it limits, it limits by denying.",
        "Deny what must not be, with a condition for those who may; or remove the statement.",
    );
    let mut actions = statement.entries(Element::Action);
    let can_be_denied = !actions.any(|action| ActionPattern::new(&action.text).is_everything());
    let deny = || Fix::choice("Deny it instead", [replace_text(ctx.tree, effect, "Deny")]);
    let removal = remove_statement(ctx, statement);
    finding
        .mended_by(removal.and_then(|edit| Fix::choice("Remove the statement", [edit])))
        .mended_by(can_be_denied.then(deny).flatten())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_as, check_fix_as};
    use super::{CHECK, PolicyKind};

    #[test]
    fn is_about_the_effect() {
        for narrowed in [
            r#""Resource": "arn:aws:s3:::a""#,
            r#""Resource": ["*", "a"]"#,
            r#""NotResource": "a""#,
            r#""Resource": "*", "Condition": {}"#,
        ] {
            check_as(
                PolicyKind::Rcp,
                &CHECK,
                &format!(
                    r#"{{"Statement": {{"Effect": «"Allow"», "Principal": "*", "Action": "s3:*", {narrowed}}}}}"#
                ),
            );
        }
    }

    #[test]
    fn everything_may_be_allowed() {
        check_as(
            PolicyKind::Rcp,
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": ["*"]}}"#,
        );
    }

    #[test]
    fn denies_what_was_allowed() {
        let policy = |effect: &str| {
            format!(
                r#"{{"Statement": {{"Effect": "{effect}", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::a"}}}}"#
            )
        };
        check_fix_as(PolicyKind::Rcp, &CHECK, &policy("Allow"), &policy("Deny"));
    }
}
