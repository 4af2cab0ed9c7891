//! Actions: their names, levels, resources, condition keys and dependent actions.

use std::fmt;

use super::access_level::AccessLevels;
use super::action_index::ActionIndex;
use super::sets::Sets;
use super::suggestion::nearest;
use super::texts::Texts;
use super::wildcard::{self, has_wildcard};
use super::{Catalog, ConditionKey, ResourceType, Service};

/// All actions, service by service.
pub(super) struct Actions {
    pub names: Texts,
    pub index: ActionIndex,
    pub services: Vec<usize>,
    pub levels: Vec<AccessLevels>,
    pub key_sets: Vec<u32>,
    pub target_sets: Vec<u32>,
    pub dependent_sets: Vec<u32>,
    pub targets: Sets<TargetRecord>,
    pub dependents: Sets<usize>,
}

/// A resource type that an action takes.
#[derive(Clone, Copy, Debug)]
pub(super) struct TargetRecord {
    pub resource_type: usize,
    pub required: bool,
    pub key_set: u32,
}

/// One action of a service.
#[derive(Clone, Copy)]
pub struct Action<'c> {
    pub(super) catalog: &'c Catalog,
    pub(super) place: usize,
}

impl Catalog {
    /// The action that a policy calls `prefix:name`, compared without case.
    pub fn action(&self, prefix: &str, name: &str) -> Option<Action<'_>> {
        let found = self
            .actions
            .index
            .candidates(prefix, name)
            .map(|place| Action {
                catalog: self,
                place,
            });
        found
            .filter(|action| action.name().eq_ignore_ascii_case(name))
            .find(|action| action.service().prefix().eq_ignore_ascii_case(prefix))
    }

    /// The actions that an entry such as `s3:Get*`, `*:Tag*` or `*` matches, compared without case, service by service.
    ///
    /// An entry without a colon matches nothing unless it is made of `*` alone.
    pub fn actions_matching<'c>(&'c self, entry: &str) -> impl Iterator<Item = Action<'c>> {
        let everything = !entry.is_empty() && entry.bytes().all(|byte| byte == b'*');
        let (prefix, name) = match entry.split_once(':') {
            Some(parts) => Some(parts),
            None => everything.then_some(("*", "*")),
        }
        .unzip();
        let name = name.unwrap_or_default();
        let exact = prefix
            .filter(|_| !has_wildcard(entry))
            .map(|prefix| self.action(prefix, name));
        let matching = prefix
            .filter(|_| exact.is_none())
            .into_iter()
            .flat_map(|prefix| self.services_matching(prefix))
            .flat_map(Service::actions)
            .filter(move |action| wildcard::matches(name, action.name()));
        exact.flatten().into_iter().chain(matching)
    }
}

impl Catalog {
    /// The actions of that name, compared without case, of whatever service, service by service.
    pub fn actions_named<'c>(&'c self, name: &str) -> impl Iterator<Item = Action<'c>> {
        let actions = 0..self.actions.names.len();
        let all = actions.map(|place| Action {
            catalog: self,
            place,
        });
        all.filter(move |action| action.name().eq_ignore_ascii_case(name))
    }
}

impl<'c> Service<'c> {
    /// The names of its actions nearest to one that it has not: at most three, the nearest first.
    ///
    /// The action by which an API operation of that name is authorised comes first.
    pub fn nearest_actions(self, name: &str) -> Vec<&'c str> {
        let authorised_by = super::action_of_operation(self.prefix(), name);
        let mut names: Vec<&str> = authorised_by.into_iter().collect();
        let near = nearest(name, self.actions().map(Action::name));
        names.extend(near.into_iter().filter(|near| Some(*near) != authorised_by));
        names.truncate(super::suggestion::MOST);
        names
    }
}

impl<'c> Action<'c> {
    /// Its service.
    pub fn service(self) -> Service<'c> {
        let services = &self.catalog.actions.services;
        Service {
            catalog: self.catalog,
            place: services.get(self.place).copied().unwrap_or_default(),
        }
    }

    /// Its name without the prefix, in AWS's spelling: `GetObject`.
    pub fn name(self) -> &'c str {
        self.catalog.actions.names.get(self.place)
    }

    /// Its access levels.
    pub fn levels(self) -> AccessLevels {
        let levels = self.catalog.actions.levels.get(self.place).copied();
        levels.unwrap_or(AccessLevels::LIST)
    }

    /// The resource types it takes, in the order of their names; none where only `*` can be its resource.
    pub fn targets(self) -> impl Iterator<Item = Target<'c>> {
        let catalog = self.catalog;
        let actions = &catalog.actions;
        let set = actions.target_sets.get(self.place).copied();
        let records = actions.targets.get(set.unwrap_or_default()).iter();
        records.map(|record| Target { catalog, record })
    }

    /// The condition keys that it has on every resource, in the order of their names.
    ///
    /// What it has only on some resource types stands with its [`Self::targets`].
    pub fn condition_keys(self) -> impl Iterator<Item = ConditionKey<'c>> {
        let set = self.catalog.actions.key_sets.get(self.place).copied();
        self.catalog.key_set(set.unwrap_or_default())
    }

    /// Whether a condition key is among its own, those of its targets, or those of their resource types.
    pub fn lists(self, key: ConditionKey<'_>) -> bool {
        let on_target = |target: Target<'c>| {
            let of_type = target.resource_type().condition_keys();
            target.condition_keys().chain(of_type).any(|own| own == key)
        };
        self.condition_keys().any(|own| own == key) || self.targets().any(on_target)
    }

    /// The actions that must be allowed as well for it to work, at least in some of its uses, in the order of their services.
    ///
    /// Source: Service Authorization Reference of 8 July 2026, the last that lists them.
    pub fn dependents(self) -> impl Iterator<Item = Action<'c>> {
        let catalog = self.catalog;
        let actions = &catalog.actions;
        let set = actions.dependent_sets.get(self.place).copied();
        let places = actions.dependents.get(set.unwrap_or_default()).iter();
        places.map(|place| Action {
            catalog,
            place: *place,
        })
    }
}

impl PartialEq for Action<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl Eq for Action<'_> {}

impl fmt::Display for Action<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.service().prefix(), self.name())
    }
}

impl fmt::Debug for Action<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A resource type as one action takes it.
#[derive(Clone, Copy)]
pub struct Target<'c> {
    catalog: &'c Catalog,
    record: &'c TargetRecord,
}

impl<'c> Target<'c> {
    /// The resource type.
    pub fn resource_type(self) -> ResourceType<'c> {
        ResourceType {
            catalog: self.catalog,
            place: self.record.resource_type,
        }
    }

    /// Whether every request of the action names a resource of this type.
    pub fn is_required(self) -> bool {
        self.record.required
    }

    /// The condition keys that the action has on this type and not on every other, in the order of their names.
    pub fn condition_keys(self) -> impl Iterator<Item = ConditionKey<'c>> {
        self.catalog.key_set(self.record.key_set)
    }
}

impl fmt::Debug for Target<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mark = if self.is_required() { "*" } else { "" };
        write!(f, "{}{mark}", self.resource_type().name())
    }
}
