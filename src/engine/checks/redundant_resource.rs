//! Resources that another entry of the same list covers.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::redundancy;
use crate::engine::policy::{Element, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// No entry of a list of resources is covered by another entry of the list.
    /// Resources are compared with case.
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
    ///             "Action": "s3:GetObject",
    ///             "Resource": [
    ///                 "arn:aws:s3:::amzn-demo*",
    ///                 "arn:aws:s3:::amzn-demo/*"
    ///             ]
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
    ///             "Resource": ["arn:aws:s3:::amzn-demo*"]
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM Access Analyzer policy check reference, 2025; what hangs together, from its findings on AWS managed policies, March 2026.
    REDUNDANT_RESOURCE {
        title: "Redundant resource",
        finding_type: Suggestion,
        source: AccessAnalyzer,
        kinds: &[
            PolicyKind::Identity,
            PolicyKind::Resource,
            PolicyKind::Scp,
            PolicyKind::Rcp,
            PolicyKind::Boundary,
            PolicyKind::Session,
            PolicyKind::Endpoint,
        ],
        has_fix: true,
        learn_more: analyzer_reference!("suggestion-redundant-resource"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let elements = [Element::Resource, Element::NotResource];
    redundancy::report(&CHECK, ctx, elements, str::to_owned, findings);
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn compares_with_case() {
        check(
            &CHECK,
            r#"{"Statement": {"NotResource": [«"arn:aws:s3:::a*"», "arn:aws:s3:::A/*", «"arn:aws:s3:::a/*"»]}}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"Resource": ["arn:aws:s3:::*Logs*", "arn:aws:s3:::*logs*"]}}"#,
        );
    }

    #[test]
    fn the_same_stand_in_is_the_same_whatever_its_value() {
        check(
            &CHECK,
            r#"{"Statement": {"Resource": [«"arn:aws:iam::$AWS_ACCOUNT_ID:role/eksctl-*"», «"arn:aws:iam::$AWS_ACCOUNT_ID:role/eksctl-managed-*"»]}}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"Resource": ["arn:aws:iam::<account_id>:role/a", "arn:aws:iam::<other_account_id>:role/a"]}}"#,
        );
    }

    #[test]
    fn a_star_leaves_nothing_else_to_name() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Resource": ["arn:aws:s3:::a", "*"]}}"#,
            r#"{"Statement": {"Resource": ["*"]}}"#,
        );
    }
}
