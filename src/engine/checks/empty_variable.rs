//! Policy variables without a name.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::variable_use::{VariableUse, variable_uses};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A policy variable has a name between its braces.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a policy with an empty variable: nothing says what to put in its place.
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
    ///             "Resource": "arn:aws:s3:::amzn-demo/${}/*"
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
    EMPTY_VARIABLE {
        title: "Empty policy variable",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-empty-variable"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let empty = variable_uses(ctx)
        .into_iter()
        .filter(|used| used.is_closed && used.is_nameless());
    findings.extend(empty.map(|used| finding(ctx, &used)));
}

fn finding(ctx: &Context, used: &VariableUse) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(used.node)],
        "This policy variable is empty.",
        "AWS rejects the policy, as nothing says what is to stand in the variable's place.",
        "Write the name of a variable between the braces, such as `aws:username`, or take the variable out.",
    );
    let named = Edit::replace(used.span, "${aws:username}");
    finding
        .mended_by(Fix::choice("Put in the name of the user", [named]))
        .mended_by(Fix::choice("Take it out", [Edit::delete(used.span)]))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn marks_the_string_with_the_empty_variable() {
        check(
            &CHECK,
            r#"{"Statement": {"Resource": ["a", «"arn:aws:s3:::a/${}"»], "Condition": {"StringLike": {"s3:prefix": «"${ }/"»}}}}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"Resource": ["$", "{}", "${aws:username}"], "Action": "${}"}}"#,
        );
    }

    #[test]
    fn offers_the_name_of_the_user() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Resource": "arn:aws:s3:::a/${}/*"}}"#,
            r#"{"Statement": {"Resource": "arn:aws:s3:::a/${aws:username}/*"}}"#,
        );
    }
}
