//! `iam:PassRole` with a star in Resource, and NotAction.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::reach::Through;
use super::role_grant::{PASS_ROLE, report};
use crate::engine::policy::PolicyKind;

declare_check! {
    /// ## What it checks
    ///
    /// No `Allow` statement has a `NotAction` that does not leave out `iam:PassRole` on every role: `*`, or an ARN such as `arn:aws:iam::*:role/*`, unless a condition demands `iam:PassedToService`.
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
    ///             "NotAction": [
    ///                 "s3:*",
    ///                 "iam:CreateServiceLinkedRole"
    ///             ],
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
    ///             "NotAction": [
    ///                 "s3:*",
    ///                 "iam:*"
    ///             ],
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM Access Analyzer policy check reference, 2025; which conditions are enough, from its findings on AWS managed policies, March 2026.
    PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION {
        title: "Pass role with a star in Resource, and NotAction",
        finding_type: SecurityWarning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: analyzer_reference!("security-warning-pass-role-with-star-in-resource-and-not-action"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    report(&CHECK, ctx, &PASS_ROLE, Through::NotAction, false, findings);
}
