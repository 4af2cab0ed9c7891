//! Types of principals that AWS does not know.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::rename;
use super::spelling::nearest;
use super::wording::{listed, quoted};
use crate::engine::policy::{Element, PRINCIPAL_TYPES, PolicyKind};
use crate::engine::syntax::Member;

declare_check! {
    /// ## What it checks
    ///
    /// The types in `Principal` and `NotPrincipal` are `AWS`, `CanonicalUser`, `Federated` and `Service`, written exactly so.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects any other type, and the right one in the wrong case.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Aws": "111122223333"},
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
    INVALID_PRINCIPAL_KEY {
        title: "Unknown type of principal",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Trust, PolicyKind::Rcp, PolicyKind::Endpoint],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-principal-key"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        for element in [Element::Principal, Element::NotPrincipal] {
            let types = statement
                .element(element)
                .into_iter()
                .flat_map(|member| ctx.tree.members(member.value));
            findings.extend(types.filter_map(|member| finding(ctx, member)));
        }
    }
}

fn finding(ctx: &Context, member: Member) -> Option<Finding> {
    let name = ctx.tree.key_text(member);
    if PRINCIPAL_TYPES.contains(&&*name) || !ctx.is_settled(member.key) {
        return None;
    }
    let finding = CHECK.finding(
        [ctx.location(member.value)],
        format!("{} is no type of principal.", quoted(&name)),
        "AWS rejects a principal whose type it does not know.",
        format!(
            "Use one of {}, in exactly this case.",
            listed(PRINCIPAL_TYPES)
        ),
    );
    let renamed = nearest(&name, PRINCIPAL_TYPES).and_then(|meant| {
        Fix::choice(
            format!("Rename it to {meant}"),
            [rename(ctx.tree, member, meant)],
        )
    });
    Some(finding.mended_by(renamed.filter(|_| !is_there(ctx, member))))
}

/// Whether the object has a member of a known type already, beside which a renamed one would be doubled.
fn is_there(ctx: &Context, member: Member) -> bool {
    let siblings = ctx
        .tree
        .parent(member.node)
        .into_iter()
        .flat_map(|object| ctx.tree.members(object).take(PRINCIPAL_TYPES.len() + 1));
    siblings.count() > 1
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_value_of_the_unknown_type() {
        check(
            &CHECK,
            r#"{"Statement": {"Principal": {"User": «"a"», "AWS": "111122223333"}, "Action": "s3:*"}}"#,
        );
        check(
            &CHECK,
            r#"{"Statement": {"NotPrincipal": {"service": «["a"]»}, "Action": "sts:AssumeRole"}}"#,
        );
    }

    #[test]
    fn knows_four_types() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Principal": {"AWS": "a", "CanonicalUser": "b", "Service": "c", "Federated": "d"}, "Action": "s3:*"}}"#,
        );
    }

    #[test]
    fn writes_the_type_that_was_meant() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Principal": {"service": "a"}, "Action": "s3:*"}}"#,
            r#"{"Statement": {"Principal": {"Service": "a"}, "Action": "s3:*"}}"#,
        );
    }
}
