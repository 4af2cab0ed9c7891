//! ARNs with a Region that does not exist, or not in their partition.

use super::arn_fault::{Fault, FaultyArn};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::wording::quoted;
use crate::engine::policy::{ArnField, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// The Region in a resource's ARN is one of AWS's Regions, and one of the partition that the ARN names.
    /// A wildcard is left alone. Whether the service is there in that Region is not judged.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects the ARN, or it can match no resource.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "sqs:SendMessage",
    ///             "Resource": "arn:aws:sqs:us-east-9:111122223333:orders"
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
    ///             "Action": "sqs:SendMessage",
    ///             "Resource": "arn:aws:sqs:us-east-1:111122223333:orders"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// botocore, `partitions.json`, 2026.
    INVALID_ARN_REGION {
        title: "Unknown Region in an ARN",
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
        learn_more: analyzer_reference!("error-invalid-arn-region"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let faulty = ctx
        .faulty_arns()
        .iter()
        .filter(|arn| matches!(arn.fault, Fault::UnknownRegion | Fault::RegionElsewhere));
    findings.extend(faulty.map(|arn| finding(ctx, *arn)));
}

fn finding(ctx: &Context, arn: FaultyArn) -> Finding {
    match arn.fault {
        Fault::RegionElsewhere => of_another_partition(ctx, arn),
        _ => unknown(ctx, arn),
    }
}

fn unknown(ctx: &Context, arn: FaultyArn) -> Finding {
    let code = arn.text(ctx);
    let date = ctx.catalog.map_or("", |catalog| catalog.date());
    let finding = CHECK.finding(
        [ctx.location(arn.node)],
        format!("{} is no Region in AWS's list of {date}.", quoted(&code)),
        "The fourth field of an ARN is the Region; AWS rejects one that it does not know.",
        "Write the code of the Region, such as `eu-central-1`, or `*` for every Region.",
    );
    let near = ctx.catalog.map(|catalog| catalog.nearest_regions(&code));
    let fixes = arn.choices(ctx, near.into_iter().flatten().chain(["*"]));
    fixes.into_iter().fold(finding, Finding::mended_by)
}

fn of_another_partition(ctx: &Context, arn: FaultyArn) -> Finding {
    let code = arn.text(ctx);
    let region = ctx.catalog.and_then(|catalog| catalog.region(&code));
    let partition = region.map_or("", |region| region.partition.id);
    let finding = CHECK.finding(
        [ctx.location(arn.node)],
        format!(
            "The Region {} is in the partition {}, and this ARN names {}.",
            quoted(&code),
            quoted(partition),
            quoted(&arn.field(ctx, ArnField::Partition))
        ),
        "Each partition has Regions and accounts of its own, so that no resource has this ARN.",
        "Write the partition of the Region, or a Region of the partition.",
    );
    let title = format!("Write the partition {}", quoted(partition));
    finding.mended_by(arn.with(ctx, title, ArnField::Partition, partition))
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
            &resource(
                r#"[«"arn:aws:sqs:us-east-9:111122223333:a"», «"arn:aws:sqs:Us-East-1:111122223333:a"», «"arn:aws:sqs:cn-north-1:111122223333:a"»]"#,
            ),
        );
    }

    #[test]
    fn leaves_alone_what_may_be_right() {
        for arn in [
            "arn:aws:sqs:us-east-1:111122223333:a",
            "arn:aws:sqs:us-*:111122223333:a",
            "arn:aws-cn:sqs:cn-north-1:111122223333:a",
            "arn:*:sqs:cn-north-1:111122223333:a",
            "arn:aws:sqs:<REGION>:111122223333:a",
            "arn:aws:sqs:${aws:RequestedRegion}:111122223333:a",
            "arn:aws:s3:::a",
        ] {
            check_clean(&CHECK, &resource(&format!("\"{arn}\"")));
        }
    }

    #[test]
    fn mends_the_field() {
        for (before, after) in [
            (
                "arn:aws:sqs:eu-central1:111122223333:a",
                "arn:aws:sqs:eu-central-1:111122223333:a",
            ),
            (
                "arn:aws:sqs:Us-East-1:111122223333:a",
                "arn:aws:sqs:us-east-1:111122223333:a",
            ),
            (
                "arn:aws:sqs:cn-north-1:111122223333:a",
                "arn:aws-cn:sqs:cn-north-1:111122223333:a",
            ),
            (
                "arn:aws:sqs:nowhere:111122223333:a",
                "arn:aws:sqs:*:111122223333:a",
            ),
        ] {
            let of = |arn: &str| resource(&format!("\"{arn}\""));
            check_fix(&CHECK, &of(before), &of(after));
        }
    }
}
