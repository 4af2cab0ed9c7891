//! ARNs of service-linked roles without the path that all of them have.

use super::context::Context;
use super::declare::{declare_check, user_guide};
use super::finding::Finding;
use super::fix::Fix;
use super::resource::resources;
use super::wording::quoted;
use crate::engine::policy::{Arn, ArnField, Entry};
use crate::engine::text::Edit;

declare_check! {
    /// ## What it checks
    ///
    /// A role whose name begins with `AWSServiceRoleFor` stands below `aws-service-role/` and the name of its service.
    ///
    /// ## Why it matters
    ///
    /// A role made by hand under such a name is no service-linked role, and AWS's own role has another ARN, so this one does not match it.
    /// AWS Batch, for instance, makes its role itself since March 2021; older instructions tell people to create one of that name.
    ///
    /// ## Invalid
    ///
    /// ```json
    /// {
    ///     "Version": "2012-10-17",
    ///     "Statement": [
    ///         {
    ///             "Effect": "Allow",
    ///             "Action": "iam:GetRole",
    ///             "Resource": "arn:aws:iam::111122223333:role/AWSServiceRoleForBatch"
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
    ///             "Action": "iam:GetRole",
    ///             "Resource": "arn:aws:iam::111122223333:role/aws-service-role/batch.amazonaws.com/AWSServiceRoleForBatch"
    ///         }
    ///     ]
    /// }
    /// ```
    ///
    /// ## Source
    ///
    /// IAM User Guide, "Create a service-linked role", 2025; AWS Batch User Guide, "Using service-linked roles", 2026.
    SERVICE_LINKED_ROLE_WITHOUT_PATH {
        title: "Service-linked role without its path",
        finding_type: Warning,
        source: Editor,
        kinds: &[],
        has_fix: true,
        learn_more: user_guide!("id_roles_create-service-linked-role.html"),
        run: run,
    }
}

/// How the names of service-linked roles begin, behind `role/` where no path is.
///
/// Source: IAM User Guide, "Create a service-linked role", 2025.
const NAME: &str = "role/AWSServiceRoleFor";

/// The services of roles that people write without a path.
///
/// Source: user guides of the services, 2026.
const SERVICES: [(&str, &str); 6] = [
    ("AWSServiceRoleForAutoScaling", "autoscaling.amazonaws.com"),
    ("AWSServiceRoleForBatch", "batch.amazonaws.com"),
    ("AWSServiceRoleForEC2Spot", "spot.amazonaws.com"),
    ("AWSServiceRoleForEC2SpotFleet", "spotfleet.amazonaws.com"),
    ("AWSServiceRoleForECS", "ecs.amazonaws.com"),
    (
        "AWSServiceRoleForElasticLoadBalancing",
        "elasticloadbalancing.amazonaws.com",
    ),
];

fn run(ctx: &Context, findings: &mut Vec<Finding>) {
    let of_resources = resources(ctx).map(|resource| resource.entry);
    let mut entries: Vec<Entry> = of_resources.collect();
    for statement in ctx.policy.statements() {
        for principal in statement.principals() {
            entries.push(principal.entry);
        }
    }
    findings.extend(entries.iter().filter_map(|entry| finding(ctx, entry)));
}

fn finding(ctx: &Context, entry: &Entry) -> Option<Finding> {
    let arn = Arn::cut(&entry.text);
    let resource = arn.field(ArnField::Resource)?;
    if !resource.starts_with(NAME) || arn.field(ArnField::Service) != Some("iam") {
        return None;
    }
    let name = resource.strip_prefix("role/")?;
    let service = SERVICES.iter().find(|(known, _)| *known == name);
    let service = service.map_or("{{service_principal}}", |(_, service)| service);
    let finding = CHECK.finding(
        [ctx.location(entry.node)],
        format!("No service-linked role has the ARN {}.", quoted(&ctx.written(ctx.tree.content_span(entry.node)))),
        "A service's own role stands below `aws-service-role/` and the service's name; one made by hand under its name is another role.",
        "Write the path before the name, or leave the role to the service.",
    );
    let range = arn.range(ArnField::Resource)?;
    let at = range.start + "role/".len();
    let place = ctx.tree.decoded_range_to_span(entry.node, at..at)?;
    let path = Edit::insert(place.start, format!("aws-service-role/{service}/"));
    Some(finding.mended_by(Fix::choice("Write the path before the name", [path])))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{check, check_fix};
    use super::CHECK;

    #[test]
    fn marks_roles_without_their_path() {
        check(
            &CHECK,
            r#"{"Statement": {"Effect": "Allow", "Action": "iam:PassRole", "Resource": [«"arn:aws:iam::*:role/AWSServiceRoleForBatch"», "arn:aws:iam::*:role/aws-service-role/batch.amazonaws.com/AWSServiceRoleForBatch*", "arn:aws:iam::*:role/AWSBatchServiceRole"]}}"#,
        );
    }

    #[test]
    fn writes_the_path_and_asks_for_a_service_it_does_not_know() {
        for (name, service) in [
            ("AWSServiceRoleForBatch", "batch.amazonaws.com"),
            ("AWSServiceRoleForSomething", "{{service_principal}}"),
        ] {
            let with = |path: &str| {
                format!(
                    r#"{{"Statement": {{"Effect": "Allow", "Action": "iam:GetRole", "Resource": "arn:aws:iam::1:role/{path}{name}"}}}}"#
                )
            };
            check_fix(
                &CHECK,
                &with(""),
                &with(&format!("aws-service-role/{service}/")),
            );
        }
    }
}
