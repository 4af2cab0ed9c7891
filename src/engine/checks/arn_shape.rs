//! Which fields the ARNs of a service's resources have, by their resource part.

use std::borrow::Cow;

use crate::engine::catalog::{ArnFormat, Catalog};
use crate::engine::policy::{ArnField, variables};

/// What the ARN formats have in common that a resource part may belong to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Shape {
    is_fitting: bool,
    region: Use,
    account: Use,
}

/// How the formats use a field.
#[derive(Clone, Copy, Debug, Default)]
struct Use {
    may_be_empty: bool,
    may_be_filled_in: bool,
}

/// Services whose resource parts are paths that no list has in full.
///
/// Source: Amazon API Gateway Developer Guide, "Control access to a REST API with IAM permissions", 2025.
const PATHS: [&str; 2] = ["apigateway", "execute-api"];

/// Forms of resource parts that AWS takes and the reference leaves out: service, and how the resource part begins.
///
/// Sources: AWS CodeArtifact User Guide, packages without a namespace; AWS Control Tower User Guide, control identifiers;
/// Amazon ECS Developer Guide, ARNs of before the longer format, 2025.
const UNLISTED_FORMS: [(&str, &str); 5] = [
    ("codeartifact", "package/"),
    ("controltower", "control/"),
    ("ecs", "container-instance/"),
    ("ecs", "service/"),
    ("ecs", "task/"),
];

/// Where AWS takes an ARN although the reference says otherwise: service, field, and how the resource part begins.
///
/// Some members of the type belong to AWS and lack the field, or some have one that the others lack.
///
/// Sources: the ARNs in AWS's own managed policies, 2026, which AWS's validation takes;
/// and the guides of the services, 2025:
/// AppConfig "Extensions", Braket "Devices", HealthOmics "Ready2Run workflows", Well-Architected Tool "Lenses", AppStream 2.0 "Base images", CloudFormation "Public extensions", Data Exchange "Entitled data",
/// Elastic Beanstalk "Custom platforms", Fault Injection Service "Actions", MediaLive "Reserved resources",
/// Personalize "Recipes", Security Hub "Products".
const EXCEPTIONS: [(&str, ArnField, &str); 25] = [
    ("appconfig", ArnField::Account, "extension/"),
    ("appstream", ArnField::Account, "image/"),
    ("braket", ArnField::Account, "device/"),
    ("braket", ArnField::Region, "device/"),
    ("cloudformation", ArnField::Account, "type/"),
    ("dataexchange", ArnField::Account, "data-sets/"),
    ("ec2", ArnField::Account, "image/"),
    ("ec2", ArnField::Account, "snapshot/"),
    ("elasticbeanstalk", ArnField::Account, "platform/"),
    ("fis", ArnField::Account, "action/"),
    ("medialive", ArnField::Account, "offering:"),
    ("omics", ArnField::Account, "workflow/"),
    ("personalize", ArnField::Account, "algorithm/"),
    ("personalize", ArnField::Account, "feature-transformation/"),
    ("personalize", ArnField::Account, "recipe/"),
    ("personalize", ArnField::Region, "algorithm/"),
    ("personalize", ArnField::Region, "feature-transformation/"),
    ("personalize", ArnField::Region, "recipe/"),
    ("resource-explorer-2", ArnField::Account, "view/"),
    ("securityhub", ArnField::Account, "product/"),
    ("securityhub", ArnField::Account, "standards/"),
    ("ssm", ArnField::Account, "automation-definition/"),
    ("ssm", ArnField::Account, "document/"),
    ("ssm", ArnField::Account, "parameter/"),
    ("wellarchitected", ArnField::Account, "lens/"),
];

/// The shape of the resources of a service that a resource part may name; policy variables may be any text.
///
/// `None` where nothing can be said: the service has no formats, or its resources are paths.
pub(super) fn shape(catalog: &Catalog, service: &str, resource: &str) -> Option<Shape> {
    let mut formats = catalog.arn_formats_of(service).peekable();
    let is_unlisted = UNLISTED_FORMS
        .iter()
        .any(|(of, beginning)| *of == service && resource.starts_with(beginning));
    if PATHS.contains(&service) || is_unlisted || formats.peek().is_none() {
        return None;
    }
    let pattern = pattern(resource);
    let fitting = formats.filter(|(_, format)| fits(*format, &pattern));
    Some(fitting.fold(Shape::default(), |shape, (_, format)| Shape {
        is_fitting: true,
        region: shape.region.and(format.region()),
        account: shape.account.and(format.account()),
    }))
}

