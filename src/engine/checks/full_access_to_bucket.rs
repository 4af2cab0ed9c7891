//! Everything that S3 has, allowed on a bucket.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::reach::action_covers;
use super::wording::quoted;
use crate::engine::policy::{Arn, ArnField, Element, Entry, PolicyKind, Statement};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A statement about a bucket names what may be done with it, instead of allowing `s3:*`.
    /// One that is denied elsewhere to delete the bucket and to write its policy is left alone.
    ///
    /// ## Why it matters
    ///
    /// `s3:*` includes deleting the bucket, opening it to the public and changing who may use it.
    /// A program that reads and writes objects needs none of that.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "s3:*",
    ///             "Resource": [
    ///                 "arn:aws:s3:::amzn-s3-demo-bucket",
    ///                 "arn:aws:s3:::amzn-s3-demo-bucket/*"
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
    ///             "Action": [
    ///                 "s3:ListBucket",
    ///                 "s3:GetObject",
    ///                 "s3:PutObject"
    ///             ],
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
    /// IAM User Guide, "Security best practices in IAM", 2025; service authorization reference of Amazon S3, October 2026.
    FULL_ACCESS_TO_BUCKET {
        title: "Full access to a bucket",
        finding_type: SecurityWarning,
        source: Editor,
        kinds: &[PolicyKind::Identity],
        has_fix: true,
        learn_more: user_guide!("best-practices.html"),
        run: run,
    }
}

/// What a program needs that reads and writes objects, large ones and their listing among them, as JSON.
///
/// Source: service authorization reference of Amazon S3, October 2026; the choice is this editor's.
const READ_AND_WRITE: &str = r#"["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:ListMultipartUploadParts", "s3:PutObject"]"#;

/// What makes the difference.
const GRAVEST: [&str; 2] = ["s3:DeleteBucket", "s3:PutBucketPolicy"];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let statements = ctx.policy.statements();
    let is_denied = |action: &&str| {
        let mut denying = statements.iter().filter(|statement| statement.denies());
        denying.any(|statement| {
            let mut denied = statement.entries(Element::Action);
            denied.any(|entry| action_covers(&entry.text, action))
        })
    };
    if !GRAVEST.iter().all(is_denied) {
        findings.extend(
            statements
                .iter()
                .filter_map(|statement| finding(ctx, statement)),
        );
    }
}

fn finding(ctx: &Context, statement: &Statement) -> Option<Finding> {
    let is_open = statement.allows() && !statement.has(Element::Condition);
    let mut actions = statement.entries(Element::Action);
    let action = actions.find(|entry| is_open && entry.text.eq_ignore_ascii_case("s3:*"))?;
    let resources: Vec<Entry> = statement.entries(Element::Resource).collect();
    let bucket = resources.iter().find(|entry| names_a_bucket(&entry.text))?;
    let finding = CHECK.finding(
        [ctx.location(action.node), ctx.location(bucket.node)],
        format!(
            "{} includes deleting this bucket and changing who may use it.",
            quoted(&action.text)
        ),
        "A program that reads and writes objects needs neither.",
        "Name the actions that are needed.",
    );
    let value = statement.element(Element::Action)?.value;
    let is_alone = statement.entries(Element::Action).count() == 1;
    let edit = Edit::replace(ctx.tree.span(value), READ_AND_WRITE);
    let fix = is_alone.then(|| Fix::choice("Read and write objects only", [edit]));
    Some(finding.mended_by(fix.flatten()))
}

/// Whether an ARN names one bucket, or those of one beginning.
fn names_a_bucket(text: &str) -> bool {
    let arn = Arn::cut(text);
    let name = arn.field(ArnField::Resource).unwrap_or_default();
    arn.field(ArnField::Service) == Some("s3")
        && !name.contains([':', '/'])
        && !name.starts_with('*')
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    const BOTH: &str = r#"["arn:aws:s3:::<bucket_name>", "arn:aws:s3:::<bucket_name>/*"]"#;

    fn allow(action: &str, resource: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "Allow", "Action": {action}, "Resource": {resource}}}]}}"#
        )
    }

    #[test]
    fn marks_the_action_and_the_bucket() {
        check(
            &CHECK,
            &allow(
                r#"«"s3:*"»"#,
                r#"[«"arn:aws:s3:::<bucket_name>"», "arn:aws:s3:::<bucket_name>/*"]"#,
            ),
        );
        for resource in [r#""*""#, r#""arn:aws:s3:::a/*""#, r#""arn:aws:s3:::*""#] {
            check_clean(&CHECK, &allow(r#""s3:*""#, resource));
        }
        check_clean(
            &CHECK,
            &format!(
                r#"{{"Statement": [{{"Effect": "Allow", "Action": "s3:*", "Resource": {BOTH}}}, {{"Effect": "Deny", "Action": ["s3:DeleteBucket*", "s3:PutBucketPolicy"], "Resource": "*"}}]}}"#
            ),
        );
    }

    #[test]
    fn reads_and_writes_objects_only() {
        let actions = r#"["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket", "s3:ListBucketMultipartUploads", "s3:ListMultipartUploadParts", "s3:PutObject"]"#;
        check_fix(&CHECK, &allow(r#""s3:*""#, BOTH), &allow(actions, BOTH));
    }
}
