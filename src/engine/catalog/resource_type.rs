//! Resource types and the ARNs that name their resources.

use std::fmt;

use super::arn_format::Colons;
use super::service::range;
use super::texts::Texts;
use super::{ArnFormat, Catalog, ConditionKey, Service};

/// All resource types, service by service.
pub(super) struct ResourceTypes {
    pub names: Texts,
    pub services: Vec<usize>,
    pub key_sets: Vec<u32>,
    pub arns: Texts,
    /// For each type, the end of its ARN formats in the list of all.
    pub arn_ends: Vec<usize>,
    /// For each ARN format, where its colons stand.
    pub arn_colons: Vec<Colons>,
    /// For each ARN format, what its resource part matches.
    pub arn_patterns: Texts,
    /// The places of the types with an ARN format that names another service than their own.
    pub elsewhere: Vec<usize>,
}

/// One resource type of a service.
#[derive(Clone, Copy)]
pub struct ResourceType<'c> {
    pub(super) catalog: &'c Catalog,
    pub(super) place: usize,
}

impl Catalog {
    /// The ARN formats whose service field is `service`, compared without case, each with its resource type.
    ///
    /// They are mostly of the service of that prefix, followed by those that other services list:
    /// `execute-api`'s ARNs name it itself, but those of `apigateway`'s custom domains may name either.
    pub fn arn_formats_of<'c>(
        &'c self,
        service: &str,
    ) -> impl Iterator<Item = (ResourceType<'c>, ArnFormat<'c>)> {
        let own = self.service(service);
        let others = self.types_with_arns_elsewhere();
        own.into_iter()
            .flat_map(Service::resource_types)
            .chain(others.filter(move |other| Some(other.service()) != own))
            .flat_map(|of| of.arn_formats().map(move |format| (of, format)))
            .filter(move |(_, format)| format.service().eq_ignore_ascii_case(service))
    }

    /// The ARN formats whose service field may be anything, `${…}`, each with its resource type.
    pub fn arn_formats_of_any_service(
        &self,
    ) -> impl Iterator<Item = (ResourceType<'_>, ArnFormat<'_>)> {
        self.types_with_arns_elsewhere()
            .flat_map(|of| of.arn_formats().map(move |format| (of, format)))
            .filter(|(_, format)| format.service().starts_with("${"))
    }

    fn types_with_arns_elsewhere(&self) -> impl Iterator<Item = ResourceType<'_>> {
        let places = self.resource_types.elsewhere.iter();
        places.map(|place| ResourceType {
            catalog: self,
            place: *place,
        })
    }

    /// Whether the service field of an ARN may be `service`: the prefix of a service, or what some resource type's ARNs name.
    ///
    /// A name that AWS is known to refuse is none, even where a format has it.
    pub fn is_arn_service(&self, service: &str) -> bool {
        let refused = self
            .retired_service(service)
            .is_some_and(|retired| retired.is_refused());
        !refused
            && (self.service(service).is_some() || self.arn_formats_of(service).next().is_some())
    }
}

impl<'c> ResourceType<'c> {
    /// The service that lists it.
    pub fn service(self) -> Service<'c> {
        let services = &self.catalog.resource_types.services;
        Service {
            catalog: self.catalog,
            place: services.get(self.place).copied().unwrap_or_default(),
        }
    }

    /// Its name: `bucket`, `capacity-reservation`.
    pub fn name(self) -> &'c str {
        self.catalog.resource_types.names.get(self.place)
    }

    /// The ARNs of its resources: at least one format.
    pub fn arn_formats(self) -> impl Iterator<Item = ArnFormat<'c>> {
        let types = &self.catalog.resource_types;
        range(&types.arn_ends, self.place).map(|place| {
            let colons = types.arn_colons.get(place).copied().unwrap_or_default();
            ArnFormat::new(types.arns.get(place), colons, types.arn_patterns.get(place))
        })
    }

    /// The condition keys that every request on such a resource may carry, in the order of their names.
    pub fn condition_keys(self) -> impl Iterator<Item = ConditionKey<'c>> {
        let set = self
            .catalog
            .resource_types
            .key_sets
            .get(self.place)
            .copied();
        self.catalog.key_set(set.unwrap_or_default())
    }
}

impl PartialEq for ResourceType<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl Eq for ResourceType<'_> {}

impl fmt::Debug for ResourceType<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.service().prefix(), self.name())
    }
}
