//! Lists of actions with nothing in them.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::without_entries::report;
use crate::engine::policy::Element;

declare_check! {
    /// ## What it checks
    ///
    /// A list of actions, in `Action` or `NotAction`, has at least one entry.
    ///
    /// ## Why it matters
    ///
    /// A statement about nothing gives and denies nothing.
    /// It is often left over from an edit, and what it was to do is missing.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": [],
    ///             "Resource": "arn:aws:s3:::amzn-demo/*"
    ///         },
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-demo"
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
    ///             "Resource": "arn:aws:s3:::amzn-demo/*"
    ///         },
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-demo"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM Access Analyzer policy check reference, 2025.
    EMPTY_ARRAY_ACTION {
        title: "Empty list of actions",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-empty-array-action"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    report(&CHECK, ctx, [Element::Action, Element::NotAction], findings);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn marks_the_empty_list() {
        check(
            &CHECK,
            r#"{"Statement": [{"Action": «[]»}, {"NotAction": «[ ]»}]}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Action": ["a"]}, {"Action": ""}, {"Action": [}]}"#,
        );
    }

    #[test]
    fn removes_the_statement_where_another_remains() {
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Action": []}, {"Effect": "Deny"}]}"#,
            r#"{"Statement": [{"Effect": "Deny"}]}"#,
        );
    }
}
