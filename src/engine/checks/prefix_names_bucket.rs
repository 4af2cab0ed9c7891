//! Prefixes of object keys that begin with the name of their bucket.

use super::context::Context;
use super::declare::declare_check;
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{Arn, ArnField, Element, Entry};
use crate::engine::text::{Edit, Span};

declare_check! {
    /// ## What it checks
    ///
    /// A value of `s3:prefix` does not begin with the name of the bucket that the statement is about.
    ///
    /// ## Why it matters
    ///
    /// A prefix is the beginning of an object's key, and the bucket's name is no part of the key: the condition never holds.
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
    ///                 "StringEquals": {
    ///                     "s3:prefix": "amzn-s3-demo-bucket/state/network"
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
    ///             "Action": "s3:ListBucket",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket",
    ///             "Condition": {
    ///                 "StringEquals": {
    ///                     "s3:prefix": "state/network"
    ///                 }
    ///             }
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Amazon S3 User Guide, "Bucket policy examples using condition keys", 2025.
    PREFIX_NAMES_BUCKET {
        title: "Prefix that names the bucket",
        finding_type: Warning,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: Some("https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let prefixes = ctx
        .policy
        .tests()
        .iter()
        .filter(|test| test.is_about("s3:prefix"));
    for test in prefixes {
        let buckets: Vec<Entry> = test.statement.entries(Element::Resource).collect();
        let values = test.entries().filter(|value| ctx.is_closed(value.node));
        findings.extend(values.filter_map(|value| finding(ctx, &buckets, &value)));
    }
}

fn finding(ctx: &Context, buckets: &[Entry], value: &Entry) -> Option<Finding> {
    let bucket = buckets.iter().find_map(|entry| {
        let name = Arn::cut(&entry.text).field(ArnField::Resource)?;
        let rest = value.text.strip_prefix(name)?;
        (rest.starts_with('/') && !name.is_empty()).then(|| name.to_owned())
    })?;
    let finding = CHECK.finding(
        [ctx.location(value.node)],
        format!(
            "{} begins with the name of the bucket.",
            quoted(&value.text)
        ),
        "The bucket's name is no part of a key, so no request has such a prefix.",
        "Leave the bucket's name out.",
    );
    let start = ctx.tree.content_span(value.node).start;
    let cut = ctx
        .tree
        .decoded_range_to_span(value.node, 0..bucket.len() + "/".len())?;
    let edit = Edit::delete(Span::new(start, cut.end));
    Some(finding.mended_by(Fix::choice("Leave the bucket's name out", [edit])))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    fn with(prefix: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "arn:aws:s3:::mybucket", "Condition": {{"StringLike": {{"s3:prefix": {prefix}}}}}}}]}}"#
        )
    }

    #[test]
    fn marks_the_value() {
        check(
            &CHECK,
            &with(r#"[«"mybucket/path/*"», "path/*", "mybucket"]"#),
        );
    }

    #[test]
    fn leaves_the_name_out() {
        check_fix(&CHECK, &with(r#""mybucket/path/*""#), &with(r#""path/*""#));
    }
}
