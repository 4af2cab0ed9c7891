//! Wildcards inside the name of a principal.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::rewrite_condition::add_tests;
use super::wording::quoted;
use crate::engine::policy::{Arn, ArnField, Element, PolicyKind, Principal, Statement, principals};
use crate::engine::syntax::{Member, NodeKind, encode};

declare_check! {
    /// ## What it checks
    ///
    /// A principal is named in full: only a lone `*` under `AWS` is allowed, and stands for everybody.
    /// `*` and `?` anywhere else, and a lone `*` under `Service`, `Federated` or `CanonicalUser`, are reported.
    ///
    /// ## Why it matters
    ///
    /// AWS does not match principals by pattern and rejects the policy.
    /// A pattern belongs into a condition on `aws:PrincipalArn`.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "arn:aws:iam::111122223333:role/app-*"},
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
    ///             "Principal": {"AWS": "arn:aws:iam::111122223333:root"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*",
    ///             "Condition": {
    ///                 "ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/app-*"}
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS JSON policy elements: Principal", 2025.
    UNSUPPORTED_WILDCARD_IN_PRINCIPAL {
        title: "Wildcard in a principal",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Trust, PolicyKind::Endpoint],
        has_fix: true,
        learn_more: analyzer_reference!("error-unsupported-wildcard-in-principal"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for statement in ctx.policy.statements() {
        for element in [Element::Principal, Element::NotPrincipal] {
            let typed = statement
                .element(element)
                .filter(|member| ctx.tree.kind(member.value) == NodeKind::Object);
            let Some(member) = typed else {
                continue;
            };
            let all = principals(ctx.tree, member.value);
            let is_only = all.len() == 1;
            let patterns = all.iter().filter(|principal| is_pattern(ctx, principal));
            findings.extend(patterns.map(|principal| {
                let fix = || condition_instead(ctx, statement, member, principal);
                finding(ctx, principal).mended_by(is_only.then(fix).flatten())
            }));
        }
    }
}

fn is_pattern(ctx: &Context, principal: &Principal) -> bool {
    let text = &*principal.entry.text;
    let is_everybody = text == "*" && principal.type_name == "AWS";
    text.contains(['*', '?']) && !is_everybody && ctx.is_closed(principal.entry.node)
}

fn finding(ctx: &Context, principal: &Principal) -> Finding {
    CHECK.finding(
        [ctx.location(principal.entry.node)],
        format!("The principal {} holds a wildcard.", quoted(&principal.entry.text)),
        "AWS does not match principals by pattern; only a lone `*` under `AWS` is allowed, for everybody.",
        "Name each principal in full, or name the account and put the pattern into a condition on `aws:PrincipalArn`.",
    )
}

/// The account as principal, and the pattern as a test of `aws:PrincipalArn`.
fn condition_instead(
    ctx: &Context,
    statement: &Statement,
    member: Member,
    principal: &Principal,
) -> Option<Fix> {
    let arn = Arn::cut(&principal.entry.text);
    arn.field(ArnField::Resource)
        .filter(|_| principal.type_name == "AWS" && arn.field(ArnField::Prefix) == Some("arn"))?;
    let is_plain = statement.element(Element::Principal).map(|one| one.node) == Some(member.node);
    let (partition, account) = (
        arn.field(ArnField::Partition)?,
        arn.field(ArnField::Account)?,
    );
    let root = if format!("{partition}{account}").contains(['*', '?']) {
        "*".to_owned()
    } else {
        format!("arn:{partition}:iam::{account}:root")
    };
    let pattern = encode(&principal.entry.text);
    let mut edits = add_tests(
        ctx.tree,
        statement,
        &[("ArnLike", "aws:PrincipalArn", &pattern)],
    )?;
    edits.push(replace_text(ctx.tree, principal.entry.node, &root));
    is_plain
        .then(|| Fix::choice("Test aws:PrincipalArn instead", edits))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_each_pattern() {
        check(
            &CHECK,
            r#"{"Statement": [{"Principal": {"AWS": ["*", «"arn:aws:iam::1:role/a?"»], "Service": «"*"»}, "Action": "s3:*"}, {"NotPrincipal": {"AWS": «"1*"»}}]}"#,
        );
    }

    #[test]
    fn everybody_is_no_pattern() {
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Principal": "*", "Action": "s3:*"}, {"Principal": {"AWS": ["*"]}}]}"#,
        );
    }

    #[test]
    fn puts_the_pattern_into_a_condition() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Principal": {"AWS": "arn:aws:iam::111122223333:role/a*"}, "Action": "sts:AssumeRole"}}"#,
            r#"{"Statement": {"Principal": {"AWS": "arn:aws:iam::111122223333:root"}, "Action": "sts:AssumeRole", "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/a*"}}}}"#,
        );
        check_fix(
            &CHECK,
            r#"{"Statement": {"Principal": {"AWS": "arn:aws:iam::*:role/a"}, "Action": "s3:*"}}"#,
            r#"{"Statement": {"Principal": {"AWS": "*"}, "Action": "s3:*", "Condition": {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/a"}}}}"#,
        );
    }
}
