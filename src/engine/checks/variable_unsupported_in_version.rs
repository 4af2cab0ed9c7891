//! Policy variables in the old version of the policy language.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::{Place, insert_member, replace_text};
use super::variable_use::variable_uses;
use crate::engine::policy::DocumentElement;

declare_check! {
    /// ## What it checks
    ///
    /// Where a policy uses policy variables, its `Version` is `2012-10-17`.
    ///
    /// ## Why it matters
    ///
    /// In the older version, which counts where none is given, a variable is plain text.
    /// A resource with `${aws:username}` in it then matches nothing.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2008-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-demo/${aws:username}/*"
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
    ///             "Resource": "arn:aws:s3:::amzn-demo/${aws:username}/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM policy elements: Variables and tags", 2025.
    VARIABLE_UNSUPPORTED_IN_VERSION {
        title: "Policy variable in the old version",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-variable-unsupported-in-version"),
        run: run,
    }
}

/// The version that knows variables.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Version", 2025.
const CURRENT: &str = "2012-10-17";
const OLD: &str = "2008-10-17";

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    if !is_old(ctx) {
        return;
    }
    let mut nodes: Vec<_> = variable_uses(ctx)
        .into_iter()
        .map(|used| used.node)
        .collect();
    nodes.dedup();
    findings.extend(nodes.into_iter().map(|node| {
        let finding = CHECK.finding(
            [ctx.location(node)],
            "A policy variable stands here, but this version of the policy language has none.",
            "AWS reads the variable as plain text, so that what is meant by it is never matched.",
            "Set `Version` to `2012-10-17`.",
        );
        finding.mended_by(newer_version(ctx))
    }));
}

/// Whether the policy says nothing of its version, or names the old one.
fn is_old(ctx: &Context) -> bool {
    match ctx.policy.version() {
        Some(version) => ctx
            .tree
            .string(version.value)
            .is_some_and(|text| text == OLD),
        None => ctx
            .policy
            .object()
            .is_some_and(|object| !ctx.may_hide_members(object)),
    }
}

fn newer_version(ctx: &Context) -> Option<Fix> {
    let edit = match ctx.policy.version() {
        Some(version) => replace_text(ctx.tree, version.value, CURRENT),
        None => insert_member(
            ctx.tree,
            Place::First(ctx.policy.object()?),
            DocumentElement::Version.name(),
            &format!("\"{CURRENT}\""),
        ),
    };
    Fix::choice("Set the version to 2012-10-17", [edit])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn no_version_is_the_old_version() {
        for version in ["", r#""Version": "2008-10-17", "#] {
            check(
                &CHECK,
                &format!(
                    r#"{{{version}"Statement": {{"Resource": ["a", «"${{aws:username}}/${{aws:userid}}"»]}}}}"#
                ),
            );
        }
        check_clean(
            &CHECK,
            r#"{"Version": "2012-10-17", "Statement": {"Resource": "${aws:username}"}}"#,
        );
        check_clean(&CHECK, r#"{"Statement": {"Resource": "*"}}"#);
    }

    #[test]
    fn names_the_version_that_knows_variables() {
        check_fix(
            &CHECK,
            r#"{"Version": "2008-10-17", "Statement": {"Resource": "${aws:username}"}}"#,
            r#"{"Version": "2012-10-17", "Statement": {"Resource": "${aws:username}"}}"#,
        );
        check_fix(
            &CHECK,
            r#"{"Statement": {"Resource": "${aws:username}"}}"#,
            r#"{"Version": "2012-10-17", "Statement": {"Resource": "${aws:username}"}}"#,
        );
    }
}
