//! Actions that another entry of the same list covers.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::redundancy;
use crate::engine::policy::Element;

declare_check! {
    /// ## What it checks
    ///
    /// No entry of a list of actions is covered by another entry of the list.
    /// Actions are compared without case.
    /// Entries that hang together are one finding.
    ///
    /// ## Why it matters
    ///
    /// The policy gets longer and harder to read, and its size counts against a quota.
    /// Someone who removes the narrow entry may believe that the access is gone.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": [
    ///                 "s3:Get*",
    ///                 "s3:GetObject"
    ///             ],
    ///             "Resource": "arn:aws:s3:::amzn-demo/*"
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
    ///             "Action": ["s3:Get*"],
    ///             "Resource": "arn:aws:s3:::amzn-demo/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM Access Analyzer policy check reference, 2025; what hangs together, from its findings on AWS managed policies, March 2026.
    REDUNDANT_ACTION {
        title: "Redundant action",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-redundant-action"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let elements = [Element::Action, Element::NotAction];
    redundancy::report(&CHECK, ctx, elements, str::to_ascii_lowercase, findings);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn marks_the_covering_entries_too() {
        check(
            &CHECK,
            r#"{"Statement": [{"Action": [«"s3:Get*"», "s3:List*", «"S3:getObject"»]}, {"NotAction": [«"a:b"», «"a:B"»]}]}"#,
        );
    }

    #[test]
    fn looks_at_lists_only_and_at_one_statement_at_a_time() {
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Action": "s3:*"}, {"Action": ["s3:GetObject", "s3:PutObject"]}]}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Action": ["<action>", "<action>", "s3:Get*"]}]}"#,
        );
    }

    #[test]
    fn removes_all_but_the_widest_and_the_first_of_equals() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Action": ["s3:GetObject", "s3:Get*", "s3:GET*", "ec2:Run", "s3:GetBucket*"]}}"#,
            r#"{"Statement": {"Action": ["s3:Get*", "ec2:Run"]}}"#,
        );
    }
}
