//! How many facts of each class a reference has, for the guards, the provenance and the summary.

use super::model::{Action, Reference};

type Count = (&'static str, usize);

/// The name of each class of facts and the number of them, in a fixed order.
pub fn counts(reference: &Reference) -> Vec<Count> {
    let mut counts = of_services(reference);
    counts.extend(of_actions(reference));
    counts.extend(of_condition_keys(reference));
    counts.extend(of_places(reference));
    counts.extend(of_retired_names(reference));
    counts
}

fn of_services(reference: &Reference) -> Vec<Count> {
    let services = || reference.services.values();
    let types = || services().flat_map(|service| service.resource_types.values());
    let honouring = services().filter(|of| of.honours_resource_control_policies);
    vec![
        ("services", reference.services.len()),
        (
            "services that honour resource control policies",
            honouring.count(),
        ),
        ("resource types", types().count()),
        ("ARN formats", types().map(|of| of.arn_formats.len()).sum()),
        (
            "condition keys of resource types",
            types().map(|of| of.condition_keys.len()).sum(),
        ),
    ]
}

fn of_actions(reference: &Reference) -> Vec<Count> {
    let sum = |count: fn(&Action) -> usize| {
        let actions = reference.actions();
        actions.map(|(_, _, action)| count(action)).sum::<usize>()
    };
    let required = |action: &Action| action.targets.values().filter(|of| of.required).count();
    let keys_of_pairs = |action: &Action| {
        action
            .targets
            .values()
            .map(|of| of.condition_keys.len())
            .sum()
    };
    vec![
        ("actions", sum(|_| 1)),
        (
            "access levels of actions",
            sum(|action| action.levels.len()),
        ),
        (
            "resource types of actions",
            sum(|action| action.targets.len()),
        ),
        ("required resource types of actions", sum(required)),
        (
            "condition keys of actions",
            sum(|action| action.condition_keys.len()),
        ),
        (
            "condition keys of actions on one resource type",
            sum(keys_of_pairs),
        ),
        ("dependent actions", sum(|action| action.dependents.len())),
    ]
}

fn of_condition_keys(reference: &Reference) -> Vec<Count> {
    let keys = || reference.condition_keys.values();
    vec![
        ("condition keys", keys().count()),
        (
            "global condition keys",
            keys().filter(|key| key.global).count(),
        ),
        (
            "multivalued condition keys",
            keys().filter(|key| key.multivalued).count(),
        ),
    ]
}

fn of_places(reference: &Reference) -> Vec<Count> {
    let partitions = || reference.partitions.values();
    vec![
        ("service principals", reference.service_principals.len()),
        ("partitions", partitions().count()),
        ("Regions", partitions().map(|of| of.regions.len()).sum()),
    ]
}

fn of_retired_names(reference: &Reference) -> Vec<Count> {
    let retired = &reference.retired;
    vec![
        ("retired services", retired.services.len()),
        ("retired actions", retired.actions.len()),
        ("retired condition keys", retired.condition_keys.len()),
    ]
}
