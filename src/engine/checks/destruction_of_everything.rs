//! Destructive actions allowed on every resource.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::listed;
use crate::engine::policy::{Element, Entry, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// Actions that destroy data or stop whole systems are not allowed on `*` by name without a condition.
    /// Actions that a pattern reaches are left to other checks.
    ///
    /// ## Why it matters
    ///
    /// One mistake, or one leaked key, takes down also what belongs to others.
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
    ///                 "ec2:DescribeInstances",
    ///                 "ec2:TerminateInstances"
    ///             ],
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": [
    ///                 "ec2:AttachVolume",
    ///                 "ec2:CreateVolume",
    ///                 "ec2:DeleteVolume"
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
    ///             "Action": "ec2:TerminateInstances",
    ///             "Resource": "arn:aws:ec2:us-east-1:111122223333:instance/*",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "aws:ResourceTag/team": "data"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Service authorization reference, 2026; the choice of actions is this editor's.
    DESTRUCTION_OF_EVERYTHING {
        title: "Destructive actions on everything",
        finding_type: Warning,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: user_guide!("best-practices.html"),
        run: run,
    }
}

/// Actions that destroy data or stop systems, in lower case and in alphabetical order; each takes a resource or a tag as limit.
///
/// Source: service authorization reference, 2026; the choice is this editor's.
const DESTRUCTIVE: [&str; 15] = [
    "autoscaling:deleteautoscalinggroup",
    "cloudformation:deletestack",
    "dynamodb:deletetable",
    "ec2:deletevolume",
    "ec2:terminateinstances",
    "ecs:deletecluster",
    "eks:deletecluster",
    "kms:schedulekeydeletion",
    "lambda:deletefunction",
    "rds:deletedbcluster",
    "rds:deletedbinstance",
    "s3:deletebucket",
    "s3:deleteobject",
    "secretsmanager:deletesecret",
    "sqs:deletequeue",
];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let open = ctx
        .policy
        .statements()
        .iter()
        .filter(|statement| statement.allows() && !statement.has(Element::Condition));
    findings.extend(open.filter_map(|statement| finding(ctx, statement)));
}

fn finding(ctx: &Context, statement: &Statement) -> Option<Finding> {
    let everything = statement
        .entries(Element::Resource)
        .find(|entry| entry.text == "*")?;
    let actions = statement.entries(Element::Action);
    let found: Vec<Entry> = actions
        .filter(|entry| {
            DESTRUCTIVE
                .binary_search(&&*entry.text.to_ascii_lowercase())
                .is_ok()
        })
        .collect();
    let verb = match found.as_slice() {
        [] => return None,
        [_] => "is",
        _ => "are",
    };
    let places = found
        .iter()
        .chain([&everything])
        .map(|entry| ctx.location(entry.node));
    let finding = CHECK.finding(
        places,
        format!(
            "{} {verb} allowed on everything.",
            listed(found.iter().map(|entry| &*entry.text))
        ),
        "One mistake, or one leaked key, takes down also what belongs to others.",
        "Name the resources, or demand a tag that only they have.",
    );
    let template = || {
        Fix::template(
            "Volumes of the instance's own only, instead",
            "genomics-ebs-autoscale",
        )
    };
    Some(finding.mended_by(is_about_volumes(statement).then(template)))
}

/// Whether a statement is what a program needs that gives its instance more volumes, as Amazon EBS Autoscale does.
fn is_about_volumes(statement: &Statement) -> bool {
    let actions: Vec<Entry> = statement.entries(Element::Action).collect();
    let names = |action: &str| {
        let mut actions = actions.iter();
        actions.any(|entry| entry.text.eq_ignore_ascii_case(action))
    };
    names("ec2:AttachVolume") && names("ec2:CreateVolume") && names("ec2:DeleteVolume")
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean};
    use super::CHECK;

    #[test]
    fn marks_the_actions_and_the_star() {
        check(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Action": [«"ec2:TerminateInstances"», "ec2:RunInstances", «"S3:deleteBucket"»], "Resource": [«"*"»]}}"#,
        );
        for elements in [
            r#""Action": "ec2:TerminateInstances", "Resource": "arn:aws:ec2:*:*:instance/*""#,
            r#""Action": "ec2:*", "Resource": "*""#,
            r#""Action": "ec2:TerminateInstances", "Resource": "*", "Condition": {}"#,
        ] {
            check_clean(
                &CHECK,
                &format!(r#"{{"Statement": {{"Effect": "Allow", {elements}}}}}"#),
            );
        }
    }

    #[test]
    fn the_actions_stand_in_order() {
        assert!(super::DESTRUCTIVE.is_sorted());
    }
}
