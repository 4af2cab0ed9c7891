//! Copies of AWS managed policies as they were some time ago.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::managed_copy::{Copied, actions_of};
use super::wording::{listed, quoted};
use crate::engine::catalog::ManagedPolicy;
use crate::engine::policy::PolicyKind;
use crate::engine::syntax::{Style, format, parse};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A policy does not allow exactly what a known AWS managed policy allowed before AWS changed it.
    ///
    /// ## Why it matters
    ///
    /// AWS adds to its policies what its services come to need.
    /// A copy stays as it is, and what it lacks shows only when something fails.
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
    ///                 "logs:CreateLogGroup",
    ///                 "logs:CreateLogStream",
    ///                 "logs:PutLogEvents",
    ///                 "ec2:CreateNetworkInterface",
    ///                 "ec2:DescribeNetworkInterfaces",
    ///                 "ec2:DeleteNetworkInterface"
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
    ///             "Action": [
    ///                 "logs:CreateLogStream",
    ///                 "logs:PutLogEvents"
    ///             ],
    ///             "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/aws/lambda/orders:*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// The AWS managed policies that come with this editor, with their history; which ones and from where stands in their provenance.
    OUTDATED_MANAGED_POLICY {
        title: "Outdated copy of an AWS managed policy",
        finding_type: Suggestion,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: user_guide!("access_policies_managed-vs-inline.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let outdated = ctx.managed_copy().filter(|copied| !copied.is_current());
    findings.extend(outdated.map(|copied| finding(ctx, copied)));
}

fn finding(ctx: &Context, copied: &Copied) -> Finding {
    let finding = CHECK.finding(
        [ctx.document()],
        format!(
            "This is AWS's own policy {} as it was {}; today's {}{}.",
            quoted(copied.current.name),
            copied.dated(),
            copied.current.version,
            difference(copied)
        ),
        "A copy stays as it is when AWS adds what its services come to need.",
        copied.help(),
    );
    finding.mended_by(update(ctx, &copied.current))
}

/// How many actions a message names.
const MOST_NAMED: usize = 4;

/// What today's version has come to allow, as the rest of a sentence.
fn difference(copied: &Copied) -> String {
    let (before, now) = (actions_of(&copied.version), actions_of(&copied.current));
    let added: Vec<&str> = now.difference(&before).map(String::as_str).collect();
    match added.len() {
        0 => " allows something else".to_owned(),
        count if count > MOST_NAMED => format!(" has {count} more actions"),
        _ => format!(" has {} as well", listed(added)),
    }
}

/// Puts the current document in the place of this one.
fn update(ctx: &Context, current: &ManagedPolicy) -> Option<Fix> {
    let root = ctx.policy.object()?;
    let document = format(&parse(current.document), Style::Indented(4))?;
    let edit = Edit::replace(ctx.tree.span(root), document.trim_end());
    Fix::choice(format!("Update to {}", current.version), [edit])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{catalog, check_clean, findings_with};
    use super::super::{Finding, Options};
    use super::CHECK;

    fn version(name: &str, id: &str) -> String {
        let mut versions = catalog().managed_policies();
        let found = versions.find(|policy| policy.name == name && policy.version == id);
        found
            .map(|policy| policy.document.to_owned())
            .unwrap_or_default()
    }

    fn found(document: &str) -> Vec<Finding> {
        findings_with(&CHECK, document, &Options::default())
    }

    #[test]
    fn tells_an_older_version_by_what_it_allows_and_offers_the_current_one() {
        let copy = version("AWSBatchServiceRole", "v12").replace(r#"["*"]"#, r#""*""#);
        let messages: Vec<_> = found(&copy)
            .into_iter()
            .map(|one| (one.message, one.fixes.len()))
            .collect();
        for part in ["(v12, 2021-12-07)", "`ec2:DescribeSpotFleetRequestHistory`"] {
            let says = |(message, fixes): &(String, usize)| message.contains(part) && *fixes == 1;
            assert!(
                messages.len() == 1 && messages.iter().all(says),
                "{messages:?}"
            );
        }
    }

    #[test]
    fn a_policy_that_differs_or_is_of_today_is_no_outdated_copy() {
        let copy = version("AWSBatchServiceRole", "v12");
        check_clean(
            &CHECK,
            &copy.replace("ec2:DescribeImages", "ec2:DescribeVolumes"),
        );
        let current = catalog().managed_policy("AWSBatchServiceRole");
        check_clean(
            &CHECK,
            current.map(|policy| policy.document).unwrap_or_default(),
        );
    }
}
