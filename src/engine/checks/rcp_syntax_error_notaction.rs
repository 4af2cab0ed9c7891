//! NotAction in a resource control policy.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::resource_control::services;
use super::rewrite::delete_member;
use crate::engine::policy::{ActionPattern, Element, PolicyKind, Statement};
use crate::engine::syntax::Member;
use crate::engine::text::Edit;
use std::collections::BTreeSet;

declare_check! {
    /// ## What it checks
    ///
    /// The statements of a resource control policy have `Action`, not `NotAction`.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects `NotAction` there.
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
    ///             "NotAction": "s3:GetObject",
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
    /// AWS Organizations User Guide, "RCP syntax", 2025.
    RCP_SYNTAX_ERROR_NOTACTION {
        title: "NotAction in a resource control policy",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Rcp],
        has_fix: true,
        learn_more: analyzer_reference!("error-rcp-syntax-error-notaction"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        let Some(member) = statement.element(Element::NotAction) else {
            continue;
        };
        let finding = CHECK.finding(
            [ctx.location(member.value)],
            "`NotAction` does not belong in a resource control policy.",
            "AWS rejects it there.",
            "Name the services that are meant in `Action`, such as `s3:*`.",
        );
        findings.push(finding.mended_by(fix(ctx, statement, member)));
    }
}

fn fix(ctx: &Context, statement: &Statement, member: Member) -> Option<Fix> {
    if statement.has(Element::Action) {
        return Fix::choice("Remove NotAction", [delete_member(ctx.tree, member)]);
    }
    let left_out = left_out(statement);
    let others = services().filter(|service| !left_out.contains(*service));
    let actions: Vec<String> = others.map(|service| format!("\"{service}:*\"")).collect();
    let written = format!("\"Action\": [{}]", actions.join(", "));
    let edit = Edit::replace(ctx.tree.span(member.node), written);
    (!actions.is_empty())
        .then(|| Fix::choice("Name all other services that can be limited", [edit]))
        .flatten()
}

/// The services of which some action is left out: which of their other actions are meant has to be said.
fn left_out(statement: &Statement) -> BTreeSet<String> {
    let entries = statement.entries(Element::NotAction);
    entries
        .filter_map(|entry| {
            Some(
                ActionPattern::new(&entry.text)
                    .service()?
                    .to_ascii_lowercase(),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::check_as;
    use super::{CHECK, PolicyKind};

    #[test]
    fn is_about_the_value() {
        check_as(
            PolicyKind::Rcp,
            &CHECK,
            r#"{"Statement": [{"Effect": "Deny", "Principal": "*", "NotAction": «["s3:*"]», "Resource": "*"}, {"Action": "s3:*"}]}"#,
        );
    }
}
