//! Actions written in another case than AWS writes them.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::named_action::NamedAction;
use super::rewrite::replace_text;
use super::wording::quoted;
use crate::engine::policy::Entry;

declare_check! {
    /// ## What it checks
    ///
    /// Actions are written with the capital letters that AWS uses.
    /// The prefix of the service may stand in any case: AWS's own pages have `SNS:Publish` and `s3:…` side by side.
    ///
    /// ## Why it matters
    ///
    /// AWS ignores case in the names of actions, so the policy works as it is.
    /// People and tools that search for AWS's spelling miss the others.
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
    ///                 "ec2:createVolume",
    ///                 "ec2:AttachVolume"
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
    ///                 "ec2:CreateVolume",
    ///                 "ec2:AttachVolume"
    ///             ],
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Action", 2025; the spelling by the AWS reference of this editor.
    ACTION_SPELLING {
        title: "Spelling of an action",
        finding_type: Suggestion,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("reference_policies_elements_action.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let odd = ctx.named_actions().iter().filter_map(misspelt);
    let odd: Vec<_> = odd
        .filter(|(entry, _)| ctx.is_settled(entry.node))
        .collect();
    if !odd.is_empty() {
        findings.push(finding(ctx, &odd));
    }
}

/// The entry and AWS's spelling, where that is another.
fn misspelt<'t>(named: &NamedAction<'t>) -> Option<(Entry<'t>, String)> {
    let action = named.action?;
    let (_, name) = named.entry.text.split_once(':')?;
    (action.name() != name).then(|| (named.entry.clone(), action.to_string()))
}

fn finding(ctx: &Context, odd: &[(Entry, String)]) -> Finding {
    let first = odd
        .first()
        .map(|(entry, spelling)| (&*entry.text, spelling.as_str()));
    let (written, spelling) = first.unwrap_or_default();
    let more = match odd.len() {
        0 | 1 => String::new(),
        2 => "; one more entry is written otherwise, too".to_owned(),
        count => format!("; {} more entries are written otherwise, too", count - 1),
    };
    let finding = CHECK.finding(
        odd.iter().map(|(entry, _)| ctx.location(entry.node)),
        format!("AWS writes {} as {}{more}.", quoted(written), quoted(spelling)),
        "It works as it is, because AWS ignores case here; people and tools find it more easily in AWS's spelling.",
        "Use AWS's spelling.",
    );
    let edits = odd
        .iter()
        .map(|(entry, spelling)| replace_text(ctx.tree, entry.node, spelling));
    finding.mended_by(Fix::choice("Use AWS's spelling", edits))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn marks_what_aws_writes_otherwise() {
        check(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": [«"ec2:createVolume"», "ec2:AttachVolume", «"EC2:deleteVolume"», "EC2:DeleteVolume", "ec2:describe*", "ec2:frobnicate"], "Resource": "*"}]}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"Action": "<service>:getobject"}}"#,
        );
    }

    #[test]
    fn writes_all_of_a_policy_as_aws_does() {
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Effect": "Allow", "Action": ["ec2:createVolume", "ec2:DescribeNetworkACLs"], "Resource": "*"}, {"Effect": "Deny", "Action": "S3:getObject", "Resource": "*"}]}"#,
            r#"{"Statement": [{"Effect": "Allow", "Action": ["ec2:CreateVolume", "ec2:DescribeNetworkAcls"], "Resource": "*"}, {"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"}]}"#,
        );
    }
}
