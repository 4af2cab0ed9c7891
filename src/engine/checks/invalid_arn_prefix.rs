//! Resources whose first field is not `arn`.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::resource::{Resource, resources};
use super::wording::quoted;
use crate::engine::policy::{Arn, ArnField, FIELD_COUNT, PolicyKind};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A resource that has the six fields of an ARN begins with `arn`.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a resource that is neither `*` nor an ARN.
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
    ///             "Resource": "arm:aws:s3:::amzn-s3-demo-bucket/*"
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
    /// IAM User Guide, "Identify AWS resources with Amazon Resource Names", 2025.
    INVALID_ARN_PREFIX {
        title: "Invalid ARN prefix",
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
        learn_more: analyzer_reference!("error-invalid-arn-prefix"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    findings.extend(resources(ctx).filter_map(|resource| finding(ctx, &resource)));
}

fn finding(ctx: &Context, resource: &Resource) -> Option<Finding> {
    let node = resource.entry.node;
    let arn = Arn::cut(&resource.entry.text);
    let prefix = arn.field(ArnField::Prefix)?;
    let span = arn.field_span(ctx.tree, node, ArnField::Prefix)?;
    if arn.field_count() < FIELD_COUNT || prefix == "arn" || ctx.is_unfilled(span) {
        return None;
    }
    let finding = CHECK.finding(
        [ctx.location(node)],
        format!("This ARN begins with {} instead of `arn`.", quoted(prefix)),
        "AWS rejects a resource that is neither `*` nor an ARN.",
        "Begin it with `arn:`.",
    );
    Some(finding.mended_by(Fix::choice("Begin with arn", [Edit::replace(span, "arn")])))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_entry() {
        check(
            &CHECK,
            r#"{"Statement": {"Resource": [«"arm:aws:s3:::a"», "arn:aws:s3:::a", «"ARN:aws:s3:::a"», «" arn:aws:s3:::a"»]}}"#,
        );
        check(&CHECK, r#"{"Statement": {"NotResource": «":aws:s3:::a"»}}"#);
    }

    #[test]
    fn leaves_what_has_too_few_fields_to_its_own_check() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Resource": ["*", "bucket", "", "https://a:b"]}}"#,
        );
    }

    #[test]
    fn writes_the_prefix_also_where_the_text_has_escapes() {
        check_fix(
            &CHECK,
            r#"{"Statement": {"Resource": "\u0061rm:aws:s3:::a"}}"#,
            r#"{"Statement": {"Resource": "arn:aws:s3:::a"}}"#,
        );
    }
}
