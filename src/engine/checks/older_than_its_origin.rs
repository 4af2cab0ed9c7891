//! Copies of published lists of actions that have become longer since.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::insertion::{add_entries, add_statement};
use super::reach::action_covers;
use super::wording::listed;
use crate::engine::policy::{Element, Entry, PolicyKind, Statement};

declare_check! {
    /// ## What it checks
    ///
    /// A statement that was copied from a known tool's instructions has the actions that the tool has come to need since.
    ///
    /// ## Why it matters
    ///
    /// The tool of today fails half-way with the list of some years ago.
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
    ///                 "ec2:AttachVolume",
    ///                 "ec2:CreateVolume",
    ///                 "ec2:DeleteVolume",
    ///                 "ec2:DescribeVolumes",
    ///                 "ec2:ModifyInstanceAttribute"
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
    /// ## Valid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": [
    ///                 "ec2:AttachVolume",
    ///                 "ec2:CreateTags",
    ///                 "ec2:CreateVolume",
    ///                 "ec2:DeleteVolume",
    ///                 "ec2:DescribeVolumes",
    ///                 "ec2:ModifyInstanceAttribute"
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
    /// Amazon EBS Autoscale, `bin/create-ebs-volume`, since 2.2.0 (June 2020); eksctl, "Minimum IAM policies", 2026.
    OLDER_THAN_ITS_ORIGIN {
        title: "Older than its origin",
        finding_type: Suggestion,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: user_guide!("access_policies_manage.html"),
        run: run,
    }
}

/// A published statement, as it was and as it is.
struct Origin {
    tool: &'static str,
    /// What gives a copy away: all of it.
    marks: &'static [&'static str],
    /// What has come to the same statement since.
    added: &'static [&'static str],
    /// What has come to another statement, on `*`.
    added_elsewhere: &'static [&'static str],
    template: Option<(&'static str, &'static str)>,
}

/// Sources: `bin/create-ebs-volume` of Amazon EBS Autoscale, since 2.2.0 (June 2020);
/// eksctl's user guide, "Minimum IAM policies", as of 2026 and, for the older list, as copied in January 2022.
const ORIGINS: [Origin; 2] = [
    Origin {
        tool: "Amazon EBS Autoscale",
        marks: &[
            "ec2:AttachVolume",
            "ec2:CreateVolume",
            "ec2:DeleteVolume",
            "ec2:DescribeVolumes",
            "ec2:ModifyInstanceAttribute",
        ],
        added: &["ec2:CreateTags"],
        added_elsewhere: &[],
        template: Some((
            "The tool's actions on its own volumes only, instead",
            "genomics-ebs-autoscale",
        )),
    },
    Origin {
        tool: "eksctl",
        marks: &[
            "iam:AddRoleToInstanceProfile",
            "iam:AttachRolePolicy",
            "iam:CreateInstanceProfile",
            "iam:CreateOpenIDConnectProvider",
            "iam:CreateRole",
            "iam:DeleteOpenIDConnectProvider",
            "iam:GetOpenIDConnectProvider",
            "iam:ListAttachedRolePolicies",
            "iam:PassRole",
        ],
        added: &["iam:TagOpenIDConnectProvider"],
        added_elsewhere: &["logs:PutRetentionPolicy"],
        template: None,
    },
];

/// More actions than this beyond the marks belong to another policy that happens to include them.
const MOST_OTHERS: usize = 20;

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let allowing = ctx.policy.statements().iter().filter(|one| one.allows());
    for statement in allowing {
        let entries: Vec<Entry> = statement.entries(Element::Action).collect();
        let origin = ORIGINS.iter().find(|origin| is_copy(origin, &entries));
        findings.extend(origin.and_then(|origin| finding(ctx, origin, statement, &entries)));
    }
}

fn is_copy(origin: &Origin, entries: &[Entry]) -> bool {
    let names = |action: &&str| {
        entries
            .iter()
            .any(|entry| entry.text.eq_ignore_ascii_case(action))
    };
    entries.len() <= origin.marks.len() + MOST_OTHERS && origin.marks.iter().all(names)
}

