//! Policy variables with a blank in their names.

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
    /// The name of a policy variable has no white space in or around it.
    /// A comma and a default text may follow with blanks.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a variable with white space in its name.
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
    ///             "Resource": "arn:aws:s3:::amzn-demo/${aws: username}/*"
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
    UNSUPPORTED_SPACE_IN_VARIABLE {
        title: "Space in a policy variable",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-unsupported-space-in-variable"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let spaced = variable_uses(ctx).into_iter().filter(|used| {
        used.is_closed && !used.is_nameless() && used.name.contains(char::is_whitespace)
    });
    findings.extend(spaced.map(|used| finding(ctx, &used)));
}

fn finding(ctx: &Context, used: &VariableUse) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(used.node)],
        format!(
            "The name of the policy variable {} has white space in it.",
            quoted(used.span.text(ctx.tree.text()))
        ),
        "AWS rejects the policy, as it knows no variable of that name.",
        "Take the white space out.",
    );
    let name: String = used.name.split_whitespace().collect();
    let default = used
        .default
        .as_ref()
        .map(|text| format!(",{text}"))
        .unwrap_or_default();
    let whole = Edit::replace(used.span, format!("${{{name}{default}}}"));
    finding.mended_by(Fix::choice("Take the white space out", [whole]))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn only_the_name_counts() {
        check(
            &CHECK,
            r#"{"Statement": {"Resource": [«"${aws: username}"», «"${ aws:username}"», "${a:b, 'c d'}", "${ }", "a b"]}}"#,
        );
        check_clean(&CHECK, r#"{"Statement": {"Sid": "${aws: username}"}}"#);
    }

    #[test]
    fn takes_the_blanks_out_and_leaves_the_default_text() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Resource": "arn:aws:s3:::${ aws: username, 'a b'}/*"}}"#,
            r#"{"Statement": {"Resource": "arn:aws:s3:::${aws:username, 'a b'}/*"}}"#,
        );
    }
}
