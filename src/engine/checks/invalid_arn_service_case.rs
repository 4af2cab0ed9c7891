//! ARNs whose service is not in lower case.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::resource::{Resource, resources};
use super::wording::quoted;
use crate::engine::policy::{Arn, ArnField, FIELD_COUNT, PolicyKind, has_variable};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// The service field of an ARN is in lower case.
    ///
    /// ## Why it matters
    ///
    /// AWS compares ARNs with case, and every service writes its own in lower case.
    /// AWS rejects the policy.
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
    ///             "Resource": "arn:aws:S3:::amzn-demo/*"
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
    ///             "Resource": "arn:aws:s3:::amzn-demo/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Identify AWS resources with Amazon Resource Names", 2025; AWS service authorization reference, 2026: no service has capital letters.
    INVALID_ARN_SERVICE_CASE {
        title: "Service of an ARN in the wrong case",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[
            PolicyKind::Identity,
            PolicyKind::Resource,
            PolicyKind::Scp,
            PolicyKind::Rcp,
            PolicyKind::Boundary,
            PolicyKind::Session,
            PolicyKind::Endpoint,
        ],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-arn-service-case"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    findings.extend(resources(ctx).filter_map(|resource| finding(ctx, &resource)));
}

fn finding(ctx: &Context, resource: &Resource) -> Option<Finding> {
    let node = resource.entry.node;
    let arn = Arn::cut(&resource.entry.text);
    let service = arn.field(ArnField::Service)?;
    let span = arn.field_span(ctx.tree, node, ArnField::Service)?;
    let is_whole = arn.field_count() == FIELD_COUNT && arn.field(ArnField::Prefix) == Some("arn");
    let has_capitals = service.contains(|letter: char| letter.is_ascii_uppercase());
    if !is_whole || !has_capitals || has_variable(service) || ctx.is_unfilled(span) {
        return None;
    }
    let lower = service.to_ascii_lowercase();
    let finding = CHECK.finding(
        [ctx.location(node)],
        format!(
            "The service {} of this ARN has to be in lower case.",
            quoted(service)
        ),
        "ARNs are compared with case, and AWS rejects a service that it does not know.",
        format!("Write {}.", quoted(&lower)),
    );
    Some(finding.mended_by(Fix::choice(
        format!("Write {}", quoted(&lower)),
        [Edit::replace(span, &lower)],
    )))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn looks_at_the_service_of_whole_arns() {
        check(
            &CHECK,
            r#"{"Statement": {"Resource": [«"arn:aws:S3:::a/*"», "arn:aws:s3:::A", "arn:aws:EC2", "S3"]}}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"Resource": ["arn:aws:<SERVICE>:::a", "arn:aws:${aws:PrincipalTag/S}:::a"]}}"#,
        );
    }

    #[test]
    fn writes_the_service_in_lower_case() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Resource": "arn:aws:Lambda:us-east-1:111122223333:function:A"}}"#,
            r#"{"Statement": {"Resource": "arn:aws:lambda:us-east-1:111122223333:function:A"}}"#,
        );
    }
}
