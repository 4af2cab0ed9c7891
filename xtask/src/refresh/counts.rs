//! How many facts of each class a reference has, for the guards, the provenance and the summary.

use super::model::{Action, Reference};

/// The name of each class of facts and the number of them, in a fixed order.
pub fn counts(reference: &Reference) -> Vec<(&'static str, usize)> {
    let of_actions = |count: fn(&Action) -> usize| {
        let actions = reference.actions();
        actions.map(|(_, _, action)| count(action)).sum::<usize>()
    };
    let services = || reference.services.values();
    let types = || services().flat_map(|service| service.resource_types.values());
    let keys = || reference.condition_keys.values();
    let retired = &reference.retired;
    vec![
        ("services", reference.services.len()),
        (
            "services that honour resource control policies",
            services()
                .filter(|of| of.honours_resource_control_policies)
                .count(),
        ),
        ("actions", of_actions(|_| 1)),
        (
            "access levels of actions",
            of_actions(|action| action.levels.len()),
        ),
        ("resource types", types().count()),
        ("ARN formats", types().map(|of| of.arn_formats.len()).sum()),
        (
            "condition keys of resource types",
            types().map(|of| of.condition_keys.len()).sum(),
        ),
        (
            "resource types of actions",
            of_actions(|action| action.targets.len()),
        ),
        (
            "required resource types of actions",
            of_actions(|action| action.targets.values().filter(|of| of.required).count()),
        ),
        (
            "condition keys of actions",
            of_actions(|action| action.condition_keys.len()),
        ),
        (
            "condition keys of actions on one resource type",
            of_actions(|action| {
                action
                    .targets
                    .values()
                    .map(|of| of.condition_keys.len())
                    .sum()
            }),
        ),
        (
            "dependent actions",
            of_actions(|action| action.dependents.len()),
        ),
        ("condition keys", reference.condition_keys.len()),
        (
            "global condition keys",
            keys().filter(|key| key.global).count(),
        ),
        (
            "multivalued condition keys",
            keys().filter(|key| key.multivalued).count(),
        ),
        ("service principals", reference.service_principals.len()),
        ("partitions", reference.partitions.len()),
        (
            "Regions",
            reference
                .partitions
                .values()
                .map(|of| of.regions.len())
                .sum(),
        ),
        ("retired services", retired.services.len()),
        ("retired actions", retired.actions.len()),
        ("retired condition keys", retired.condition_keys.len()),
    ]
}
