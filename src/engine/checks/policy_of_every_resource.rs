//! Resource policies that can be written everywhere.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::wording::{listed_briefly, quoted};
use crate::engine::meaning::denied_everywhere;
use crate::engine::policy::{ActionPattern, Element, Entry, PolicyKind, Statement, action_covers};

declare_check! {
    /// ## What it checks
    ///
    /// An action that writes the policy of a resource, such as `s3:PutBucketPolicy` or `kms:PutKeyPolicy`, is not allowed on `*` without a condition.
    /// Patterns for all of a service, such as `s3:*`, are left out: they say what they give.
    ///
    /// ## Why it matters
    ///
    /// Who writes the policy of a bucket or key decides who may use it, people of other accounts too, and can give it to themselves.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:PutBucketPolicy",
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
    ///             "Action": "s3:PutBucketPolicy",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Public research on privilege escalation and exfiltration in AWS: Rhino Security Labs, 2018; Endgame by Salesforce, 2021.
    POLICY_OF_EVERY_RESOURCE {
        title: "Policies of every resource",
        finding_type: SecurityWarning,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: false,
        learn_more: user_guide!("access_policies_identity-vs-resource.html"),
        run: run,
    }
}

/// Actions that write who may use a resource, and what that resource is.
///
/// Source: Salesforce, Endgame, list of the resource types that can be exposed, 2021; the names by the service authorization reference, October 2026.
const WRITERS: [(&str, &str); 10] = [
    ("ecr:SetRepositoryPolicy", "repositories"),
    ("elasticfilesystem:PutFileSystemPolicy", "file systems"),
    ("glacier:SetVaultAccessPolicy", "vaults"),
    ("kms:PutKeyPolicy", "keys"),
    ("lambda:AddPermission", "functions"),
    ("s3:PutBucketAcl", "buckets"),
    ("s3:PutBucketPolicy", "buckets"),
    ("secretsmanager:PutResourcePolicy", "secrets"),
    ("sns:AddPermission", "topics"),
    ("sqs:AddPermission", "queues"),
];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let denied = denied_everywhere(&ctx.policy);
    let is_denied = |action: &str| denied.iter().any(|entry| action_covers(entry, action));
    let statements = ctx.policy.statements().iter();
    for statement in statements.filter(|statement| is_unlimited(statement)) {
        let mut found: Vec<(Entry, &str)> = Vec::new();
        for entry in statement.entries(Element::Action) {
            let written = WRITERS
                .iter()
                .find(|(action, _)| opens(&entry.text, action) && !is_denied(action));
            found.extend(written.map(|(_, resources)| (entry, *resources)));
        }
        findings.extend(finding(ctx, &found));
    }
}

fn is_unlimited(statement: &Statement) -> bool {
    let mut resources = statement.entries(Element::Resource);
    statement.allows()
        && !statement.has(Element::Condition)
        && resources.any(|entry| entry.text == "*")
}

/// Whether the entry is about the action, and not about all of its service.
fn opens(entry: &str, action: &str) -> bool {
    let pattern = ActionPattern::new(entry);
    let is_whole = pattern.name().bytes().all(|byte| byte == b'*');
    !is_whole && action_covers(entry, action)
}

fn finding(ctx: &Context, found: &[(Entry, &str)]) -> Option<Finding> {
    let (_, resources) = found.first()?;
    let names = listed_briefly(found.iter().map(|(entry, _)| &*entry.text));
    let what = match found.iter().all(|(_, other)| other == resources) {
        true => (*resources).to_owned(),
        false => "resources".to_owned(),
    };
    let verb = if found.len() == 1 {
        "decides"
    } else {
        "decide"
    };
    Some(CHECK.finding(
        found.iter().map(|(entry, _)| ctx.location(entry.node)),
        format!("On {}, {names} {verb} who may use all {what}.", quoted("*")),
        "Whoever writes their policies can open them to other accounts, and to themselves.",
        "Name the resources whose policies have to be written.",
    ))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean};
    use super::CHECK;

    fn allow(actions: &str, rest: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "Allow", "Action": {actions}, "Resource": {rest}}}]}}"#
        )
    }

    #[test]
    fn is_about_the_actions() {
        check(
            &CHECK,
            &allow(
                r#"["s3:GetObject", «"s3:putBucketPolicy"», «"kms:Put*"», "s3:*", "*"]"#,
                r#""*""#,
            ),
        );
    }

    #[test]
    fn names_conditions_and_denials_limit_it() {
        for rest in [
            r#""arn:aws:s3:::a""#,
            r#""*", "Condition": {"Bool": {"aws:SecureTransport": "true"}}"#,
            r#""*"}, {"Effect": "Deny", "Action": "s3:PutBucket*", "Resource": "*""#,
        ] {
            check_clean(&CHECK, &allow(r#""s3:PutBucketPolicy""#, rest));
        }
    }
}
