//! Blanks at the beginning or the end of a value.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{Element, Entry, KeyTest, Statement};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// Resources, principals and the values of conditions do not begin or end with a blank.
    ///
    /// ## Why it matters
    ///
    /// Such a blank comes in when text is copied.
    /// AWS keeps it as part of the name, so that the entry matches nothing.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/* "
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
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Policies as people publish them, 2026.
    SURROUNDING_SPACE {
        title: "Space at the end",
        finding_type: Warning,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("reference_policies_elements_resource.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let named = ctx.policy.statements().iter().flat_map(named);
    let compared = ctx.policy.tests().iter().flat_map(KeyTest::entries);
    let padded = named.chain(compared).filter(|entry| is_padded(&entry.text));
    let padded = padded.filter(|entry| ctx.is_settled(entry.node));
    findings.extend(padded.map(|entry| finding(ctx, &entry)));
}

/// The resources and principals; the prefix of an ARN and the names of actions are other checks' business.
fn named<'t>(statement: &Statement<'t>) -> Vec<Entry<'t>> {
    let resources = [Element::Resource, Element::NotResource];
    let resources = resources.into_iter().flat_map(|one| statement.entries(one));
    let resources = resources.filter(|entry| !entry.text.starts_with(char::is_whitespace));
    let principals = statement.principals().into_iter();
    resources
        .chain(principals.map(|principal| principal.entry))
        .collect()
}

fn is_padded(text: &str) -> bool {
    !text.trim().is_empty() && text.trim().len() < text.len()
}

fn finding(ctx: &Context, entry: &Entry) -> Finding {
    let text = &*entry.text;
    let place = match (
        text.starts_with(char::is_whitespace),
        text.ends_with(char::is_whitespace),
    ) {
        (true, true) => "begins and ends",
        (true, false) => "begins",
        _ => "ends",
    };
    let finding = CHECK.finding(
        [ctx.location(entry.node)],
        format!("{} {place} with a blank.", quoted(text)),
        "AWS takes the blank for a part of the name, so that this most likely matches nothing.",
        "Take the blank out.",
    );
    let front = text.len() - text.trim_start().len();
    let back = text.trim_end().len();
    let blanks = [0..front, back..text.len()]
        .into_iter()
        .filter(|blank| !blank.is_empty());
    let spans = blanks.filter_map(|blank| ctx.tree.decoded_range_to_span(entry.node, blank));
    finding.mended_by(Fix::choice("Take the blank out", spans.map(Edit::delete)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_entry() {
        check(
            &CHECK,
            r#"{"Statement": {"Resource": [«"arn:aws:s3:::a/* "», "arn:aws:s3:::a/b c/*", " "], "Condition": {"StringEquals": {"aws:username": [«" anna"», "ben"]}}}}"#,
        );
        check(
            &CHECK,
            r#"{"Statement": {"Principal": {"AWS": «"210987654321\t"»}, "Action": "s3:*"}}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"Sid": "a ", "Action": "s3:GetObject "}}"#,
        );
    }

    #[test]
    fn takes_the_blank_out() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Condition": {"StringEquals": {"aws:username": " anna  "}}}}"#,
            r#"{"Statement": {"Condition": {"StringEquals": {"aws:username": "anna"}}}}"#,
        );
    }
}
