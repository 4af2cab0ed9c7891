//! Names of services that nobody has heard of.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::rewrite::replace_text;
use super::wording::quoted;
use crate::engine::catalog::Catalog;
use crate::engine::policy::{Entry, KeyTest, OperatorFamily, has_variable, has_wildcard};

declare_check! {
    /// ## What it checks
    ///
    /// A name under `Service`, and a value that `iam:PassedToService`, `iam:AWSServiceName` or `aws:PrincipalServiceName` is compared with, is a service principal that is known.
    ///
    /// ## Why it matters
    ///
    /// AWS rejects a principal that does not exist.
    /// A condition on one is accepted, and never holds.
    /// AWS publishes no complete list, so a name that is not known here may exist.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Principal": {"Service": "lamda.amazonaws.com"},
    ///             "Action": "sts:AssumeRole"
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
    ///             "Principal": {"Service": "lambda.amazonaws.com"},
    ///             "Action": "sts:AssumeRole"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// The service principals of the AWS reference of this editor.
    UNKNOWN_SERVICE_PRINCIPAL {
        title: "Unknown service principal",
        finding_type: Warning,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("reference_policies_elements_principal.html"),
        run: run,
    }
}

/// The keys whose values are service principals of the form that a trust policy has.
///
/// Source: IAM User Guide, "Available keys for IAM" and "AWS global condition context keys", 2025.
const KEYS: [&str; 3] = [
    "iam:AWSServiceName",
    "iam:PassedToService",
    "aws:PrincipalServiceName",
];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let Some(catalog) = ctx.catalog else {
        return;
    };
    let statements = ctx.policy.statements().iter();
    let principals = statements.flat_map(|statement| statement.principals());
    let services = principals.filter(|principal| principal.type_name == "Service");
    let named = services.map(|principal| {
        (
            principal.entry,
            "AWS rejects a principal that does not exist.",
        )
    });
    let tests = ctx
        .policy
        .tests()
        .iter()
        .filter(|test| names_services(test));
    let compared = tests.flat_map(KeyTest::entries);
    let compared = compared.map(|entry| {
        (
            entry,
            "A condition on a service that does not exist never holds.",
        )
    });
    let unknown = named
        .chain(compared)
        .filter(|(entry, _)| is_unknown(ctx, catalog, entry));
    findings.extend(unknown.map(|(entry, why)| finding(ctx, catalog, &entry, why)));
}

fn names_services(test: &KeyTest) -> bool {
    test.is_of(OperatorFamily::String) && KEYS.iter().any(|key| test.is_about(key))
}

/// Whether the name is none that is known; an account or an ARN in its place is another check's business.
fn is_unknown(ctx: &Context, catalog: &Catalog, entry: &Entry) -> bool {
    let text = &*entry.text;
    let is_other = text.starts_with("arn:") || text.bytes().all(|byte| byte.is_ascii_digit());
    !is_other
        && !has_wildcard(text)
        && !has_variable(text)
        && !catalog.knows_service_principal(text)
        && !is_of_service(catalog, text)
        && ctx.is_settled(entry.node)
}

/// Whether it is made of the prefix of a service, perhaps behind a part of it: `export.rds.amazonaws.com`.
///
/// The list of principals has gaps there.
fn is_of_service(catalog: &Catalog, text: &str) -> bool {
    let labels = text.strip_suffix(".amazonaws.com");
    let last = labels.and_then(|labels| labels.rsplit('.').next());
    last.is_some_and(|last| {
        catalog.service(last).is_some() || catalog.retired_service(last).is_some()
    })
}

fn finding(ctx: &Context, catalog: &Catalog, entry: &Entry, why: &str) -> Finding {
    let finding = CHECK.finding(
        [ctx.location(entry.node)],
        format!(
            "{} is no service principal that was known on {}.",
            quoted(&entry.text),
            catalog.date()
        ),
        why,
        "Write the name that the documentation of the service gives, such as `lambda.amazonaws.com`.",
    );
    let near = catalog.nearest_service_principals(&entry.text).into_iter();
    let choices = near.filter_map(|name| {
        let edit = replace_text(ctx.tree, entry.node, &name);
        Fix::choice_by_reference(format!("Write {}", quoted(&name)), [edit])
    });
    choices.fold(finding, Finding::mended_by)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_clean, check_fix};
    use super::CHECK;

    fn trust(service: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "Allow", "Principal": {{"Service": {service}}}, "Action": "sts:AssumeRole"}}]}}"#
        )
    }

    fn passing(value: &str) -> String {
        format!(
            r#"{{"Statement": [{{"Effect": "Allow", "Action": "iam:PassRole", "Resource": "arn:aws:iam::210987654321:role/a", "Condition": {{"StringEquals": {{"iam:PassedToService": {value}}}}}}}]}}"#
        )
    }

    #[test]
    fn is_about_each_name() {
        check(
            &CHECK,
            &trust(
                r#"["ec2.amazonaws.com", "export.rds.amazonaws.com", "logs.eu-west-1.amazonaws.com", «"lamda.amazonaws.com"»]"#,
            ),
        );
        check(
            &CHECK,
            &passing(r#"["ec2.amazonaws.com.cn", «"ec2"», "ecs*.amazonaws.com", "{{service}}"]"#),
        );
        check_clean(&CHECK, &trust(r#""210987654321""#));
    }

    #[test]
    fn offers_the_names_that_are_near() {
        for (before, after) in [
            ("lamda.amazonaws.com", "lambda.amazonaws.com"),
            ("ec2", "ec2.amazonaws.com"),
            ("ec2.amazon.com", "ec2.amazonaws.com"),
            ("ecs.tasks.amazonaws.com", "ecs-tasks.amazonaws.com"),
        ] {
            let quoted = |name: &str| format!("\"{name}\"");
            check_fix(&CHECK, &trust(&quoted(before)), &trust(&quoted(after)));
            check_fix(&CHECK, &passing(&quoted(before)), &passing(&quoted(after)));
        }
    }
}
