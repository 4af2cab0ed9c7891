//! ARNs with an account that such resources have not.

use super::arn_fault::{Fault, FaultyArn};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::wording::quoted;
use crate::engine::policy::{ArnField, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// A resource's ARN has no account where no resource of that form has one.
    /// A wildcard, a policy variable and a resource part that begins with a wildcard are left alone.
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
    ///             "Action": "s3:GetObject",
    ///             "Resource": "arn:aws:s3::111122223333:amzn-demo/*"
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
    /// Service Authorization Reference, "Resource types", as of the date of the data.
    ARN_ACCOUNT_NOT_ALLOWED {
        title: "Account in an ARN that has none",
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
        learn_more: analyzer_reference!("error-arn-account-not-allowed"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let faulty = ctx
        .faulty_arns()
        .iter()
        .filter(|arn| arn.fault == Fault::NotAllowed(ArnField::Account));
    findings.extend(faulty.map(|arn| finding(ctx, *arn)));
}

fn finding(ctx: &Context, arn: FaultyArn) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(arn.node)],
        format!(
            "This ARN has the account {}, and no such resource of {} has one.",
            quoted(&arn.text(ctx)),
            quoted(&arn.field(ctx, ArnField::Service))
        ),
        "The field is empty in the ARNs of these resources; with a text in it the ARN matches nothing.",
        "Leave the account out and keep the colons.",
    );
    let title = "Leave the account out".to_owned();
    finding.mended_by(arn.with(ctx, title, ArnField::Account, ""))
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
                r#"[«"arn:aws:s3::111122223333:amzn-demo/*"», «"arn:aws:route53::111122223333:hostedzone/*"»]"#,
            ),
        );
    }

    #[test]
    fn leaves_alone_what_may_be_right() {
        for arn in [
            "arn:aws:s3::*:a",
            "arn:aws:s3:us-east-1:111122223333:accesspoint/a",
            "arn:aws:ec2:us-east-1:111122223333:snapshot/*",
            "arn:aws:iam::aws:policy/ReadOnlyAccess",
            "arn:aws:s3::${aws:PrincipalAccount}:a",
            "arn:aws:s3::111122223333:*",
        ] {
            check_clean(&CHECK, &resource(&format!("\"{arn}\"")));
        }
    }

    #[test]
    fn mends_the_field() {
        check_fix(
            &CHECK,
            &resource(r#""arn:aws:s3::111122223333:amzn-demo/*""#),
            &resource(r#""arn:aws:s3:::amzn-demo/*""#),
        );
    }
}
