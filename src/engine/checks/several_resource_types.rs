//! Statements that are several in one: groups of actions and resources that have nothing to do with each other.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fit::Fit;
use super::fix::Fix;
use super::split::{copy_for, list};
use crate::engine::policy::Entry;
use crate::engine::syntax::NodeId;

declare_check! {
    /// ## What it checks
    ///
    /// A statement is not made of three or more groups of actions and resources that cannot be used together.
    ///
    /// ## Why it matters
    ///
    /// Most combinations of an action and a resource mean nothing there, and nobody sees which ones are meant.
    /// A condition, or a new entry, falls on all groups alike.
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
    ///                 "iam:GetRole",
    ///                 "sqs:SendMessage",
    ///                 "sns:Publish"
    ///             ],
    ///             "Resource": [
    ///                 "arn:aws:iam::111122223333:role/orders",
    ///                 "arn:aws:sqs:us-east-1:111122223333:orders",
    ///                 "arn:aws:sns:us-east-1:111122223333:orders"
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
    ///             "Action": "iam:GetRole",
    ///             "Resource": "arn:aws:iam::111122223333:role/orders"
    ///         },
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "sqs:SendMessage",
    ///             "Resource": "arn:aws:sqs:us-east-1:111122223333:orders"
    ///         },
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "sns:Publish",
    ///             "Resource": "arn:aws:sns:us-east-1:111122223333:orders"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// The resource types of actions: service authorization reference, by the AWS reference of this editor; the number of groups is this editor's choice.
    SEVERAL_RESOURCE_TYPES {
        title: "Several resource types in one statement",
        finding_type: Suggestion,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("reference_policies_elements_resource.html"),
        run: run,
    }
}

/// Two groups, such as a bucket and its objects, are easily read together.
const FEWEST_GROUPS: usize = 3;

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for fit in ctx.fits() {
        let groups = groups(fit);
        if groups.len() >= FEWEST_GROUPS {
            findings.push(finding(ctx, fit, &groups));
        }
    }
}

/// Actions and resources that belong together, in the order of the text.
struct Group<'c> {
    actions: Vec<Entry<'c>>,
    resources: Vec<Entry<'c>>,
}

/// The groups in the order of their first actions; what fits nothing is in none of them.
fn groups<'c>(fit: &Fit<'c>) -> Vec<Group<'c>> {
    let mut root: Vec<usize> = (0..fit.resources.len()).collect();
    for one in &fit.uses {
        let roots = one
            .resources
            .iter()
            .filter_map(|place| root.get(*place).copied());
        let roots: Vec<usize> = roots.collect();
        let Some(least) = roots.iter().min().copied() else {
            continue;
        };
        for other in root.iter_mut().filter(|other| roots.contains(other)) {
            *other = least;
        }
    }
    let mut numbers: Vec<usize> = Vec::new();
    let mut groups: Vec<Group> = Vec::new();
    for one in &fit.uses {
        let first = one.resources.first().and_then(|place| root.get(*place));
        let Some(number) = first.copied() else {
            continue;
        };
        let known = numbers.iter().position(|other| *other == number);
        match known.and_then(|place| groups.get_mut(place)) {
            Some(group) => group.actions.push(one.entry.clone()),
            None => {
                numbers.push(number);
                groups.push(Group {
                    actions: vec![one.entry.clone()],
                    resources: of_root(fit, &root, number),
                });
            }
        }
    }
    groups
}

fn of_root<'c>(fit: &Fit<'c>, root: &[usize], number: usize) -> Vec<Entry<'c>> {
    let resources = fit.resources.iter().zip(root);
    let resources = resources.filter(|(_, root)| **root == number);
    resources.map(|(named, _)| named.entry.clone()).collect()
}

fn finding(ctx: &Context, fit: &Fit, groups: &[Group]) -> Finding {
    let firsts = groups.iter().filter_map(|group| group.actions.first());
    let finding = CHECK.finding(
        firsts.map(|entry| ctx.location(entry.node)),
        format!(
            "This statement is {} in one: its actions and resources fall into {} groups that cannot be used together.",
            groups.len(),
            groups.len()
        ),
        "Most combinations mean nothing, and a condition or a new entry falls on all of them alike.",
        "Give each group a statement of its own.",
    );
    finding.mended_by(split(ctx, fit, groups))
}

/// Leaves the first group where it is, with what belongs to none, and gives each other one a statement.
fn split(ctx: &Context, fit: &Fit, groups: &[Group]) -> Option<Fix> {
    let (_, others) = groups.split_first()?;
    let moved = |entries: Vec<&Entry>| {
        let mut nodes: Vec<NodeId> = entries.iter().map(|entry| entry.node).collect();
        nodes.sort();
        ctx.tree.remove_elements(&nodes)
    };
    let actions = moved(others.iter().flat_map(|group| &group.actions).collect());
    let resources = moved(others.iter().flat_map(|group| &group.resources).collect());
    let copies: Option<Vec<_>> = others
        .iter()
        .map(|group| {
            let resources = list(ctx, &group.resources);
            copy_for(ctx, &fit.statement, &group.actions, &resources)
        })
        .collect();
    let removals = actions.iter().chain(resources.iter()).cloned();
    Fix::choice("Split by resource type", removals.chain(copies?))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn marks_the_first_action_of_each_group() {
        check(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": [«"iam:GetUser"», «"iam:CreateRole"», "iam:GetRole", «"iam:GetInstanceProfile"»], "Resource": ["arn:aws:iam::1:role/a", "arn:aws:iam::1:user/b", "arn:aws:iam::1:instance-profile/*"]}]}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": ["s3:ListBucket", "s3:GetObject"], "Resource": ["arn:aws:s3:::a", "arn:aws:s3:::a/*"]}, {"Effect": "Allow", "Action": "iam:*", "Resource": ["arn:aws:iam::1:role/a", "arn:aws:iam::1:user/b", "arn:aws:iam::1:instance-profile/*"]}]}"#,
        );
    }

    #[test]
    fn gives_each_group_a_statement() {
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": ["iam:GetUser", "iam:CreateRole", "iam:ListRoles", "iam:GetInstanceProfile"], "Resource": ["arn:aws:iam::1:role/a", "arn:aws:iam::1:user/b", "arn:aws:iam::1:instance-profile/*"]}]}"#,
            r#"{"Statement": [{"Effect": "Allow", "Action": ["iam:GetUser", "iam:ListRoles"], "Resource": ["arn:aws:iam::1:user/b"]}, {"Effect": "Allow", "Action": ["iam:CreateRole"], "Resource": ["arn:aws:iam::1:role/a"]}, {"Effect": "Allow", "Action": ["iam:GetInstanceProfile"], "Resource": ["arn:aws:iam::1:instance-profile/*"]}]}"#,
        );
    }
}
