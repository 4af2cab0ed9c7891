//! Resources with fewer fields than an ARN has.

use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::resource::{Resource, resources};
use super::wording::quoted;
use crate::engine::policy::{
    ActionPattern, Arn, ArnField, Element, FIELD_COUNT, PolicyKind, Statement,
};
use crate::engine::text::{Edit, Span};

declare_check! {
    /// ## What it checks
    ///
    /// A resource is `*` or has the six fields of an ARN, separated by colons:
    /// `arn:partition:service:region:account:resource`.
    /// Fields in the middle may be empty, but their colons must be there.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a resource that is neither `*` nor an ARN.
    /// A plain name, such as that of a bucket, is not enough.
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
    ///             "Resource": "amzn-s3-demo-bucket/*"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "iam:GetRole",
    ///             "Resource": "arn:aws:iam:111122223333:role/app"
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
    MISSING_ARN_FIELD {
        title: "Missing ARN field",
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
        learn_more: analyzer_reference!("error-missing-arn-field"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    findings.extend(resources(ctx).filter_map(|resource| finding(ctx, &resource)));
}

fn finding(ctx: &Context, resource: &Resource) -> Option<Finding> {
    let node = resource.entry.node;
    let arn = Arn::cut(&resource.entry.text);
    let fields = arn.field_count();
    if fields == FIELD_COUNT {
        return None;
    }
    let name = quoted(&ctx.written(ctx.tree.content_span(node)));
    let message = match fields {
        1 => format!("{name} is not an ARN."),
        _ => format!("{name} has {fields} of the six fields of an ARN."),
    };
    let finding = CHECK.finding(
        [ctx.location(node)],
        message,
        "AWS rejects a resource that is neither `*` nor an ARN.",
        "Write `arn:partition:service:region:account:resource`; fields in the middle may be empty, but keep their colons.",
    );
    Some(finding.mended_by(completion(ctx, resource, &arn)))
}

/// The edits that make an ARN of the entry, where it can be told which.
fn completion(ctx: &Context, resource: &Resource, arn: &Arn) -> Option<Fix> {
    let node = resource.entry.node;
    if let Some(scheme) = S3_SCHEMES
        .iter()
        .find(|scheme| resource.entry.text.starts_with(**scheme))
    {
        let start = ctx.tree.decoded_range_to_span(node, 0..scheme.len())?;
        return Fix::choice("Write it as an ARN", [Edit::replace(start, S3_START)]);
    }
    let insertion = match arn.field(ArnField::Prefix)? {
        "arn" => missing_colon(arn).and_then(|field| {
            Some(Edit::insert(
                arn.field_span(ctx.tree, node, field)?.start,
                ":",
            ))
        })?,
        _ if arn.field_count() == 1 => {
            let start = Span::at(ctx.tree.content_span(node).start);
            Edit::replace(start, front(the_service(resource.statement)?))
        }
        _ => return None,
    };
    let title = if arn.field_count() == 1 {
        "Complete the ARN"
    } else {
        "Add the missing colon"
    };
    Fix::choice(title, [insertion])
}

/// How addresses of S3 begin, as its own tools and those of Hadoop write them.
const S3_SCHEMES: [&str; 3] = ["s3://", "s3a://", "s3n://"];

/// How the ARN of a bucket or object begins.
const S3_START: &str = "arn:aws:s3:::";

/// The field in front of which a colon was left out: that of an empty Region, or of both fields S3 leaves empty.
fn missing_colon(arn: &Arn) -> Option<ArnField> {
    let region = arn.field(ArnField::Region)?;
    let account = arn.field(ArnField::Account)?;
    let is_account =
        region.len() == ACCOUNT_DIGITS && region.bytes().all(|byte| byte.is_ascii_digit());
    let is_bucket =
        arn.field(ArnField::Service)? == "s3" && region.is_empty() && !account.is_empty();
    (is_account || is_bucket).then_some(ArnField::Region)
}

const ACCOUNT_DIGITS: usize = 12;

/// What stands before a resource's name; S3 has neither Region nor account in its ARNs.
fn front(service: String) -> String {
    match service.as_str() {
        "s3" => S3_START.to_owned(),
        _ => format!("arn:aws:{service}:*:*:"),
    }
}

/// The service of all actions of the statement, where it is one.
fn the_service(statement: &Statement) -> Option<String> {
    let mut services = statement.entries(Element::Action).map(|action| {
        let service = ActionPattern::new(&action.text)
            .service()
            .unwrap_or_default();
        service.to_ascii_lowercase()
    });
    let first = services.next()?;
    let is_plain = !first.is_empty()
        && first
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (is_plain && services.all(|service| service == first)).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    #[test]
    fn is_about_the_entry() {
        check(
            &CHECK,
            r#"{"Statement": {"Resource": [«"bucket/*"», "*", «"arn:aws:s3::bucket"», «""», «"arn:aws:s3*"»]}}"#,
        );
        check(&CHECK, r#"{"Statement": {"NotResource": «"fakeArn"»}}"#);
    }

    #[test]
    fn accepts_whole_arns_and_what_api_gateway_accepts() {
        check_clean(
            &CHECK,
            r#"{"Statement": {"Resource": ["arn:aws:s3:::a", "*", "arn:aws:iam::${aws:PrincipalAccount}:role/a"]}}"#,
        );
        check_clean(
            &CHECK,
            r#"{"Statement": {"Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/prod/*"}}"#,
        );
    }

    #[test]
    fn completes_what_can_be_told_from_the_actions() {
        let statement = |action: &str, resource: &str| {
            format!(r#"{{"Statement": {{"Action": {action}, "Resource": "{resource}"}}}}"#)
        };
        for (action, before, after) in [
            (
                r#"["s3:GetObject", "s3:PutObject"]"#,
                "bucket/*",
                "arn:aws:s3:::bucket/*",
            ),
            (r#""s3:*""#, "s3://bucket/a/*", "arn:aws:s3:::bucket/a/*"),
            (r#""sqs:SendMessage""#, "orders", "arn:aws:sqs:*:*:orders"),
            (r#""s3:*""#, "arn:aws:s3::bucket", "arn:aws:s3:::bucket"),
            (
                r#""iam:*""#,
                "arn:aws:iam:111122223333:role/a",
                "arn:aws:iam::111122223333:role/a",
            ),
        ] {
            check_fix(
                &CHECK,
                &statement(action, before),
                &statement(action, after),
            );
        }
    }
}
