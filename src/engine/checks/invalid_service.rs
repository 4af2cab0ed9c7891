//! Services that do not exist, in ARNs, condition keys and their values.

use super::arn_fault::{Fault, FaultyArn};
use super::conditions::rename_key;
use super::context::Context;
use super::declare::{analyzer_reference, declare_check};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::wording::quoted;
use crate::engine::catalog::{Catalog, Standing, nearest};
use crate::engine::policy::{KeyTest, OperatorFamily, has_variable, has_wildcard};
use crate::engine::syntax::NodeId;

declare_check! {
    /// ## What it checks
    ///
    /// A service that is named outside `Action` exists: the service of a resource's ARN, the prefix of a condition key, and the service in a value of `aws:CalledVia`, `aws:CalledViaFirst` or `aws:CalledViaLast`.
    /// Prefixes with a full stop are left alone: they are the hosts of identity providers.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects the name, and nothing is matched by it.
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
    ///             "Resource": "arn:aws:s33:::amzn-demo/*"
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
    /// Service Authorization Reference, as of the date that the finding names; what AWS does with names it lists no longer, as far as it is known. Service principals: iam-floyd, 2026.
    INVALID_SERVICE {
        title: "Unknown service",
        finding_type: Error,
        source: AccessAnalyzer,
        kinds: &[],
        has_fix: true,
        learn_more: analyzer_reference!("error-invalid-service"),
        run: run,
    }
}

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let Some(catalog) = ctx.catalog else {
        return;
    };
    let faulty = ctx.faulty_arns().iter();
    let unknown = faulty.filter(|arn| arn.fault == Fault::UnknownService);
    findings.extend(unknown.map(|arn| of_arn(ctx, catalog, *arn)));
    for test in ctx.policy.tests() {
        findings.extend(of_key(ctx, catalog, test));
        if is_about_calls(test) {
            let values = test.entries();
            findings
                .extend(values.filter_map(|value| of_value(ctx, catalog, value.node, &value.text)));
        }
    }
}

fn finding(ctx: &Context, catalog: &Catalog, node: NodeId, service: &str, help: &str) -> Finding {
    let message = match catalog.retired_service(service) {
        Some(retired) => format!(
            "{} was a service until {} and AWS refuses it now.",
            quoted(service),
            retired.last_listed
        ),
        None if service.is_empty() => "No service is named here.".to_owned(),
        None => format!(
            "{} is no service in AWS's list of {}.",
            quoted(service),
            catalog.date()
        ),
    };
    CHECK.finding(
        [ctx.location(node)],
        message,
        "AWS rejects a service that it does not know.",
        help,
    )
}

fn of_arn(ctx: &Context, catalog: &Catalog, arn: FaultyArn) -> Finding {
    let service = arn.text(ctx);
    let finding = finding(
        ctx,
        catalog,
        arn.node,
        &service,
        "Write the service as it stands in the ARNs of its resources.",
    );
    let near = catalog.nearest_services(&service);
    arn.choices(ctx, near)
        .into_iter()
        .fold(finding, Finding::mended_by)
}

/// A prefix that no condition key has; one of an identity provider is its host.
fn of_key(ctx: &Context, catalog: &Catalog, test: &KeyTest) -> Option<Finding> {
    let (prefix, name) = test.key.split_once(':')?;
    let is_open = prefix.is_empty() || name.is_empty() || prefix.contains('.');
    let node = test.nodes.key.key;
    let is_global = prefix.eq_ignore_ascii_case("aws");
    if is_open || is_global || catalog.is_key_prefix(prefix) || is_taken(catalog, prefix) {
        return None;
    }
    let is_retired = || {
        catalog
            .retired_condition_key(&test.key)
            .is_some_and(|key| !key.is_refused())
    };
    if is_retired() || !ctx.is_settled(node) {
        return None;
    }
    let finding = finding(
        ctx,
        catalog,
        node,
        prefix,
        "Write `aws` or the prefix of the service before the colon.",
    );
    let keys = catalog.nearest_services(prefix).into_iter().chain(["aws"]);
    let keys = keys.map(|service| format!("{service}:{name}"));
    let fixes = keys
        .filter(|key| catalog.condition_key(key).is_some())
        .filter_map(|key| {
            let edit = rename_key(ctx.tree, test, &key)?;
            Fix::choice_by_reference(format!("Write {}", quoted(&key)), [edit])
        });
    Some(fixes.fold(finding, Finding::mended_by))
}

/// Whether AWS takes a service that it does not list, or may take it.
fn is_taken(catalog: &Catalog, prefix: &str) -> bool {
    let retired = catalog.retired_service(prefix);
    retired.is_some_and(|retired| retired.standing != Standing::Refused)
}

