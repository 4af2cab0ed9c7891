//! Condition keys of tags that do not say which tag.

use super::conditions::{quoted_key, rename_key};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use crate::engine::policy::KeyTest;

declare_check! {
    /// ## What it checks
    ///
    /// A condition key such as `aws:ResourceTag`, `aws:RequestTag` or `aws:PrincipalTag` has a `/` and the key of a tag behind it.
    /// The same goes for the `ResourceTag` and `RequestTag` keys of single services.
    ///
    /// ## Why it matters
    ///
    /// Without a tag, there is nothing to compare with, and AWS rejects the policy.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "ec2:StartInstances",
    ///             "Resource": "arn:aws:ec2:*:111122223333:instance/*",
    ///             "Condition": {"StringEquals": {"aws:ResourceTag": "blue"}}
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
    ///             "Action": "ec2:StartInstances",
    ///             "Resource": "arn:aws:ec2:*:111122223333:instance/*",
    ///             "Condition": {"StringEquals": {"aws:ResourceTag/team": "blue"}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Controlling access to AWS resources using tags", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    MISSING_TAG_KEY_IN_CONDITION {
        title: "Missing tag key in condition",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-missing-tag-key-in-condition"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for test in ctx.policy.tests() {
        let key = test.nodes.key.key;
        if lacks_tag(&test.key) && ctx.is_settled(key) {
            let finding = CHECK.finding(
                [ctx.location(key)],
                format!("{} does not say which tag is meant.", quoted_key(ctx, test)),
                "The key of the tag is part of the condition key, and AWS rejects the policy without it.",
                "Add a `/` and the key of the tag, such as `aws:ResourceTag/team`.",
            );
            findings.push(finding.mended_by(with_tag(ctx, test)));
        }
    }
}

fn lacks_tag(key: &str) -> bool {
    let family = key.strip_suffix('/').unwrap_or(key);
    let Some((prefix, name)) = family.split_once(':') else {
        return false;
    };
    let of_aws = prefix.eq_ignore_ascii_case("aws") && name.eq_ignore_ascii_case("PrincipalTag");
    let names = ["ResourceTag", "RequestTag"];
    of_aws || names.iter().any(|one| name.eq_ignore_ascii_case(one))
}

/// Puts a stand-in for the tag behind the key.
fn with_tag(ctx: &Context, test: &KeyTest) -> Option<Fix> {
    let key = format!("{}/{{{{tag_key}}}}", test.key.trim_end_matches('/'));
    let edit = rename_key(ctx.tree, test, &key)?;
    Fix::choice("Add the key of a tag, to be filled in", [edit])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_the_key() {
        check(
            &CHECK,
            &statement(
                r#"{"StringEquals": {«"aws:ResourceTag"»: "a", «"AWS:requesttag/"»: "a", «"aws:PrincipalTag"»: "a", «"ssm:resourceTag"»: "a", "aws:ResourceTag/team": "a", "aws:TagKeys": "a", "ResourceTag": "a", "s3:PrincipalTag": "a"}}"#,
            ),
        );
    }

    #[test]
    fn adds_a_tag_to_be_filled_in() {
        check_fix(
            &CHECK,
            &statement(r#"{"StringEquals": {"aws:ResourceTag/": "a"}}"#),
            &statement(r#"{"StringEquals": {"aws:ResourceTag/{{tag_key}}": "a"}}"#),
        );
    }
}
