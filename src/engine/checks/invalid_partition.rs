//! ARNs of partitions that do not exist.

use super::arn_fault::{Fault, FaultyArn};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::wording::quoted;
use crate::engine::policy::{ArnField, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// The second field of a resource's ARN is a partition of AWS, such as `aws` or `aws-cn`.
    /// A wildcard is left alone. Whether the service is there in that partition is not judged.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects the ARN.
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
    ///             "Resource": "arn:aws-eu:s3:::amzn-demo/*"
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
    /// botocore, `partitions.json`, 2026.
    INVALID_PARTITION {
        title: "Unknown partition",
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
        learn_more: analyzer_reference!("error-invalid-partition"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let faulty = ctx
        .faulty_arns()
        .iter()
        .filter(|arn| arn.fault == Fault::UnknownPartition);
    findings.extend(faulty.map(|arn| finding(ctx, *arn)));
}

fn finding(ctx: &Context, arn: FaultyArn) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(arn.node)],
        format!("{} is no partition of AWS.", quoted(&arn.text(ctx))),
        "The second field of an ARN is the partition; AWS rejects one that it does not know.",
        "Write `aws`, or the partition the account is in, such as `aws-cn` or `aws-us-gov`.",
    );
    arn.choices(ctx, meant(ctx, arn))
        .into_iter()
        .fold(finding, Finding::mended_by)
}

/// The partition of the ARN's Region before all others, then `aws`, then those with a similar name.
fn meant<'c>(ctx: &Context<'c>, arn: FaultyArn) -> Vec<&'c str> {
    let Some(catalog) = ctx.catalog else {
        return Vec::new();
    };
    let region = catalog.region(&arn.field(ctx, ArnField::Region));
    let mut ids: Vec<&str> = region
        .map(|region| region.partition.id)
        .into_iter()
        .collect();
    for id in ["aws"]
        .into_iter()
        .chain(catalog.nearest_partitions(&arn.text(ctx)))
    {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn resource(text: &str) -> String {
        format!(r#"{{"Statement": {{"Resource": {text}}}}}"#)
    }

    #[test]
    fn is_about_the_entry() {
        check(
            &CHECK,
            &resource(r#"[«"arn:aws-eu:s3:::a"», «"arn::s3:::a"», «"arn:Aws:s3:::a"»]"#),
        );
    }

    #[test]
    fn leaves_alone_what_may_be_right() {
        for arn in [
            "arn:aws:s3:::a",
            "arn:aws-cn:s3:::a",
            "arn:aws-us-gov:s3:::a",
            "arn:*:s3:::a",
            "arn:aws*:s3:::a",
            "arn:<PARTITION>:s3:::a",
            "arm:aws-eu:s3:::a",
        ] {
            check_clean(&CHECK, &resource(&format!("\"{arn}\"")));
        }
    }

    #[test]
    fn mends_the_field() {
        for (before, after) in [
            ("arn:aws-eu:s3:::a", "arn:aws:s3:::a"),
            (
                "arn:aws-chn:sqs:cn-north-1:111122223333:a",
                "arn:aws-cn:sqs:cn-north-1:111122223333:a",
            ),
        ] {
            let of = |arn: &str| resource(&format!("\"{arn}\""));
            check_fix(&CHECK, &of(before), &of(after));
        }
    }
}
