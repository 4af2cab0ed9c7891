//! Statements with the same name, where AWS rejects that.

use super::context::Context;
use super::declare::{Check, analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::wording::quoted;
use crate::engine::policy::{Element, Entry, PolicyKind, Statement};
use std::collections::{HashMap, HashSet};

declare_check! {
    /// ## What it checks
    ///
    /// No two statements have the same `Sid`; capital letters count.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a policy in which two statements have one name.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Sid": "Read",
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         },
    ///         {
    ///             "Sid": "Read",
    ///             "Effect": "Allow",
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket"
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
    ///             "Sid": "Read",
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         },
    ///         {
    ///             "Sid": "List",
    ///             "Effect": "Allow",
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "IAM JSON policy elements: Sid", 2025.
    UNIQUE_SIDS_REQUIRED {
        title: "Sids must be unique",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[
            PolicyKind::Identity,
            PolicyKind::Trust,
            PolicyKind::Scp,
            PolicyKind::Rcp,
            PolicyKind::Boundary,
            PolicyKind::Session,
        ],
        has_fix: true,
        learn_more: analyzer_reference!("error-unique-sids-required"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let why = "AWS rejects a policy in which two statements have one name.";
    report_shared_sids(&CHECK, ctx, why, findings);
}

/// One finding for each name that several statements share, in the order of the text.
pub(super) fn report_shared_sids(
    check: &Check,
    ctx: &Context,
    why: &str,
    findings: &mut Vec<Finding>,
) {
    let taken: HashSet<String> = sids(ctx).map(|sid| sid.text.into_owned()).collect();
    for shared in groups(ctx).into_iter().filter(|group| group.len() > 1) {
        let name = shared.first().map(|sid| &*sid.text).unwrap_or_default();
        let count = shared.len();
        let finding = check.finding(
            shared.iter().map(|sid| ctx.location(sid.node)),
            format!("{count} statements have the Sid {}.", quoted(name)),
            why,
            "Give each statement a name of its own, or none.",
        );
        let free_names = free_names(name, &taken);
        let renamed = shared
            .iter()
            .skip(1)
            .zip(free_names)
            .map(|(sid, name)| replace_text(ctx.tree, sid.node, &name));
        findings.push(finding.mended_by(Fix::choice("Number the later ones", renamed)));
    }
}

fn sids<'c>(ctx: &'c Context) -> impl Iterator<Item = Entry<'c>> {
    let named = ctx
        .policy
        .statements()
        .iter()
        .filter_map(|statement: &Statement<'c>| statement.entry(Element::Sid));
    named.filter(|sid| !sid.text.is_empty() && ctx.is_settled(sid.node))
}

/// The Sids, those that are equal together, each group at the place of its first.
fn groups<'c>(ctx: &'c Context) -> Vec<Vec<Entry<'c>>> {
    let mut groups: Vec<Vec<Entry>> = Vec::new();
    let mut places = HashMap::new();
    for sid in sids(ctx) {
        let place = *places.entry(sid.text.clone()).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(sid),
            None => groups.push(vec![sid]),
        }
    }
    groups
}

/// The name with numbers behind it, counted from 2, without those that are taken.
fn free_names<'n>(name: &'n str, taken: &'n HashSet<String>) -> impl Iterator<Item = String> + 'n {
    let numbered = (2..).map(move |number: usize| format!("{name}{number}"));
    numbered.filter(|candidate| !taken.contains(candidate))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_as, check_clean, check_fix};
    use super::{CHECK, PolicyKind};

    #[test]
    fn one_finding_names_all_statements_that_share_a_name() {
        check(
            &CHECK,
            r#"{"Statement": [{"Sid": «"A"»}, {"Sid": "B"}, {"Sid": «"A"»}, {"Sid": "a"}, {"Sid": ""}, {"Sid": ""}]}"#,
        );
        check_as(
            PolicyKind::Scp,
            &CHECK,
            r#"{"Statement": [{"Sid": «"A"»}, {"Sid": «"\u0041"»}]}"#,
        );
    }

    #[test]
    fn leaves_resource_policies_to_the_twin() {
        let statement = r#"{"Sid": "A", "Principal": "*", "Action": "s3:*"}"#;
        check_clean(
            &CHECK,
            &format!(r#"{{"Statement": [{statement}, {statement}]}}"#),
        );
    }

    #[test]
    fn numbers_the_later_ones_past_the_names_that_are_taken() {
        check_fix(
            &CHECK,
            r#"{"Statement": [{"Sid": "A"}, {"Sid": "A"}, {"Sid": "A2"}, {"Sid": "A"}]}"#,
            r#"{"Statement": [{"Sid": "A"}, {"Sid": "A3"}, {"Sid": "A2"}, {"Sid": "A4"}]}"#,
        );
    }
}