/// The keys that name the services through which a request came.
const CALLED_VIA: [&str; 3] = ["aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast"];

/// Names that AWS takes in those keys although no list has them.
///
/// Source: AWS's own managed policies, 2026, which AWS's validation takes.
const TAKEN: [&str; 3] = ["ec2-images", "ec2fastlaunch", "servicecatalog-appregistry"];

fn is_about_calls(test: &KeyTest) -> bool {
    test.is_of(OperatorFamily::String) && CALLED_VIA.iter().any(|key| test.is_about(key))
}

/// A value in the right form whose service is unknown; other forms have a check of their own.
fn of_value(ctx: &Context, catalog: &Catalog, node: NodeId, text: &str) -> Option<Finding> {
    let (service, domain) = text.split_once('.')?;
    let is_open = has_wildcard(text) || has_variable(text) || !DOMAINS.contains(&domain);
    let is_known = is_open
        || TAKEN.contains(&service)
        || catalog.service(service).is_some()
        || catalog.knows_service_principal(&format!("{service}.amazonaws.com"))
        || is_taken(catalog, service);
    if is_known || service.is_empty() || !ctx.is_settled(node) {
        return None;
    }
    let finding = finding(
        ctx,
        catalog,
        node,
        service,
        "Write the service principal of the service, such as `athena.amazonaws.com`.",
    );
    let principals = catalog.service_principals().filter_map(|principal| {
        let (label, domain) = principal.split_once('.')?;
        DOMAINS.contains(&domain).then_some(label)
    });
    let fixes = nearest(service, principals)
        .into_iter()
        .filter_map(|label| {
            let meant = format!("{label}.{domain}");
            let edit = replace_text(ctx.tree, node, &meant);
            Fix::choice_by_reference(format!("Write {}", quoted(&meant)), [edit])
        });
    Some(fixes.fold(finding, Finding::mended_by))
}

const DOMAINS: [&str; 3] = ["amazonaws.com", "amazonaws.com.cn", "amazon.com"];

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn resource(arn: &str) -> String {
        format!(r#"{{"Statement": {{"Resource": {arn}}}}}"#)
    }

    fn condition(key: &str, value: &str) -> String {
        format!(r#"{{"Statement": {{"Condition": {{"StringEquals": {{{key}: {value}}}}}}}}}"#)
    }

    #[test]
    fn is_about_arns_keys_and_values() {
        check(
            &CHECK,
            &resource(
                r#"[«"arn:aws:s33:::a"», «"arn:aws:elastic-inference:*:*:a/*"», «"arn:aws::::a"»]"#,
            ),
        );
        check(&CHECK, &condition(r#"«"s33:prefix"»"#, r#""a""#));
        check(
            &CHECK,
            &condition(
                r#""aws:CalledVia""#,
                r#"["athena.amazonaws.com", «"athna.amazonaws.com"»]"#,
            ),
        );
    }

    #[test]
    fn leaves_alone_what_aws_knows_takes_or_may_take() {
        for arn in [
            "arn:aws:execute-api:*:*:a/*",
            "arn:aws:catalog:*:*:product/*",
            "arn:aws:deepracer:*:*:model/*",
            "arn:aws:evidently:*:*:project/*",
            "arn:aws:s*:::a",
            "arn:aws:<service>:::a",
        ] {
            check_clean(&CHECK, &resource(&format!("\"{arn}\"")));
        }
        for key in [
            "aws:username",
            "S3:prefix",
            "saml:aud",
            "token.actions.githubusercontent.com:sub",
            "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE:aud",
            "deepracer:UserToken",
            "<service>:a",
        ] {
            check_clean(&CHECK, &condition(&format!("\"{key}\""), r#""a""#));
        }
        for value in [
            "ec2fastlaunch.amazonaws.com",
            "cloudformation.amazonaws.com.cn",
            "athn*",
            "a.athena.amazonaws.com",
        ] {
            check_clean(
                &CHECK,
                &condition(r#""aws:CalledViaFirst""#, &format!("\"{value}\"")),
            );
        }
    }

    #[test]
    fn writes_the_service_that_is_meant() {
        let arn = |service: &str| resource(&format!("\"arn:aws:{service}:::amzn-demo/*\""));
        check_fix(&CHECK, &arn("s3api"), &arn("s3"));
        let key = |key: &str| condition(&format!("\"{key}\""), r#""a""#);
        check_fix(&CHECK, &key("s33:prefix"), &key("s3:prefix"));
        let value = |value: &str| condition(r#""aws:CalledVia""#, &format!("\"{value}\""));
        check_fix(
            &CHECK,
            &value("athna.amazonaws.com"),
            &value("athena.amazonaws.com"),
        );
    }
}
