//! A reference as a catalog has it: to compare with the former file, and to prove that nothing was lost in writing.

use std::collections::{BTreeMap, BTreeSet};

use iam_policy_editor::engine::catalog::{self, Catalog};

use super::model::{
    Action, ConditionKey, Partition, Record, Reference, ResourceType, RetiredNames, Service, Target,
};

/// Everything that the catalog says.
pub fn reference(catalog: &Catalog) -> Reference {
    let services = catalog.services();
    let keys = catalog.condition_keys();
    Reference {
        date: catalog.date().to_owned(),
        services: services
            .map(|service| (service.prefix().to_owned(), restore(service)))
            .collect(),
        condition_keys: keys
            .map(|key| (key.name().to_owned(), condition_key(key)))
            .collect(),
        service_principals: catalog.service_principals().map(str::to_owned).collect(),
        partitions: partitions(catalog),
        retired: retired(catalog),
    }
}

fn restore(service: catalog::Service<'_>) -> Service {
    let actions = service.actions();
    let types = service.resource_types();
    Service {
        title: service.title().to_owned(),
        honours_resource_control_policies: service.honours_resource_control_policies(),
        reports_endpoint_account: service.reports_endpoint_account(),
        reports_endpoint_organization: service.reports_endpoint_organization(),
        actions: actions
            .map(|own| (own.name().to_owned(), action(own)))
            .collect(),
        resource_types: types
            .map(|own| (own.name().to_owned(), resource_type(own)))
            .collect(),
        condition_keys: names(service.condition_keys()),
    }
}

fn names<'c>(keys: impl Iterator<Item = catalog::ConditionKey<'c>>) -> BTreeSet<String> {
    keys.map(|key| key.name().to_owned()).collect()
}

fn action(action: catalog::Action<'_>) -> Action {
    let targets = action.targets().map(|target| {
        let facts = Target {
            required: target.is_required(),
            condition_keys: names(target.condition_keys()),
        };
        (target.resource_type().name().to_owned(), facts)
    });
    Action {
        levels: action.levels().iter().collect(),
        condition_keys: names(action.condition_keys()),
        targets: targets.collect(),
        dependents: action.dependents().map(|other| other.to_string()).collect(),
    }
}

fn resource_type(resource_type: catalog::ResourceType<'_>) -> ResourceType {
    let formats = resource_type.arn_formats();
    ResourceType {
        arn_formats: formats.map(|format| format.text().to_owned()).collect(),
        condition_keys: names(resource_type.condition_keys()),
    }
}

fn condition_key(key: catalog::ConditionKey<'_>) -> ConditionKey {
    ConditionKey {
        value_type: key.value_type(),
        multivalued: key.is_multivalued(),
        global: key.is_global(),
    }
}

fn partitions(catalog: &Catalog) -> BTreeMap<String, Partition> {
    let partitions = catalog.partitions().map(|partition| {
        let regions = catalog
            .regions()
            .filter(|region| region.partition == partition);
        let facts = Partition {
            domain: partition.domain.to_owned(),
            regions: regions
                .map(|region| (region.code.to_owned(), region.title.to_owned()))
                .collect(),
        };
        (partition.id.to_owned(), facts)
    });
    partitions.collect()
}

fn retired(catalog: &Catalog) -> RetiredNames {
    let entry = |retired: catalog::Retired<'_>| {
        let record = Record {
            last_listed: retired.last_listed.to_owned(),
            standing: retired.standing,
        };
        (retired.name.to_owned(), record)
    };
    RetiredNames {
        services: catalog.retired_services().map(entry).collect(),
        actions: catalog.retired_actions().map(entry).collect(),
        condition_keys: catalog.retired_condition_keys().map(entry).collect(),
    }
}
