//! Resources that the policy of a resource cannot be about.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::wording::quoted;
use crate::engine::policy::{
    Arn, ArnField, Attachment, Element, Entry, PolicyKind, has_variable, has_wildcard,
};

declare_check! {
    /// ## What it checks
    ///
    /// The resources in the policy of an S3 bucket are ARNs of buckets and objects, and not a lone `*`; those in the policy of a KMS key or an SNS topic are `*` or ARNs of that service.
    /// This is checked where it is said what the policy is attached to.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a policy that names another resource than the one it is attached to.
    ///
    /// ## Invalid
    ///
    /// ```json s3-bucket
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "111122223333"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Valid
    ///
    /// ```json s3-bucket
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "111122223333"},
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Amazon S3 User Guide, "Bucket policies for Amazon S3"; AWS KMS Developer Guide, "Key policies in AWS KMS"; Amazon SNS Developer Guide, "Overview of managing access in Amazon SNS", 2025.
    UNSUPPORTED_RESOURCE_ARN_IN_POLICY {
        title: "Resource of another service",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource],
        has_fix: true,
        learn_more: analyzer_reference!("error-unsupported-resource-arn-in-policy"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let Some((attachment, service)) = ctx
        .attachment
        .and_then(|attachment| Some((attachment, attachment.service()?)))
    else {
        return;
    };
    for statement in ctx.policy.statements() {
        let named = statement.entries(Element::Resource);
        let all = named.chain(statement.entries(Element::NotResource));
        let wrong = all.filter(|entry| is_wrong(ctx, entry, attachment, service));
        findings.extend(wrong.map(|entry| finding(ctx, &entry, attachment, service)));
    }
}

/// Whether an entry is an ARN of another service, or a star that the attachment does not take.
fn is_wrong(ctx: &Context, entry: &Entry, attachment: Attachment, service: &str) -> bool {
    let arn = Arn::cut(&entry.text);
    let is_another = arn
        .field(ArnField::Service)
        .is_some_and(|other| other != service && !has_wildcard(other) && !has_variable(other));
    let is_refused_star = entry.text == "*" && attachment == Attachment::S3BucketPolicy;
    let is_arn = arn.field(ArnField::Prefix) == Some("arn");
    ((is_another && is_arn) || is_refused_star) && ctx.is_settled(entry.node)
}

fn finding(ctx: &Context, entry: &Entry, attachment: Attachment, service: &str) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(entry.node)],
        format!("{} is no resource of this policy.", quoted(&entry.text)),
        "The policy is about the resource it is attached to; AWS rejects any other.",
        format!(
            "Name the resource itself, by its ARN with {} as service.",
            quoted(service)
        ),
    );
    let patterns: &[(&str, &str)] = match attachment {
        Attachment::S3BucketPolicy => &[
            (
                "Name the objects of a bucket to fill in",
                "arn:aws:s3:::{{bucket_name}}/*",
            ),
            (
                "Name the bucket itself, to fill in",
                "arn:aws:s3:::{{bucket_name}}",
            ),
        ],
        Attachment::KmsKeyPolicy => &[("Write a star, which means the key", "*")],
        _ => &[],
    };
    patterns.iter().fold(finding, |finding, (title, arn)| {
        let edit = replace_text(ctx.tree, entry.node, arn);
        finding.mended_by(Fix::choice(*title, [edit]))
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check_attached, check_clean};
    use super::{Attachment, CHECK};

    fn policy(resources: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": {{"AWS": "111122223333"}}, "Action": "*", "Resource": {resources}}}}}"#
        )
    }

    #[test]
    fn is_about_each_resource() {
        for (attachment, resources) in [
            (
                Attachment::S3BucketPolicy,
                r#"["arn:aws:s3:::a", «"*"», «"arn:aws:sqs:us-east-1:111122223333:a"», "arn:aws:*:::a"]"#,
            ),
            (Attachment::KmsKeyPolicy, r#"["*", «"arn:aws:s3:::a"»]"#),
            (Attachment::SnsTopicPolicy, r#"["arn:aws:sns:*:*:a"]"#),
        ] {
            check_attached(attachment, &CHECK, &policy(resources));
        }
    }

    #[test]
    fn says_nothing_where_the_attachment_is_not_known() {
        check_clean(&CHECK, &policy(r#"["*", "arn:aws:s3:::a"]"#));
    }
}
