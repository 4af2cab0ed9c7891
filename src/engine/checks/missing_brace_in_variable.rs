//! Policy variables without a closing brace.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::variable_use::{VariableUse, variable_uses};
use super::wording::quoted;
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A policy variable that begins with `${` ends with `}` before the string ends or the next variable begins.
    ///
    /// ## Why it matters
    ///
    /// AWS cannot tell where the name of the variable ends, and rejects the policy.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-demo/${aws:username/*"
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
    MISSING_BRACE_IN_VARIABLE {
        title: "Missing brace in a policy variable",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-missing-brace-in-variable"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let open = variable_uses(ctx)
        .into_iter()
        .filter(|used| !used.is_closed);
    findings.extend(open.map(|used| finding(ctx, &used)));
}

fn finding(ctx: &Context, used: &VariableUse) -> Finding {
    let tree = ctx.tree;
    let written = used.span.text(tree.text());
    let finding = CHECK.finding(
        [ctx.location(used.node)],
        format!(
            "The policy variable {} has no closing brace.",
            quoted(written)
        ),
        "AWS cannot tell where the variable's name ends, and rejects the policy.",
        "Write `}` behind the name of the variable.",
    );
    let end = used.span.start + "${".len() + name_length(&used.name);
    let brace = Edit::insert(end, "}");
    finding.mended_by(Fix::choice("Write the brace behind the name", [brace]))
}

/// How much of the text after `${` reads as the name of a variable, in bytes.
///
/// A slash belongs to it only behind the name of a family of tags, such as `aws:PrincipalTag/team`.
fn name_length(text: &str) -> usize {
    let is_part = |one: char| one.is_ascii_alphanumeric() || matches!(one, ':' | '.' | '-' | '_');
    let key = text.find(|one| !is_part(one)).unwrap_or(text.len());
    let (family, rest) = text.split_at_checked(key).unwrap_or((text, ""));
    let is_family = family.to_ascii_lowercase().ends_with("tag");
    match rest.strip_prefix('/').filter(|_| is_family) {
        Some(tag) => key + 1 + tag.find(|one| !is_part(one)).unwrap_or(tag.len()),
        None => key,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn a_string_or_another_variable_ends_what_is_not_closed() {
        check(
            &CHECK,
            r#"{"Statement": {"NotResource": [«"arn:aws:s3:::a/${aws:username/*"», «"${aws:username/${aws:userid}"»]}}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"Resource": ["${aws:username}", "$aws", "{"]}}"#,
        );
    }

    #[test]
    fn closes_behind_the_name_and_a_tag_key() {
        for (before, after) in [
            ("${aws:username/*", "${aws:username}/*"),
            ("${aws:PrincipalTag/team/*", "${aws:PrincipalTag/team}/*"),
            ("${aws:userid", "${aws:userid}"),
        ] {
            let with =
                |name: &str| format!(r#"{{"Statement": {{"Resource": "arn:aws:s3:::a/{name}"}}}}"#);
            check_fix(&CHECK, &with(before), &with(after));
        }
    }
}
