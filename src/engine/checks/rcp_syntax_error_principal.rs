//! Principals in a resource control policy other than everybody.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::principal_condition::as_condition;
use super::rewrite::delete_member;
use crate::engine::policy::{Element, PolicyKind, Statement, principals};
use crate::engine::syntax::{Member, NodeKind};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// Each statement of a resource control policy has `"Principal": "*"`, written so, and no `NotPrincipal`.
    ///
    /// ## Why it matters
    ///
    /// A resource control policy is about everybody who asks for a resource, and AWS rejects one that names principals.
    /// To leave somebody out, test `aws:PrincipalArn`.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Deny",
    ///             "Principal": {"AWS": "111122223333"},
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
    RCP_SYNTAX_ERROR_PRINCIPAL {
        title: "Principal in a resource control policy",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Rcp],
        has_fix: true,
        learn_more: analyzer_reference!("error-rcp-syntax-error-principal"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        for element in [Element::Principal, Element::NotPrincipal] {
            let member = statement.element(element);
            let wrong = member.filter(|member| !is_right(ctx, element, *member));
            findings.extend(wrong.map(|member| finding(ctx, statement, element, member)));
        }
    }
}

fn is_right(ctx: &Context, element: Element, member: Member) -> bool {
    let is_everybody = ctx
        .tree
        .string(member.value)
        .is_some_and(|text| text == "*");
    (element == Element::Principal && is_everybody)
        || ctx.tree.kind(member.value) == NodeKind::Missing
        || !ctx.is_closed(member.value)
}

fn finding(ctx: &Context, statement: &Statement, element: Element, member: Member) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(member.value)],
        format!("`{}` of a resource control policy names somebody in particular.", element.name()),
        "It is about everybody who asks for a resource; AWS rejects any other principal.",
        "Write `\"Principal\": \"*\"`, and test `aws:PrincipalArn` where somebody in particular is meant.",
    );
    if element == Element::NotPrincipal && statement.has(Element::Principal) {
        let removal = delete_member(ctx.tree, member);
        return finding.mended_by(Fix::choice("Remove NotPrincipal", [removal]));
    }
    let written = Edit::replace(ctx.tree.span(member.node), "\"Principal\": \"*\"");
    if is_everybody_with_a_type(ctx, element, member) {
        return finding.mended_by(Fix::repair("Write everybody as a plain star", [written]));
    }
    let condition = as_condition(ctx, statement, element).and_then(|mut edits| {
        edits.push(written.clone());
        Fix::choice("Test aws:PrincipalArn instead", edits)
    });
    let everybody = || Fix::choice("Mean everybody", [written]);
    let finding = finding.mended_by(condition);
    finding.mended_by((element == Element::Principal).then(everybody).flatten())
}

/// Whether this is `{"AWS": "*"}`, which says the same.
fn is_everybody_with_a_type(ctx: &Context, element: Element, member: Member) -> bool {
    let all = principals(ctx.tree, member.value);
    element == Element::Principal
        && ctx.tree.members(member.value).count() == 1
        && matches!(all.as_slice(), [one] if one.type_name == "AWS" && one.entry.text == "*")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_as, check_fix_as};
    use super::{CHECK, PolicyKind};

    #[test]
    fn is_about_the_value() {
        check_as(
            PolicyKind::Rcp,
            &CHECK,
            r#"{"Statement": [{"Effect": "Deny", "Principal": «{"AWS": "111122223333"}», "Action": "s3:*"}, {"NotPrincipal": «"*"»}, {"Principal": "*"}]}"#,
        );
    }

    #[test]
    fn writes_everybody_and_tests_those_that_were_named() {
        for (before, after) in [
            (r#""Principal": {"AWS": "*"}"#, r#""Principal": "*""#),
            (r#""Principal": {"Service": "a"}"#, r#""Principal": "*""#),
            (
                r#""NotPrincipal": {"AWS": ["arn:aws:iam::1:role/a"]}"#,
                r#""Principal": "*", "Condition": {"ArnNotLike": {"aws:PrincipalArn": ["arn:aws:iam::1:role/a"]}}"#,
            ),
        ] {
            let policy =
                |principal: &str| format!(r#"{{"Statement": {{"Action": "s3:*", {principal}}}}}"#);
            check_fix_as(PolicyKind::Rcp, &CHECK, &policy(before), &policy(after));
        }
    }
}
