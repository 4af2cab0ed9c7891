//! ARNs that lack the account.

use super::arn_fault::{Fault, FaultyArn};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::wording::quoted;
use crate::engine::policy::{ArnField, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// A resource's ARN has an account where every resource of that form has one.
    /// Types of which AWS owns members without an account are left alone, for instance documents and parameters of Systems Manager, and so is a resource part that begins with a wildcard.
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
    ///             "Action": "sqs:SendMessage",
    ///             "Resource": "arn:aws:sqs:us-east-1::orders"
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
    /// Service Authorization Reference, "Resource types", as of the date of the data. What AWS owns: its own managed policies, 2026, and the guides of the services, 2025.
    MISSING_ARN_ACCOUNT {
        title: "Account missing in an ARN",
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
        learn_more: analyzer_reference!("error-missing-arn-account"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let faulty = ctx
        .faulty_arns()
        .iter()
        .filter(|arn| arn.fault == Fault::Missing(ArnField::Account));
    findings.extend(faulty.map(|arn| finding(ctx, *arn)));
}

fn finding(ctx: &Context, arn: FaultyArn) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(arn.node)],
        format!("This ARN has no account, and every such resource of {} has one.", quoted(&arn.field(ctx, ArnField::Service))),
        "Between the fourth and the fifth colon stands the account; without it the ARN matches nothing.",
        "Write the account ID, or `*` for every account.",
    );
    let account = arn.with(
        ctx,
        "Put in an account ID, to be filled in".to_owned(),
        ArnField::Account,
        "{{account_id}}",
    );
    let any = arn.with(
        ctx,
        "Write `*` for every account".to_owned(),
        ArnField::Account,
        "*",
    );
    finding.mended_by(account).mended_by(any)
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
                r#"[«"arn:aws:sqs:us-east-1::orders"», «"arn:aws:iam:::role/a"», «"arn:aws:kms:*::key/*"»]"#,
            ),
        );
    }

    #[test]
    fn leaves_alone_what_may_be_right() {
        for arn in [
            "arn:aws:s3:::a",
            "arn:aws:ssm:*::document/AWS-RunShellScript",
            "arn:aws:ssm:*::parameter/aws/*",
            "arn:aws:ec2:*::image/*",
            "arn:aws:kms:*::*",
            "arn:aws:resource-explorer-2:*::view/a/service-view",
            "arn:aws:sqs:us-east-1:<ACCOUNT_ID>:orders",
            "arn:aws:bedrock:*::foundation-model/*",
        ] {
            check_clean(&CHECK, &resource(&format!("\"{arn}\"")));
        }
    }

    #[test]
    fn mends_the_field() {
        check_fix(
            &CHECK,
            &resource(r#""arn:aws:iam:::role/a""#),
            &resource(r#""arn:aws:iam::{{account_id}}:role/a""#),
        );
    }
}
