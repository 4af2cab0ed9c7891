//! Actions that take no particular resource, in statements that name some.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fit::{Fit, Named, Use};
use super::fix::Fix;
use super::split::copy_for;
use super::wording::listed;
use crate::engine::policy::Element;
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// An action for which AWS lists no resource type, such as most that list what there is, stands in a statement whose resource is `*`.
    ///
    /// ## Why it matters
    ///
    /// AWS compares such a request with `*` alone, so a statement that names resources has no effect on it.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": [
    ///                 "iam:GetRole",
    ///                 "iam:ListRoles"
    ///             ],
    ///             "Resource": "arn:aws:iam::111122223333:role/orders"
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
    ///             "Action": "iam:GetRole",
    ///             "Resource": "arn:aws:iam::111122223333:role/orders"
    ///         },
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "iam:ListRoles",
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// The resource types of actions: service authorization reference, by the AWS reference of this editor.
    /// Some list calls of IAM are matched against a path all the same, which messages about denied access show; so this is no error.
    ACTION_NEEDS_EVERY_RESOURCE {
        title: "Action that needs `*` as its resource",
        finding_type: Warning,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("reference_policies_elements_resource.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for fit in ctx.fits() {
        let found: Vec<&Use> = fit
            .uses
            .iter()
            .filter(|one| one.types.is_empty() && !is_matched_anyway(one) && !may_match(fit, one))
            .collect();
        if !found.is_empty() {
            findings.push(finding(ctx, fit, &found));
        }
    }
}

/// Actions that AWS compares with particular resources although it lists none for them.
///
/// Source: AWS Systems Manager User Guide, sample policies of Session Manager, which allow it on `…:session/${aws:userid}-*`, 2025.
const MATCHED_ANYWAY: [&str; 1] = ["ssmmessages:OpenDataChannel"];

fn is_matched_anyway(one: &Use) -> bool {
    let mut actions = MATCHED_ANYWAY.iter();
    actions.any(|action| one.entry.text.eq_ignore_ascii_case(action))
}

/// Whether all the statement has of the action's service are whole types.
///
/// AWS compares some lists with such an ARN after all: `s3:ListAllMyBuckets` is allowed by `arn:aws:s3:::*`.
/// Source: messages about denied access, and AWS managed policies that rely on it, 2026.
fn may_match(fit: &Fit, one: &Use) -> bool {
    let own = fit
        .resources
        .iter()
        .filter(|named| named.is_of_service(&one.entry.text));
    let mut own = own.peekable();
    own.peek().is_some() && own.all(Named::is_whole_type)
}

fn finding(ctx: &Context, fit: &Fit, found: &[&Use]) -> Finding {
    let verb = match found {
        [_] => "takes",
        _ => "take",
    };
    let actions = listed(found.iter().map(|one| &*one.entry.text));
    let finding = CHECK.finding(
        found.iter().map(|one| ctx.location(one.entry.node)),
        format!("{actions} {verb} no particular resource, and this statement names some."),
        "AWS compares such a request with `*`, so the statement has no effect on it.",
        "Give it a statement of its own, with `*` as the resource.",
    );
    let edits = match found.len() == fit.uses.len() {
        true => on_everything(ctx, fit),
        false => in_own_statement(ctx, fit, found),
    };
    finding.mended_by(edits)
}

fn on_everything(ctx: &Context, fit: &Fit) -> Option<Fix> {
    let value = fit.statement.element(Element::Resource)?.value;
    let edit = Edit::replace(ctx.tree.span(value), "\"*\"");
    Fix::choice("On everything: `*`", [edit])
}

fn in_own_statement(ctx: &Context, fit: &Fit, found: &[&Use]) -> Option<Fix> {
    let entries: Vec<_> = found.iter().map(|one| one.entry.clone()).collect();
    let nodes: Vec<_> = entries.iter().map(|entry| entry.node).collect();
    let copy = copy_for(ctx, &fit.statement, &entries, "\"*\"")?;
    let removal = ctx.tree.remove_elements(&nodes);
    let title = "In a statement of its own, with `*`";
    Fix::choice(title, removal.iter().cloned().chain([copy]))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn allow(action: &str, resource: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "Allow", "Action": {action}, "Resource": {resource}}}]}}"#
        )
    }

    #[test]
    fn marks_what_takes_no_particular_resource() {
        check(
            &CHECK,
            &allow(
                r#"["iam:GetRole", «"iam:ListRoles"», «"iam:ListInstanceProfiles"»]"#,
                r#""arn:aws:iam::XXXXXXXXXXXX:role/batchly/""#,
            ),
        );
        for (action, resource) in [
            (r#""iam:ListRoles""#, r#""*""#),
            (r#""iam:List*""#, r#""arn:aws:iam::1:role/a""#),
            (r#""s3:ListBucket""#, r#""arn:aws:s3:::a""#),
            (r#""s3:ListAllMyBuckets""#, r#""arn:aws:s3:::*""#),
            (
                r#""ssmmessages:OpenDataChannel""#,
                r#""arn:aws:ssm:*:*:session/${aws:userid}-*""#,
            ),
            (
                r#""fsx:DescribeFileSystems""#,
                r#""arn:aws:fsx:*:*:file-system/*""#,
            ),
        ] {
            check_clean(&CHECK, &allow(action, resource));
        }
    }

    #[test]
    fn gives_it_a_statement_of_its_own() {
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Sid": "A", "Effect": "Allow", "Action": ["iam:GetRole", "iam:ListRoles"], "Resource": "arn:aws:iam::1:role/a", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}"#,
            r#"{"Statement": [{"Sid": "A", "Effect": "Allow", "Action": ["iam:GetRole"], "Resource": "arn:aws:iam::1:role/a", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}, {"Effect": "Allow", "Action": ["iam:ListRoles"], "Resource": "*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}"#,
        );
        check_fix(
            &CHECK,
            &allow(r#""iam:ListRoles""#, r#"["arn:aws:iam::1:role/a"]"#),
            &allow(r#""iam:ListRoles""#, r#""*""#),
        );
    }
}