/// The resource part with a `*` for each policy variable.
fn pattern(resource: &str) -> Cow<'_, str> {
    let variables = variables(resource);
    if variables.is_empty() {
        return Cow::Borrowed(resource);
    }
    let mut pattern = String::new();
    let mut from = 0;
    for variable in variables {
        pattern.push_str(resource.get(from..variable.start).unwrap_or_default());
        pattern.push('*');
        from = variable.end;
    }
    pattern.push_str(resource.get(from..).unwrap_or_default());
    Cow::Owned(pattern)
}

/// Whether the resource part may be of the format; one that ends at a separator may go on.
fn fits(format: ArnFormat, pattern: &str) -> bool {
    let goes_on =
        || pattern.ends_with(['/', ':']) && format.resource_overlaps(&format!("{pattern}*"));
    format.resource_overlaps(pattern) || goes_on()
}

impl Use {
    fn and(self, field: &str) -> Self {
        Self {
            may_be_empty: self.may_be_empty || field.is_empty(),
            may_be_filled_in: self.may_be_filled_in || !field.is_empty(),
        }
    }
}

impl Shape {
    /// Whether no resource type of the service has such a resource part.
    pub fn fits_nothing(self) -> bool {
        !self.is_fitting
    }

    /// Whether every such resource has the field.
    pub fn requires(self, field: ArnField) -> bool {
        self.is_fitting && !self.of(field).may_be_empty
    }

    /// Whether no such resource has the field.
    pub fn refuses(self, field: ArnField) -> bool {
        self.is_fitting && !self.of(field).may_be_filled_in
    }

    fn of(self, field: ArnField) -> Use {
        if field == ArnField::Region {
            self.region
        } else {
            self.account
        }
    }
}

/// Whether AWS takes the field filled in and empty, whatever the formats say.
///
/// A resource part that is all wildcards says nothing of what it names.
pub(super) fn is_free(service: &str, field: ArnField, resource: &str) -> bool {
    let stem = resource.split(['*', '?', '$']).next().unwrap_or_default();
    let is_named = |(of, which, start): &(&str, ArnField, &str)| {
        *of == service && *which == field && (start.starts_with(stem) || stem.starts_with(start))
    };
    stem.is_empty() || EXCEPTIONS.iter().any(is_named)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::testing::catalog;
    use super::*;

    fn told(service: &str, resource: &str) -> Option<(bool, bool, bool, bool)> {
        let shape = shape(catalog(), service, resource)?;
        let [region, account] = [ArnField::Region, ArnField::Account];
        assert!(!shape.fits_nothing() || !shape.requires(region) && !shape.refuses(account));
        shape.is_fitting.then_some((
            shape.requires(region),
            shape.requires(account),
            shape.refuses(region),
            shape.refuses(account),
        ))
    }

    #[test]
    fn tells_which_fields_the_resources_have() {
        let table = [
            ("s3", "bucket/*", Some((false, false, true, true))),
            ("s3", "*", Some((false, false, false, false))),
            ("sqs", "orders", Some((true, true, false, false))),
            (
                "iam",
                "role/${aws:username}",
                Some((false, true, true, false)),
            ),
            ("ec2", "image/ami-1", Some((true, false, false, true))),
            ("lambda", "function:", Some((true, true, false, false))),
            ("lambda", "fn:orders", None),
        ];
        for (service, resource, expected) in table {
            assert_eq!(told(service, resource), expected, "{service} {resource}");
        }
    }

    #[test]
    fn says_nothing_of_paths_and_of_services_without_formats() {
        for service in ["execute-api", "apigateway", "nothing"] {
            assert!(shape(catalog(), service, "a/b").is_none(), "{service}");
        }
    }

    #[test]
    fn knows_where_the_reference_is_too_strict() {
        let table = [
            ("ssm", "document/AWS-RunShellScript", true),
            ("ssm", "doc*", true),
            ("ssm", "patchbaseline/a", false),
            ("kms", "*", true),
            ("kms", "key/*", false),
        ];
        for (service, resource, expected) in table {
            assert_eq!(
                is_free(service, ArnField::Account, resource),
                expected,
                "{resource}"
            );
        }
        assert!(!is_free("ssm", ArnField::Region, "document/a"));
    }
}
