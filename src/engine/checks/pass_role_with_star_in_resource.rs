//! `iam:PassRole` with a star in Resource.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::reach::Through;
use super::role_grant::{PASS_ROLE, report};
use crate::engine::policy::PolicyKind;

declare_check! {
    /// ## What it checks
    ///
    /// No `Allow` statement names `iam:PassRole` on every role: `*`, or an ARN such as `arn:aws:iam::*:role/*`, unless a condition demands `iam:PassedToService`.
    /// A condition with `IfExists` demands nothing.
    ///
    /// ## Why it matters
    ///
    /// Who can pass a role that may do more than they can starts a service with it, and acts through that service.
    /// Roles and services that are named keep this within bounds.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "iam:PassRole",
    ///             "Resource": "*"
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
    ///             "Action": "iam:PassRole",
    ///             "Resource": "arn:aws:iam::111122223333:role/app-role",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "iam:PassedToService": "ecs-tasks.amazonaws.com"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM Access Analyzer policy check reference, 2025; which conditions are enough, from its findings on AWS managed policies, March 2026.
    PASS_ROLE_WITH_STAR_IN_RESOURCE {
        title: "Pass role with a star in Resource",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: analyzer_reference!("security-warning-pass-role-with-star-in-resource"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    report(&CHECK, ctx, &PASS_ROLE, Through::Name, false, findings);
}
