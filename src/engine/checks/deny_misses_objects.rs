//! Denied actions on objects that the statement's resources leave out.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::insertion::add_entries;
use super::reach::action_covers;
use super::wording::quoted;
use crate::engine::policy::{Arn, ArnField, Element, Entry, Statement, has_wildcard};

declare_check! {
    /// ## What it checks
    ///
    /// Where a `Deny` takes in actions on objects by a wildcard, such as `s3:Delete*`, its resources are not buckets alone.
    ///
    /// ## Why it matters
    ///
    /// The ARN of a bucket does not stand for what is in it: such a statement stops deleting the bucket, and not one of its objects.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Deny",
    ///             "Action": "s3:Delete*",
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
    ///             "Effect": "Deny",
    ///             "Action": "s3:Delete*",
    ///             "Resource": [
    ///                 "arn:aws:s3:::amzn-s3-demo-bucket",
    ///                 "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///             ]
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Amazon S3 User Guide, "Policy resources for Amazon S3", 2025.
    DENY_MISSES_OBJECTS {
        title: "Deny that misses the objects",
        finding_type: Warning,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("reference_policies_elements_resource.html"),
        run: run,
    }
}

/// What people mean to stop on objects.
///
/// Source: service authorization reference of Amazon S3, October 2026.
const ON_OBJECTS: [&str; 3] = ["s3:DeleteObject", "s3:PutObject", "s3:GetObject"];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let denying = ctx.policy.statements().iter().filter(|one| one.denies());
    findings.extend(denying.filter_map(|statement| finding(ctx, statement)));
}

fn finding(ctx: &Context, statement: &Statement) -> Option<Finding> {
    let buckets: Vec<Entry> = statement.entries(Element::Resource).collect();
    let first = buckets.first()?;
    let is_bucket = |entry: &Entry| is_bucket(&entry.text) && !ctx.is_open(entry.node);
    if !buckets.iter().all(is_bucket) {
        return None;
    }
    let mut actions = statement.entries(Element::Action);
    let (action, missed) = actions.find_map(|entry| {
        let mut known = ON_OBJECTS.into_iter();
        let missed = known.find(|action| action_covers(&entry.text, action));
        Some((entry.clone(), missed.filter(|_| has_wildcard(&entry.text))?))
    })?;
    let finding = CHECK.finding(
        [ctx.location(action.node), ctx.location(first.node)],
        format!(
            "{} on a bucket does not stop {}: that is used on objects.",
            quoted(&action.text),
            quoted(missed)
        ),
        "The ARN of a bucket does not stand for what is in it.",
        "Name the objects as well: the bucket's ARN with `/*` behind it.",
    );
    let value = statement.element(Element::Resource)?.value;
    let text = |entry: &Entry| ctx.template(ctx.tree.content_span(entry.node));
    let objects: Vec<String> = buckets
        .iter()
        .map(|entry| format!("{}/*", text(entry)))
        .collect();
    let edits = add_entries(ctx.tree, value, &objects)?;
    Some(finding.mended_by(Fix::choice("The objects as well: `/*`", edits)))
}

/// Whether an ARN can name a bucket and no object.
fn is_bucket(text: &str) -> bool {
    let arn = Arn::cut(text);
    let name = arn.field(ArnField::Resource).unwrap_or("*");
    arn.field(ArnField::Service) == Some("s3") && !name.contains(['/', '*', '$', ':'])
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn deny(action: &str, resource: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "Deny", "Action": {action}, "Resource": {resource}}}]}}"#
        )
    }

    #[test]
    fn marks_the_wildcard_and_the_bucket() {
        check(
            &CHECK,
            &deny(
                r#"["s3:PutBucket*", «"s3:Delete*"»]"#,
                r#"«"arn:aws:s3:::<bucket_name>"»"#,
            ),
        );
        for (action, resource) in [
            (
                r#""s3:Delete*""#,
                r#"["arn:aws:s3:::a", "arn:aws:s3:::a/*"]"#,
            ),
            (r#""s3:Delete*""#, r#""*""#),
            (r#""s3:DeleteBucket*""#, r#""arn:aws:s3:::a""#),
            (r#""s3:PutBucket*""#, r#""arn:aws:s3:::a""#),
        ] {
            check_clean(&CHECK, &deny(action, resource));
        }
    }

    #[test]
    fn names_the_objects_as_well() {
        check_fix(
            &CHECK,
            &deny(r#""s3:Delete*""#, r#""arn:aws:s3:::<bucket_name>""#),
            &deny(
                r#""s3:Delete*""#,
                r#"["arn:aws:s3:::<bucket_name>", "arn:aws:s3:::<bucket_name>/*"]"#,
            ),
        );
    }
}
