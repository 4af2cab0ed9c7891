//! ARNs that lack the Region.

use super::arn_fault::{Fault, FaultyArn};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::wording::quoted;
use crate::engine::policy::{ArnField, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// A resource's ARN has a Region where every resource of that form has one.
    /// A resource part that begins with a wildcard is left alone.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects the ARN: it can match no resource.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "logs:PutLogEvents",
    ///             "Resource": "arn:aws:logs::111122223333:log-group:/app/orders:*"
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
    ///             "Action": "logs:PutLogEvents",
    ///             "Resource": "arn:aws:logs:us-east-1:111122223333:log-group:/app/orders:*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Service Authorization Reference, "Resource types", as of the date of the data.
    MISSING_ARN_REGION {
        title: "Region missing in an ARN",
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
        learn_more: analyzer_reference!("error-missing-arn-region"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let faulty = ctx
        .faulty_arns()
        .iter()
        .filter(|arn| arn.fault == Fault::Missing(ArnField::Region));
    findings.extend(faulty.map(|arn| finding(ctx, *arn)));
}

fn finding(ctx: &Context, arn: FaultyArn) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(arn.node)],
        format!("This ARN has no Region, and every such resource of {} has one.", quoted(&arn.field(ctx, ArnField::Service))),
        "Between the third and the fourth colon stands the Region; without it the ARN matches nothing.",
        "Write the Region, or `*` for every Region.",
    );
    let region = arn.with(
        ctx,
        "Put in a Region, to be filled in".to_owned(),
        ArnField::Region,
        "{{region}}",
    );
    let any = arn.with(
        ctx,
        "Write `*` for every Region".to_owned(),
        ArnField::Region,
        "*",
    );
    finding.mended_by(region).mended_by(any)
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
                r#"[«"arn:aws:sqs::111122223333:orders"», «"arn:aws:lambda::111122223333:function:*"»]"#,
            ),
        );
    }

    #[test]
    fn leaves_alone_what_may_be_right() {
        for arn in [
            "arn:aws:iam::111122223333:role/a",
            "arn:aws:s3:::a",
            "arn:aws:sqs:*:111122223333:orders",
            "arn:aws:lambda::111122223333:*",
            "arn:aws:sqs:<REGION>:111122223333:orders",
            "arn:aws:nothing:::a",
        ] {
            check_clean(&CHECK, &resource(&format!("\"{arn}\"")));
        }
    }

    #[test]
    fn mends_the_field() {
        check_fix(
            &CHECK,
            &resource(r#""arn:aws:sqs::111122223333:orders""#),
            &resource(r#""arn:aws:sqs:{{region}}:111122223333:orders""#),
        );
    }
}
