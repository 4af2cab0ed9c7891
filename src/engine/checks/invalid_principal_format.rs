//! Principals that are named without their type.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{Element, PolicyKind, entries};
use crate::engine::syntax::{Member, NodeId, NodeKind};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// `Principal` and `NotPrincipal` are `"*"` or an object of principals by their types: `{"AWS": "111122223333"}`.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a bare name or a list, since it cannot tell an account from a service.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": "111122223333",
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
    INVALID_PRINCIPAL_FORMAT {
        title: "Principal without a type",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Trust, PolicyKind::Endpoint],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-principal-format"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        for element in [Element::Principal, Element::NotPrincipal] {
            let member = statement.element(element);
            let bare = member.filter(|member| is_bare(ctx, member.value));
            findings.extend(bare.map(|member| finding(ctx, element, member)));
        }
    }
}

fn is_bare(ctx: &Context, value: NodeId) -> bool {
    match ctx.tree.kind(value) {
        NodeKind::Array => true,
        NodeKind::String => {
            ctx.is_closed(value)
                && !ctx.is_open(value)
                && ctx.tree.string(value).is_some_and(|text| text != "*")
        }
        _ => false,
    }
}

fn finding(ctx: &Context, element: Element, member: Member) -> Finding {
    let name = element.name();
    let finding = CHECK.finding(
        [ctx.location(member.value)],
        format!("`{name}` does not say what type of principal is meant."),
        "AWS rejects a bare name or a list here.",
        format!(
            "Write an object with the type, such as `\"{name}\": {{\"AWS\": \"111122223333\"}}`."
        ),
    );
    finding.mended_by(type_of(ctx, member.value).and_then(|type_name| {
        let span = ctx.tree.span(member.value);
        let braces = [
            Edit::insert(span.start, format!("{{\"{type_name}\": ")),
            Edit::insert(span.end, "}"),
        ];
        Fix::choice(format!("Name it as {}", quoted(type_name)), braces)
    }))
}

/// The type that the shape of all the names speaks for; `None` where they differ, where there is none, or where AWS would reject the type.
fn type_of(ctx: &Context, value: NodeId) -> Option<&'static str> {
    let mut types = entries(ctx.tree, value).map(|entry| type_of_name(&entry.text));
    let first = types.next()?;
    let may_stand_here = first != "Federated" || ctx.kind == PolicyKind::Trust;
    (may_stand_here && types.all(|other| other == first)).then_some(first)
}

fn type_of_name(name: &str) -> &'static str {
    let is_provider = name.contains(":saml-provider/") || name.contains(":oidc-provider/");
    let is_service = name.ends_with(".amazonaws.com") || name.ends_with(".amazonaws.com.cn");
    if is_provider {
        "Federated"
    } else if is_service {
        "Service"
    } else {
        "AWS"
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            r#"{"Statement": [{"Principal": «"111122223333"», "Action": "s3:*"}, {"NotPrincipal": «["*"]»}]}"#,
        );
    }

    #[test]
    fn everybody_needs_no_type() {
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Principal": "*", "Action": "s3:*"}, {"Principal": "{{who}}"}]}"#,
        );
    }

    #[test]
    fn takes_the_type_from_the_shape_of_the_name() {
        for (name, after) in [
            (r#""111122223333""#, r#"{"AWS": "111122223333"}"#),
            (
                r#""batch.amazonaws.com""#,
                r#"{"Service": "batch.amazonaws.com"}"#,
            ),
            (
                r#"["111122223333", "*"]"#,
                r#"{"AWS": ["111122223333", "*"]}"#,
            ),
        ] {
            let policy = |value: &str| {
                format!(r#"{{"Statement": {{"Principal": {value}, "Action": "s3:*"}}}}"#)
            };
            check_fix(&CHECK, &policy(name), &policy(after));
        }
        check_fix(
            &CHECK,
            r#"{"Statement": {"Principal": "arn:aws:iam::1:saml-provider/a", "Action": "sts:AssumeRoleWithSAML"}}"#,
            r#"{"Statement": {"Principal": {"Federated": "arn:aws:iam::1:saml-provider/a"}, "Action": "sts:AssumeRoleWithSAML"}}"#,
        );
    }
}
