//! Actions of another service in the policy of a resource.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::wording::quoted;
use crate::engine::policy::{ActionPattern, Element, Entry, PolicyKind, Statement, has_wildcard};

declare_check! {
    /// ## What it checks
    ///
    /// The policy of an S3 bucket has only actions of S3, that of a KMS key only actions of KMS, that of an SNS topic only actions of SNS.
    /// Where it is not said what the policy is attached to, its ARNs tell: a policy whose every resource is a bucket, or every one a topic.
    /// Whether an action of the right service works on this resource is not judged.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects actions of other services, which never reach the resource.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"AWS": "111122223333"},
    ///             "Action": ["s3:GetObject", "kms:Decrypt"],
    ///             "Resource": "arn:aws:s3:::amzn-s3-demo-bucket/*"
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
    UNSUPPORTED_ACTION_IN_POLICY {
        title: "Action of another service",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[PolicyKind::Resource],
        has_fix: true,
        learn_more: analyzer_reference!("error-unsupported-action-in-policy"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let attachment = ctx.attachment_or_guess();
    let Some(service) = attachment.and_then(|attachment| attachment.service()) else {
        return;
    };
    for statement in ctx.policy.statements() {
        for element in [Element::Action, Element::NotAction] {
            let entries = statement.entries(element);
            let others = entries.filter(|entry| is_of_another(ctx, entry, service));
            findings.extend(others.map(|entry| finding(ctx, statement, element, &entry, service)));
        }
    }
}

fn is_of_another(ctx: &Context, entry: &Entry, service: &str) -> bool {
    let pattern = ActionPattern::new(&entry.text);
    let is_other = pattern
        .service()
        .is_some_and(|other| !has_wildcard(other) && !other.eq_ignore_ascii_case(service));
    is_other && ctx.is_settled(entry.node)
}

fn finding(
    ctx: &Context,
    statement: &Statement,
    element: Element,
    entry: &Entry,
    service: &str,
) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(entry.node)],
        format!(
            "{} is no action of {}.",
            quoted(&entry.text),
            quoted(service)
        ),
        "The policy of a resource limits its own service; AWS rejects actions of another.",
        "Remove the action; what a role may do elsewhere stands in the policies of the role.",
    );
    let is_listed = statement.entries(element).nth(1).is_some();
    let removal = || {
        let edits = ctx.tree.remove_element(entry.node);
        Fix::choice("Remove the action", edits.iter().cloned())
    };
    finding.mended_by(is_listed.then(removal).flatten())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_attached, check_clean, check_fix};
    use super::CHECK;
    use crate::engine::policy::Attachment;

    fn policy(actions: &str, resource: &str) -> String {
        format!(
            r#"{{"Statement": {{"Effect": "Allow", "Principal": {{"AWS": "111122223333"}}, "Action": {actions}, "Resource": {resource}}}}}"#
        )
    }

    #[test]
    fn is_about_each_action() {
        let bucket = r#"["arn:aws:s3:::a", "arn:aws:s3:::a/*"]"#;
        check(&CHECK, &policy(r#"["s3:*", «"kms:Decrypt"», "*"]"#, bucket));
        check_attached(
            Attachment::KmsKeyPolicy,
            &CHECK,
            &policy(r#"["KMS:Decrypt", «"s3:GetObject"»]"#, r#""*""#),
        );
    }

    #[test]
    fn says_nothing_where_the_resource_is_not_known() {
        for resource in [
            r#""*""#,
            r#"["arn:aws:s3:::a", "arn:aws:sqs:us-east-1:111122223333:a"]"#,
        ] {
            check_clean(&CHECK, &policy(r#"["s3:*", "kms:Decrypt"]"#, resource));
        }
    }

    #[test]
    fn takes_the_action_out() {
        let bucket = r#""arn:aws:s3:::a/*""#;
        check_fix(
            &CHECK,
            &policy(r#"["s3:GetObject", "kms:Decrypt"]"#, bucket),
            &policy(r#"["s3:GetObject"]"#, bucket),
        );
    }
}
