//! `iam:CreateServiceLinkedRole` with a star in Action and Resource.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::reach::Through;
use super::role_grant::{CREATE_SERVICE_LINKED_ROLE, report};
use crate::engine::policy::PolicyKind;

declare_check! {
    /// ## What it checks
    ///
    /// No `Allow` statement includes `iam:CreateServiceLinkedRole` by a pattern on every role: `*`, or an ARN such as `arn:aws:iam::*:role/*`, unless a condition demands `iam:AWSServiceName`.
    /// A condition with `IfExists` demands nothing.
    ///
    /// ## Why it matters
    ///
    /// A service-linked role lets an AWS service act in the account, with permissions that the service has chosen.
    /// Who needs one, needs it for one service.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "iam:CreateService*",
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
    ///             "Action": "iam:CreateServiceLinkedRole",
    ///             "Resource": "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM Access Analyzer policy check reference, 2025; which conditions are enough, from its findings on AWS managed policies, March 2026.
    CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE {
        title: "Create service-linked role with a star in Action and Resource",
        finding_type: Warning,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: analyzer_reference!("general-warning-create-slr-with-star-in-action-and-resource"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    report(
        &CHECK,
        ctx,
        &CREATE_SERVICE_LINKED_ROLE,
        Through::Wildcard,
        false,
        findings,
    );
}