fn finding(
    ctx: &Context,
    origin: &Origin,
    statement: &Statement,
    entries: &[Entry],
) -> Option<Finding> {
    let missing = |actions: &'static [&'static str]| -> Vec<&'static str> {
        let actions = actions.iter().copied();
        actions.filter(|action| !is_allowed(ctx, action)).collect()
    };
    let (here, elsewhere) = (missing(origin.added), missing(origin.added_elsewhere));
    let first = entries.first()?;
    let all: Vec<&str> = here.iter().chain(&elsewhere).copied().collect();
    if all.is_empty() {
        return None;
    }
    let finding = CHECK.finding(
        [ctx.location(first.node)],
        format!(
            "This looks like an older list for {}, which by now needs {} as well.",
            origin.tool,
            listed(all.iter().copied())
        ),
        "The tool of today fails half-way without it.",
        "Add it, or take the list from the tool's own page anew.",
    );
    let template = origin.template.map(|(title, id)| Fix::template(title, id));
    Some(
        finding
            .mended_by(addition(ctx, statement, &here, &elsewhere))
            .mended_by(template),
    )
}

fn is_allowed(ctx: &Context, action: &str) -> bool {
    let mut allowing = ctx.policy.statements().iter().filter(|one| one.allows());
    allowing.any(|statement| {
        let mut entries = statement.entries(Element::Action);
        entries.any(|entry| action_covers(&entry.text, action))
    })
}

fn addition(
    ctx: &Context,
    statement: &Statement,
    here: &[&'static str],
    elsewhere: &[&'static str],
) -> Option<Fix> {
    let mut edits = Vec::new();
    if !here.is_empty() {
        let value = statement.element(Element::Action)?.value;
        edits.extend(add_entries(ctx.tree, value, here)?);
    }
    if !elsewhere.is_empty() {
        let actions: Vec<String> = elsewhere
            .iter()
            .map(|action| format!("\"{action}\""))
            .collect();
        let actions = format!("[{}]", actions.join(", "));
        let elements = [
            ("Effect", "\"Allow\""),
            ("Action", &*actions),
            ("Resource", "\"*\""),
        ];
        edits.push(add_statement(ctx.tree, statement.node, &elements)?);
    }
    Fix::choice("Add what it needs by now", edits)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn allow(actions: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "Allow", "Action": [{actions}], "Resource": "*"}}]}}"#
        )
    }

    const VOLUMES: &str = r#""ec2:createVolume", "ec2:attachVolume", "ec2:deleteVolume", "ec2:modifyInstanceAttribute", "ec2:describeVolumes""#;

    #[test]
    fn marks_the_first_action_of_an_older_list() {
        let marked = VOLUMES.replace(r#""ec2:createVolume""#, r#"«"ec2:createVolume"»"#);
        check(&CHECK, &allow(&marked));
        check_clean(&CHECK, &allow(&format!(r#"{VOLUMES}, "ec2:CreateT*""#)));
    }

    #[test]
    fn adds_what_is_missing_where_it_belongs() {
        check_fix(
            &CHECK,
            &allow(VOLUMES),
            &allow(&format!(r#"{VOLUMES}, "ec2:CreateTags""#)),
        );
        let eksctl = r#""iam:AddRoleToInstanceProfile", "iam:AttachRolePolicy", "iam:CreateInstanceProfile", "iam:CreateOpenIDConnectProvider", "iam:CreateRole", "iam:DeleteOpenIDConnectProvider", "iam:GetOpenIDConnectProvider", "iam:ListAttachedRolePolicies", "iam:PassRole""#;
        check_fix(
            &CHECK,
            &allow(eksctl),
            &allow(&format!(r#"{eksctl}, "iam:TagOpenIDConnectProvider""#)).replace(
                "}]}",
                r#"}, {"Effect": "Allow", "Action": ["logs:PutRetentionPolicy"], "Resource": "*"}]}"#,
            ),
        );
    }
}
