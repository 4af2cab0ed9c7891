//! Keys of one operator that differ only in the case of letters.

use super::declare::{analyzer_reference, declare_check};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::condition_operators::operators;
use super::context::Context;
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::delete_member;
use super::wording::listed;
use crate::engine::policy::values_of;
use crate::engine::syntax::Member;
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// Under one operator, no two condition keys are the same but for the case of their letters.
    ///
    /// ## Why it matters
    ///
    /// AWS compares condition keys without case, so one key would stand there twice, and AWS rejects the policy.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    ///             "Condition": {
    ///                 "StringLike": {"s3:prefix": "home/*", "s3:Prefix": "public/*"}
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
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    ///             "Condition": {"StringLike": {"s3:prefix": ["home/*", "public/*"]}}
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Condition", 2025;
    /// IAM Access Analyzer, policy check reference, 2025.
    DUPLICATE_KEYS_WITH_DIFFERENT_CASE {
        title: "Duplicate keys with different case",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-duplicate-keys-with-different-case"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    for operator in operators(ctx) {
        let groups = same_keys(ctx, operator.member);
        findings.extend(groups.iter().map(|keys| finding(ctx, keys)));
    }
}

/// The keys that stand under an operator more than once, in different spellings; in the order of the text.
fn same_keys(ctx: &Context, operator: Member) -> Vec<Vec<Member>> {
    let mut by_name: BTreeMap<String, Vec<Member>> = BTreeMap::new();
    for key in ctx.tree.members(operator.value) {
        let name = ctx.tree.key_text(key).to_ascii_lowercase();
        by_name.entry(name).or_default().push(key);
    }
    let spelled_differently = |keys: &Vec<Member>| {
        let spellings = keys.iter().map(|key| ctx.tree.key_text(*key));
        spellings.collect::<BTreeSet<_>>().len() > 1
    };
    let mut groups: Vec<Vec<Member>> = by_name.into_values().filter(spelled_differently).collect();
    groups.sort_by_key(|keys| keys.first().map(|key| key.node));
    groups
}

fn finding(ctx: &Context, keys: &[Member]) -> Finding {
    let spellings: Vec<_> = keys.iter().map(|key| ctx.tree.key_text(*key)).collect();
    let finding = CHECK.finding(
        keys.iter().map(|key| ctx.location(key.key)),
        format!(
            "{} are one condition key.",
            listed(spellings.iter().map(|spelling| &**spelling))
        ),
        "AWS compares condition keys without case, and rejects a key that stands twice under an operator.",
        "Write the key once, with a list of all its values.",
    );
    finding.mended_by(merging(ctx, keys))
}

/// Puts all values under the first spelling.
fn merging(ctx: &Context, keys: &[Member]) -> Option<Fix> {
    let (first, others) = keys.split_first()?;
    let mut values: Vec<Cow<str>> = Vec::new();
    for value in keys.iter().flat_map(|key| values_of(ctx.tree, key.value)) {
        let written = ctx.written(ctx.tree.span(value));
        if !values.contains(&written) {
            values.push(written);
        }
        if values.len() > MOST_VALUES {
            return None;
        }
    }
    let list = format!("[{}]", values.join(", "));
    let removals = others.iter().map(|key| delete_member(ctx.tree, *key));
    let edits = std::iter::once(Edit::replace(ctx.tree.span(first.value), list)).chain(removals);
    let name = ctx.tree.key_text(*first);
    Fix::choice(format!("Put all values under {name}"), edits)
}

/// Longer lists are not merged: each value would be compared with all others.
const MOST_VALUES: usize = 100;

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn statement(condition: &str) -> String {
        format!(r#"{{"Statement": {{"Effect": "Allow", "Condition": {condition}}}}}"#)
    }

    #[test]
    fn is_about_every_spelling() {
        check(
            &CHECK,
            &statement(
                r#"{"StringLike": {«"s3:prefix"»: "a", «"s3:Prefix"»: "b", "k": "c"}, "StringEquals": {"S3:PREFIX": "d"}}"#,
            ),
        );
    }

    #[test]
    fn leaves_one_spelling_to_the_errors_of_syntax() {
        check_clean(
            &CHECK,
            &statement(r#"{"StringLike": {"k": "a", "k": "b"}}"#),
        );
    }

    #[test]
    fn puts_the_values_under_the_first_spelling() {
        check_fix(
            &CHECK,
            &statement(r#"{"StringLike": {"k": "a", "l": "x", "K": ["b", "a"]}}"#),
            &statement(r#"{"StringLike": {"k": ["a", "b"], "l": "x"}}"#),
        );
    }
}
