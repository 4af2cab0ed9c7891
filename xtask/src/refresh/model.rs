//! The one form that every source is read into and the reference file is written from.

use std::collections::{BTreeMap, BTreeSet};

use iam_policy_editor::engine::catalog::{AccessLevel, Standing, ValueType};

/// Everything that a reference file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reference {
    /// `YYYY-MM-DD`.
    pub date: String,
    /// By prefix, lower case.
    pub services: BTreeMap<String, Service>,
    /// By name, families with `${…}`.
    pub condition_keys: BTreeMap<String, ConditionKey>,
    pub service_principals: BTreeSet<String>,
    /// By id.
    pub partitions: BTreeMap<String, Partition>,
    pub retired: RetiredNames,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Service {
    pub title: String,
    pub honours_resource_control_policies: bool,
    pub reports_endpoint_account: bool,
    pub reports_endpoint_organization: bool,
    pub actions: BTreeMap<String, Action>,
    pub resource_types: BTreeMap<String, ResourceType>,
    /// All that its pages list, and all that its actions and resource types have.
    pub condition_keys: BTreeSet<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Action {
    pub levels: BTreeSet<AccessLevel>,
    pub condition_keys: BTreeSet<String>,
    /// By resource type.
    pub targets: BTreeMap<String, Target>,
    /// As `prefix:Name`.
    pub dependents: BTreeSet<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Target {
    pub required: bool,
    pub condition_keys: BTreeSet<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResourceType {
    pub arn_formats: BTreeSet<String>,
    pub condition_keys: BTreeSet<String>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConditionKey {
    pub value_type: ValueType,
    pub multivalued: bool,
    pub global: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Partition {
    pub domain: String,
    /// Titles by code.
    pub regions: BTreeMap<String, String>,
}

/// What AWS lists no longer, each by name; of a service that is gone only the prefix.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RetiredNames {
    pub services: BTreeMap<String, Record>,
    pub actions: BTreeMap<String, Record>,
    pub condition_keys: BTreeMap<String, Record>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Record {
    /// `YYYY-MM-DD` or `YYYY-MM`.
    pub last_listed: String,
    pub standing: Standing,
}

impl Reference {
    /// The action that is called `name` without case, with its spelling.
    pub fn action(&self, prefix: &str, name: &str) -> Option<(&String, &Action)> {
        find(&self.services.get(prefix)?.actions, name)
    }

    /// Every action as `prefix:Name`, in the order of the prefixes.
    pub fn action_names(&self) -> impl Iterator<Item = String> {
        self.services.iter().flat_map(|(prefix, service)| {
            let names = service.actions.keys();
            names.map(move |name| format!("{prefix}:{name}"))
        })
    }

    /// Every action with its prefix and name.
    pub fn actions(&self) -> impl Iterator<Item = (&String, &String, &Action)> {
        self.services.iter().flat_map(|(prefix, service)| {
            let actions = service.actions.iter();
            actions.map(move |(name, action)| (prefix, name, action))
        })
    }
}

impl Service {
    /// The condition keys of its actions and resource types.
    pub fn used_condition_keys(&self) -> BTreeSet<String> {
        let of_types = self.resource_types.values().map(|of| &of.condition_keys);
        let of_actions = self.actions.values().map(|of| &of.condition_keys);
        let of_targets = self.actions.values().flat_map(|action| {
            let targets = action.targets.values();
            targets.map(|target| &target.condition_keys)
        });
        of_types
            .chain(of_actions)
            .chain(of_targets)
            .flatten()
            .cloned()
            .collect()
    }
}

/// The entry whose name is equal without case.
pub fn find<'m, T>(map: &'m BTreeMap<String, T>, name: &str) -> Option<(&'m String, &'m T)> {
    map.get_key_value(name)
        .or_else(|| map.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)))
}
