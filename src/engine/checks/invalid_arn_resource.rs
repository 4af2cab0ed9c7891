//! ARNs that no resource of their service has.

use super::arn_fault::{Fault, FaultyArn};
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::resource_name::meant;
use super::wording::quoted;
use crate::engine::policy::{ArnField, PolicyKind};

declare_check! {
    /// ## What it checks
    ///
    /// What stands behind the fifth colon of a resource's ARN is written like the resources of that service.
    /// An ARN with a `*` anywhere or with a policy variable is left alone, and so is what AWS owns, whose account is `aws`.
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
    ///             "Action": "lambda:InvokeFunction",
    ///             "Resource": "arn:aws:lambda:us-east-1:111122223333:fn:orders"
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
    ///             "Action": "lambda:InvokeFunction",
    ///             "Resource": "arn:aws:lambda:us-east-1:111122223333:function:orders"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// Service Authorization Reference, "Resource types", as of the date of the data.
    INVALID_ARN_RESOURCE {
        title: "Unknown resource in an ARN",
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
        learn_more: analyzer_reference!("error-invalid-arn-resource"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let faulty = ctx
        .faulty_arns()
        .iter()
        .filter(|arn| arn.fault == Fault::UnknownResource);
    findings.extend(faulty.map(|arn| finding(ctx, *arn)));
}

fn finding(ctx: &Context, arn: FaultyArn) -> Finding {
    let service = quoted(&arn.field(ctx, ArnField::Service));
    let finding = CHECK.finding(
        [ctx.location(arn.node)],
        format!("No resource of {service} is written {}.", quoted(&arn.text(ctx))),
        "The end of an ARN says of which type the resource is; AWS rejects an ARN of no type that it knows.",
        "Copy the ARN from the resource's own page, or write its type before its name.",
    );
    arn.choices(ctx, meant(ctx, arn))
        .into_iter()
        .fold(finding, Finding::mended_by)
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
                r#"[«"arn:aws:lambda:us-east-1:111122223333:fn:orders"», «"arn:aws:secretsmanager:us-east-1:111122223333:orders"», «"arn:aws:iam::111122223333:Role/a"», «"arn:aws:lambda:us-east-1:111122223333:?"»]"#,
            ),
        );
    }

    #[test]
    fn leaves_alone_what_may_be_right() {
        for arn in [
            "arn:aws:lambda:us-east-1:111122223333:fn:*",
            "arn:aws:lambda:*:111122223333:fn:orders",
            "arn:aws:iam::aws:anything/a",
            "arn:aws:lambda:us-east-1:111122223333:${aws:username}",
            "arn:aws:lambda:us-east-1:111122223333:<WHAT>",
            "arn:aws:cloudformation:us-east-1:aws:transform/Serverless-2016-10-31",
            "arn:aws:execute-api:us-east-1:111122223333:a/b/GET",
            "arn:aws:sqs:us-east-1:111122223333:orders",
        ] {
            check_clean(&CHECK, &resource(&format!("\"{arn}\"")));
        }
    }

    #[test]
    fn takes_the_type_that_the_actions_work_on() {
        let policy = |action: &str, resource: &str| {
            format!(
                r#"{{"Statement": {{"Action": "{action}", "Resource": "arn:aws:{resource}"}}}}"#
            )
        };
        for (action, before, after) in [
            (
                "lambda:InvokeFunction",
                "lambda:us-east-1:111122223333:fn:orders",
                "lambda:us-east-1:111122223333:function:orders",
            ),
            (
                "secretsmanager:GetSecretValue",
                "secretsmanager:us-east-1:111122223333:orders",
                "secretsmanager:us-east-1:111122223333:secret:orders",
            ),
        ] {
            check_fix(&CHECK, &policy(action, before), &policy(action, after));
        }
    }

    #[test]
    fn mends_the_field() {
        for (before, after) in [
            (
                "arn:aws:iam::111122223333:Role/a",
                "arn:aws:iam::111122223333:role/a",
            ),
            (
                "arn:aws:kms:us-east-1:111122223333:keys/a",
                "arn:aws:kms:us-east-1:111122223333:key/a",
            ),
        ] {
            let of = |arn: &str| resource(&format!("\"{arn}\""));
            check_fix(&CHECK, &of(before), &of(after));
        }
    }
}
