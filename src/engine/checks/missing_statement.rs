//! A document without a statement.

use super::absence::is_absent;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::{Place, insert_member};
use crate::engine::policy::{DocumentElement, Element, PolicyKind};
use crate::engine::syntax::{NodeId, NodeKind};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// The document has a `Statement`, and it is no empty list.
    ///
    /// ## Why it matters
    ///
    /// Statements are what a policy consists of; AWS rejects one that has none.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": []
    /// }
    /// ```
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17"
    /// }
    /// ```
    ///
    /// ## Valid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": {
    ///         "Effect": "Allow",
    ///         "Action": "s3:GetObject",
    ///         "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///     }
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Statement", 2025.
    MISSING_STATEMENT {
        title: "Missing statement",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-missing-statement"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let Some(object) = ctx
        .policy
        .object()
        .filter(|object| lacks_statements(ctx, *object))
    else {
        return;
    };
    let finding = CHECK.finding(
        [ctx.document()],
        "The policy has no statement.",
        "A policy consists of its statements: each says what is allowed or denied. AWS rejects one without any.",
        "Add a `Statement` with `Effect`, `Action` and what else this kind of policy needs.",
    );
    findings.push(
        finding
            .mended_by(wrapping(ctx, object))
            .mended_by(skeleton(ctx, object)),
    );
}

fn lacks_statements(ctx: &Context, object: NodeId) -> bool {
    let Some(statement) = ctx.policy.element(DocumentElement::Statement) else {
        return is_absent(ctx, object, ["Statement"].into_iter());
    };
    let is_list = ctx.tree.kind(statement.value) == NodeKind::Array;
    is_list
        && ctx.tree.elements(statement.value).next().is_none()
        && !ctx.may_hide_members(statement.value)
}

/// For a text that is a statement on its own: the document around it.
fn wrapping(ctx: &Context, object: NodeId) -> Option<Fix> {
    let mut names = ctx
        .tree
        .members(object)
        .map(|member| ctx.tree.key_text(member))
        .peekable();
    names.peek()?;
    let span = ctx.tree.span(object);
    let edits = [
        Edit::insert(span.start, r#"{"Version": "2012-10-17", "Statement": ["#),
        Edit::insert(span.end, "]}"),
    ];
    let is_a_statement = names.all(|name| Element::from_name(&name).is_some());
    is_a_statement
        .then(|| Fix::choice("Put the policy document around this statement", edits))
        .flatten()
}

/// A statement to be filled in.
fn skeleton(ctx: &Context, object: NodeId) -> Option<Fix> {
    let statement = match ctx.kind {
        PolicyKind::Trust => {
            r#"{"Effect": "Allow", "Principal": {"AWS": "{{account_id}}"}, "Action": "sts:AssumeRole"}"#
        }
        PolicyKind::Resource | PolicyKind::Endpoint => {
            r#"{"Effect": "Allow", "Principal": {"AWS": "{{account_id}}"}, "Action": "{{action}}", "Resource": "*"}"#
        }
        PolicyKind::Rcp => {
            r#"{"Effect": "Deny", "Principal": "*", "Action": "{{action}}", "Resource": "*"}"#
        }
        _ => r#"{"Effect": "Allow", "Action": "{{action}}", "Resource": "*"}"#,
    };
    let edit = match ctx.policy.element(DocumentElement::Statement) {
        Some(member) => Edit::insert(ctx.tree.span(member.value).start + 1, statement),
        None => insert_member(
            ctx.tree,
            Place::Last(object),
            "Statement",
            &format!("[{statement}]"),
        ),
    };
    Fix::choice("Add a statement to fill in", [edit])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_whole_document() {
        check(&CHECK, r#"«{"Version": "2012-10-17"}»"#);
        check(&CHECK, r#"«{"Statement": []}»"#);
    }

    #[test]
    fn keeps_quiet_about_a_misspelt_statement_and_a_text_that_is_still_typed() {
        check_clean(&CHECK, r#"{"Statements": []}"#);
        check_clean(&CHECK, r#"{"Version": "2012-10-17", "#);
        check_clean(&CHECK, r#"{"Statement": [{}]}"#);
        check_clean(&CHECK, "[]");
    }

    #[test]
    fn puts_the_document_around_a_lone_statement() {
        check_fix(
            &CHECK,
            r#"{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}"#,
            r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}]}"#,
        );
    }

    #[test]
    fn adds_a_statement_of_the_right_kind() {
        check_fix(
            &CHECK,
            r#"{"Version": "2012-10-17", "Statement": []}"#,
            r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "{{action}}", "Resource": "*"}]}"#,
        );
    }
}
