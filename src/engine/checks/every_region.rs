//! Whole services allowed on everything, in every Region.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::insertion::add_test;
use super::wording::listed;
use crate::engine::policy::{ActionPattern, Element, Entry, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// A policy does not allow all actions of several regional services on everything without a word about the Region.
    ///
    /// ## Why it matters
    ///
    /// An installation mostly lives in one Region.
    /// A condition on it keeps a mistake, or somebody with the key, out of all the others.
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
    ///                 "autoscaling:*",
    ///                 "cloudformation:*",
    ///                 "cloudwatch:*",
    ///                 "ec2:*",
    ///                 "eks:*",
    ///                 "elasticloadbalancing:*"
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
    ///                 "autoscaling:*",
    ///                 "cloudformation:*",
    ///                 "cloudwatch:*",
    ///                 "ec2:*",
    ///                 "eks:*",
    ///                 "elasticloadbalancing:*"
    ///             ],
    ///             "Resource": "*",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "aws:RequestedRegion": "eu-central-1"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "AWS global condition context keys" (`aws:RequestedRegion`), 2025; the number of services is this editor's choice.
    EVERY_REGION {
        title: "Whole services in every Region",
        finding_type: Suggestion,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: user_guide!("reference_policies_condition-keys.html"),
        run: run,
    }
}

/// Services that answer from one Region whatever Region one works in, in alphabetical order.
///
/// Source: AWS's sample of a service control policy that allows Regions, 2026.
const GLOBAL: [&str; 19] = [
    "account",
    "aws-marketplace",
    "billing",
    "budgets",
    "ce",
    "cloudfront",
    "cur",
    "globalaccelerator",
    "health",
    "iam",
    "networkmanager",
    "organizations",
    "pricing",
    "route53",
    "route53domains",
    "shield",
    "sts",
    "support",
    "waf",
];

/// Fewer services than this are mostly a policy about just them.
const FEWEST_SERVICES: usize = 6;

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let open: Vec<(&Statement, Vec<Entry>)> = ctx
        .policy
        .statements()
        .iter()
        .filter(|statement| is_open(statement))
        .map(|statement| (statement, whole_services(statement)))
        .filter(|(_, whole)| !whole.is_empty())
        .collect();
    let whole: Vec<&Entry> = open.iter().flat_map(|(_, whole)| whole).collect();
    if whole.len() >= FEWEST_SERVICES {
        findings.push(finding(ctx, &open, &whole));
    }
}

fn is_open(statement: &Statement) -> bool {
    let mut resources = statement.entries(Element::Resource);
    statement.allows()
        && !statement.has(Element::Condition)
        && resources.any(|entry| entry.text == "*")
}

/// The entries such as `ec2:*`.
fn whole_services<'t>(statement: &Statement<'t>) -> Vec<Entry<'t>> {
    let entries = statement.entries(Element::Action).filter(|entry| {
        let action = ActionPattern::new(&entry.text);
        let service = action.service().unwrap_or_default().to_ascii_lowercase();
        let is_regional = !service.contains('*') && GLOBAL.binary_search(&&*service).is_err();
        action.name() == "*" && !service.is_empty() && is_regional
    });
    entries.collect()
}

fn finding(ctx: &Context, open: &[(&Statement, Vec<Entry>)], whole: &[&Entry]) -> Finding {
    let finding = CHECK.finding(
        whole.iter().map(|entry| ctx.location(entry.node)),
        format!("{} are allowed on everything, in every Region.", listed(whole.iter().map(|entry| &*entry.text))),
        "What is installed mostly lives in one Region; in all others the permission only does harm.",
        "Name the Region in a condition on `aws:RequestedRegion`.",
    );
    let is_all = |(statement, whole): &&(&Statement, Vec<Entry>)| {
        statement.entries(Element::Action).count() == whole.len()
    };
    // A statement with other actions may need another Region for them.
    let edits: Option<Vec<_>> = open
        .iter()
        .filter(is_all)
        .map(|(statement, _)| {
            add_test(
                ctx.tree,
                statement,
                "StringEquals",
                "aws:RequestedRegion",
                "{{region}}",
            )
        })
        .collect();
    let left = open
        .iter()
        .filter(|one| !is_all(one))
        .flat_map(|(_, whole)| whole)
        .count();
    let edits = edits.filter(|edits| !edits.is_empty() && left < FEWEST_SERVICES);
    finding.mended_by(
        edits.and_then(|edits| Fix::choice("In one Region, with `aws:RequestedRegion`", edits)),
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn counts_the_regional_services_of_all_statements() {
        check(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": [«"ec2:*"», «"eks:*"», «"rds:*"», «"ecs:*"», "iam:*"], "Resource": "*"}, {"Effect": "Allow", "Action": [«"sqs:*"», «"sns:*"», "s3:Get*"], "Resource": "*"}]}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": ["ec2:*", "eks:*", "sns:*", "iam:*", "route53:*"], "Resource": "*"}]}"#,
        );
    }

    #[test]
    fn demands_the_region_of_each_statement() {
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": ["ec2:*", "eks:*", "ecs:*", "rds:*", "sns:*"], "Resource": "*"}, {"Effect": "Allow", "Action": "sqs:*", "Resource": "*"}]}"#,
            r#"{"Statement": [{"Effect": "Allow", "Action": ["ec2:*", "eks:*", "ecs:*", "rds:*", "sns:*"], "Resource": "*", "Condition": {"StringEquals": {"aws:RequestedRegion": "{{region}}"}}}, {"Effect": "Allow", "Action": "sqs:*", "Resource": "*", "Condition": {"StringEquals": {"aws:RequestedRegion": "{{region}}"}}}]}"#,
        );
    }
}
