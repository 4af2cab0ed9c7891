//! Access for everybody but those named.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::{rename, replace_text};
use crate::engine::policy::{Element, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// No statement that allows uses `NotPrincipal`.
    ///
    /// ## Why it matters
    ///
    /// It allows everybody except those named, people without any AWS account included.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "NotPrincipal": {"AWS": "111122223333"},
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
    /// IAM User Guide, "AWS JSON policy elements: NotPrincipal", 2025.
    ALLOW_WITH_NOT_PRINCIPAL {
        title: "Allow with NotPrincipal",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource, PolicyKind::Endpoint],
        has_fix: true,
        learn_more: analyzer_reference!("security-warning-allow-with-not-principal"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let statements = ctx.policy.statements().iter();
    findings.extend(statements.filter_map(|statement| finding(ctx, statement)));
}

fn finding(ctx: &Context, statement: &Statement) -> Option<Finding> {
    let member = statement.element(Element::NotPrincipal)?;
    let effect = statement.entry(Element::Effect)?;
    let allows = statement.allows() && ctx.is_settled(effect.node);
    let deny = || {
        let edit = replace_text(ctx.tree, effect.node, "Deny");
        Fix::choice("Deny it instead", [edit])
    };
    let principal = || {
        let edit = rename(ctx.tree, member, "Principal");
        Fix::choice("Rename it to Principal", [edit])
    };
    let has_both = statement.has(Element::Principal);
    allows.then(|| {
        let finding = CHECK.finding(
            [ctx.location(member.value)],
            "This statement allows everybody except those named.",
            "Everybody means people without any AWS account as well.",
            "Name those who are meant in `Principal`, or deny instead of allowing.",
        );
        finding
            .mended_by((!has_both).then(principal).flatten())
            .mended_by(deny())
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_value() {
        check(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "NotPrincipal": «{"AWS": "1"}», "Action": "s3:*"}}"#,
        );
    }

    #[test]
    fn everybody_else_may_be_denied() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Effect": "Deny", "NotPrincipal": {"AWS": "1"}, "Action": "s3:*"}}"#,
        );
    }

    #[test]
    fn names_those_who_are_meant() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "NotPrincipal": {"AWS": "1"}, "Action": "s3:*"}}"#,
            r#"{"Statement": {"Effect": "Allow", "Principal": {"AWS": "1"}, "Action": "s3:*"}}"#,
        );
    }
}
