//! Default texts of policy variables that lack a quote.

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
    /// The default text of a policy variable, behind its comma, stands in single quotes.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a default text without both of its quotes.
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
    ///             "Resource": "arn:aws:s3:::amzn-demo/${aws:PrincipalTag/team, 'shared}/*"
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
    ///             "Resource": "arn:aws:s3:::amzn-demo/${aws:PrincipalTag/team, 'shared'}/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM policy elements: Variables and tags", 2025.
    MISSING_QUOTE_IN_VARIABLE {
        title: "Missing quote in a policy variable",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-missing-quote-in-variable"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let closed = variable_uses(ctx).into_iter().filter(|used| used.is_closed);
    findings.extend(closed.filter_map(|used| {
        let default = used
            .default
            .as_deref()
            .filter(|text| !is_quoted(text.trim()))?;
        Some(finding(ctx, &used, default))
    }));
}

fn is_quoted(text: &str) -> bool {
    text.len() > 1 && text.starts_with('\'') && text.ends_with('\'')
}

fn finding(ctx: &Context, used: &VariableUse, default: &str) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(used.node)],
        format!("The default text {} is not between two single quotes.", quoted(default.trim())),
        "AWS rejects the policy, as it cannot tell where the default text of the variable begins and ends.",
        "Write a single quote before and behind the default text.",
    );
    let text = default.trim().trim_matches('\'');
    let whole = format!("${{{}, '{text}'}}", used.name.trim());
    finding.mended_by(Fix::choice(
        "Put the default text between quotes",
        [Edit::replace(used.span, whole)],
    ))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn both_quotes_have_to_be_there() {
        for text in [
            "${a:b, 'c}",
            "${a:b, c'}",
            "${a:b, c}",
            "${a:b,}",
            "${a:b, '}",
        ] {
            check(
                &CHECK,
                &format!(r#"{{"Statement": {{"Resource": «"{text}"»}}}}"#),
            );
        }
        check_clean(
            &CHECK,
            r#"{"Statement": {"Resource": ["${a:b, 'c'}", "${a:b,''}", "${a:b}"]}}"#,
        );
    }

    #[test]
    fn puts_the_text_between_quotes() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Resource": "arn:aws:s3:::${aws:PrincipalTag/team, 'shared}/*"}}"#,
            r#"{"Statement": {"Resource": "arn:aws:s3:::${aws:PrincipalTag/team, 'shared'}/*"}}"#,
        );
    }
}
