//! Writes a reference in the format that `engine::catalog::format` describes.

mod actions;
mod columns;
mod recent;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use iam_policy_editor::engine::catalog::ArnShorthand;
use iam_policy_editor::engine::catalog::format::{COLUMN_NAMES, FORMAT_VERSION, MAGIC, checksum};

use super::model::{ConditionKey, Record, Reference, Service};
use columns::Columns;
use recent::Recent;
use texts::Texts;

/// The content of the file, before it is packed: the same bytes for the same reference.
pub fn content(reference: &Reference) -> Vec<u8> {
    let mut writer = Writer {
        columns: Columns::default(),
        texts: Texts::default(),
    };
    writer.write(reference);
    seal(&reference.date, writer.texts.spell_into(writer.columns))
}

/// Puts the header before the columns and the checksum behind them.
fn seal(date: &str, columns: Columns) -> Vec<u8> {
    let mut content = [&MAGIC[..], &[FORMAT_VERSION], date.as_bytes()].concat();
    let columns: Vec<Vec<u8>> = COLUMN_NAMES
        .iter()
        .map(|name| columns.bytes(name))
        .collect();
    for column in &columns {
        let length = u32::try_from(column.len()).expect("a column is smaller than 4 GB");
        content.extend(length.to_le_bytes());
    }
    content.extend(columns.concat());
    content.extend(checksum(&content).to_le_bytes());
    content
}

/// Puts names in the order in which they are looked up: without case.
fn ignoring_case<'n>(names: impl IntoIterator<Item = &'n String>) -> Vec<&'n str> {
    let mut names: Vec<&str> = names.into_iter().map(String::as_str).collect();
    names.sort_by_key(|name| name.to_ascii_lowercase());
    names
}

struct Writer {
    columns: Columns,
    texts: Texts,
}

impl Writer {
    /// The order of the parts is the order in which `catalog::decode` reads them.
    fn write(&mut self, reference: &Reference) {
        self.services(&reference.services);
        let keys = ignoring_case(reference.condition_keys.keys());
        self.condition_keys(&keys, &reference.condition_keys);
        let key_numbers: BTreeMap<&str, usize> = keys.iter().copied().zip(0..).collect();
        let service_keys: Vec<Vec<usize>> = reference
            .services
            .values()
            .map(|service| numbers(&service.condition_keys, &key_numbers))
            .collect();
        self.service_keys(&service_keys);
        let actions = actions::names(self, reference);
        self.resource_types(&reference.services);
        self.arn_formats(&reference.services);
        for ((service, own), keys_of) in
            reference.services.values().zip(&actions).zip(&service_keys)
        {
            let local: BTreeMap<&str, usize> =
                keys_of.iter().map(|key| keys[*key]).zip(0..).collect();
            self.type_keys(service, &local);
            actions::facts(self, service, own, &local);
        }
        actions::dependents(self, reference, &actions);
        self.list(
            ignoring_case(&reference.service_principals).into_iter(),
            true,
        );
        self.partitions(reference);
        self.retired(reference);
    }

    /// Adds a list of names, with its length where nothing else says it.
    fn list<'n>(&mut self, names: impl Iterator<Item = &'n str>, counted: bool) {
        let names: Vec<&str> = names.collect();
        if counted {
            self.columns.number("counts", names.len());
        }
        self.texts.list(&names);
    }

    fn services(&mut self, services: &BTreeMap<String, Service>) {
        self.list(services.keys().map(String::as_str), true);
        self.list(
            services.values().map(|service| service.title.as_str()),
            false,
        );
        for service in services.values() {
            let traits = usize::from(service.honours_resource_control_policies)
                + 2 * usize::from(service.reports_endpoint_account)
                + 4 * usize::from(service.reports_endpoint_organization);
            self.columns.number("service_traits", traits);
        }
    }

    fn condition_keys(&mut self, names: &[&str], keys: &BTreeMap<String, ConditionKey>) {
        self.list(names.iter().copied(), true);
        for name in names {
            let key = keys[*name];
            let kind = key.value_type as usize
                + 8 * usize::from(key.multivalued)
                + 16 * usize::from(key.global);
            self.columns.number("key_kinds", kind);
        }
    }

    fn service_keys(&mut self, of_services: &[Vec<usize>]) {
        for keys in of_services {
            self.columns.number("counts", keys.len());
            self.columns.ascending("service_keys", keys);
        }
    }

    fn resource_types(&mut self, services: &BTreeMap<String, Service>) {
        for service in services.values() {
            self.list(service.resource_types.keys().map(String::as_str), true);
        }
    }

    fn arn_formats(&mut self, services: &BTreeMap<String, Service>) {
        let mut formats = Vec::new();
        for (prefix, service) in services {
            for (name, resource_type) in &service.resource_types {
                self.columns
                    .number("arn_counts", resource_type.arn_formats.len());
                let shorthand = ArnShorthand::new(prefix, name);
                formats.extend(
                    resource_type
                        .arn_formats
                        .iter()
                        .map(|format| shorthand.shorten(format)),
                );
            }
        }
        self.list(formats.iter().map(String::as_str), false);
    }

    fn type_keys(&mut self, service: &Service, local: &BTreeMap<&str, usize>) {
        let mut recent = Recent::default();
        for resource_type in service.resource_types.values() {
            let set = numbers(&resource_type.condition_keys, local);
            self.key_set("type_key_sets", &mut recent, set);
        }
    }

    /// Names a set of condition keys in a column, and gives its members if it is new.
    fn key_set(&mut self, column: &str, recent: &mut Recent<Vec<usize>>, set: Vec<usize>) {
        let rank = recent.rank(&set);
        self.columns.number(column, rank);
        if rank == 0 {
            self.columns.number("key_set_sizes", set.len());
            self.columns.ascending("key_set_members", &set);
        }
    }

    fn partitions(&mut self, reference: &Reference) {
        let partitions = &reference.partitions;
        self.list(partitions.keys().map(String::as_str), true);
        self.list(
            partitions
                .values()
                .map(|partition| partition.domain.as_str()),
            false,
        );
        for partition in partitions.values() {
            self.columns
                .number("region_counts", partition.regions.len());
        }
        let regions = || partitions.values().flat_map(|partition| &partition.regions);
        self.list(regions().map(|(code, _)| code.as_str()), false);
        self.list(regions().map(|(_, title)| title.as_str()), false);
    }

    fn retired(&mut self, reference: &Reference) {
        let retired = &reference.retired;
        let lists = [&retired.services, &retired.actions, &retired.condition_keys];
        let records: BTreeSet<&Record> = lists.iter().flat_map(|list| list.values()).collect();
        self.list(
            records.iter().map(|record| record.last_listed.as_str()),
            true,
        );
        for record in &records {
            self.columns
                .number("retired_standings", record.standing as usize);
        }
        let numbers: BTreeMap<&Record, usize> = records.into_iter().zip(0..).collect();
        for list in lists {
            let names = ignoring_case(list.keys());
            for name in &names {
                self.columns
                    .number("retired_records", numbers[&list[*name]]);
            }
            self.list(names.into_iter(), true);
        }
    }
}

/// The numbers of names, ascending.
fn numbers(names: &BTreeSet<String>, numbers: &BTreeMap<&str, usize>) -> Vec<usize> {
    let mut found: Vec<usize> = names.iter().map(|name| numbers[name.as_str()]).collect();
    found.sort_unstable();
    found
}
