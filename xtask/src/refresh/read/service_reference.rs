//! AWS's Service Reference itself: a folder of its JSON files, one for each service, of version 1.4 or alike.
//!
//! Given by `--service-reference`; a service that is there goes before cfn-lint's copy of it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use iam_policy_editor::engine::catalog::AccessLevel;
use serde_json::Value;

use super::super::model::{ConditionKey, ResourceType};
use super::listing::{ListedAction, ListedService, Listing};
use super::{Read, condition_key, items, json, key_spelling, keys, text, texts};

/// Reads every file that describes a service; the lists of services and of SDK names are passed over.
pub fn read(folder: &Path) -> Read<Listing> {
    let mut listing = Listing::default();
    for path in files(folder)? {
        let service = json(&path)?;
        if service["Actions"].is_array() {
            let described =
                read_service(&service).map_err(|error| format!("{}: {error}", path.display()))?;
            listing.services.insert(text(&service["Name"])?, described);
        }
    }
    if listing.services.is_empty() {
        return Err(format!("{}: no file of it describes a service", folder.display()).into());
    }
    Ok(listing)
}

/// The JSON files of the folder, in the order of their names.
pub fn files(folder: &Path) -> Read<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    files.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    files.sort();
    Ok(files)
}

fn read_service(service: &Value) -> Read<ListedService> {
    let actions = items(&service["Actions"]).map(|action| {
        let name = text(&action["Name"])?;
        let dependents = dependents(service, &name);
        Ok((
            name.to_ascii_lowercase(),
            read_action(action, name, dependents),
        ))
    });
    Ok(ListedService {
        actions: actions.collect::<Read<_>>()?,
        resource_types: resource_types(&service["Resources"])?,
        condition_keys: condition_keys(&service["ConditionKeys"])?,
    })
}

fn read_action(action: &Value, name: String, dependents: BTreeSet<String>) -> ListedAction {
    let resources = items(&action["Resources"]);
    ListedAction {
        spelling: Some(name),
        resource_types: resources
            .filter_map(|of| of["Name"].as_str().map(str::to_owned))
            .collect(),
        levels: levels(&action["Annotations"]["Properties"]),
        condition_keys: keys(&action["ActionConditionKeys"]),
        dependents,
    }
}

/// The flags are not exclusive; an action with none of them reads.
fn levels(properties: &Value) -> BTreeSet<AccessLevel> {
    let flags = [
        ("IsList", AccessLevel::List),
        ("IsWrite", AccessLevel::Write),
        ("IsTaggingOnly", AccessLevel::Tagging),
        ("IsPermissionManagement", AccessLevel::PermissionsManagement),
    ];
    let set = flags
        .into_iter()
        .filter(|(flag, _)| properties[flag] == true);
    let levels: BTreeSet<AccessLevel> = set.map(|(_, level)| level).collect();
    if levels.is_empty() {
        BTreeSet::from([AccessLevel::Read])
    } else {
        levels
    }
}

/// What an API operation of the action's name is authorised by, other than the action itself.
fn dependents(service: &Value, name: &str) -> BTreeSet<String> {
    let own = format!("{}:{name}", service["Name"].as_str().unwrap_or_default());
    let operation = items(&service["Operations"]).find(|operation| operation["Name"] == name);
    let authorised_by: BTreeSet<String> = operation
        .into_iter()
        .flat_map(|operation| items(&operation["AuthorizedActions"]))
        .filter_map(|by| {
            Some(format!(
                "{}:{}",
                by["Service"].as_str()?,
                by["Name"].as_str()?
            ))
        })
        .collect();
    // An operation that another action authorises says nothing about this one.
    if authorised_by.contains(&own) {
        authorised_by.into_iter().filter(|by| *by != own).collect()
    } else {
        BTreeSet::new()
    }
}

fn resource_types(resources: &Value) -> Read<BTreeMap<String, ResourceType>> {
    items(resources)
        .map(|resource| {
            let facts = ResourceType {
                arn_formats: texts(&resource["ARNFormats"]).map(str::to_owned).collect(),
                condition_keys: keys(&resource["ConditionKeys"]),
            };
            Ok((text(&resource["Name"])?, facts))
        })
        .collect()
}

fn condition_keys(list: &Value) -> Read<BTreeMap<String, ConditionKey>> {
    items(list)
        .filter_map(|key| Some((key, texts(&key["Types"]).next()?)))
        .map(|(key, kind)| {
            Ok((
                key_spelling::spell(&text(&key["Name"])?),
                condition_key(kind)?,
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A made-up service in the form of the documentation's example.
    const SERVICE: &str = r#"{
        "Name": "shelf", "Version": "v1.4",
        "Actions": [
            {"Name": "PutBook", "ActionConditionKeys": ["shelf:Tag/tag-key"],
             "Annotations": {"Properties": {"IsList": false, "IsPermissionManagement": true, "IsTaggingOnly": false, "IsWrite": true}},
             "Resources": [{"Name": "board"}]},
            {"Name": "ReadBook", "Annotations": {"Properties": {"IsList": false, "IsPermissionManagement": false, "IsTaggingOnly": false, "IsWrite": false}}}
        ],
        "ConditionKeys": [{"Name": "shelf:Width", "Types": ["Numeric"]}],
        "Operations": [{"Name": "PutBook", "AuthorizedActions": [
            {"Name": "PutBook", "Service": "shelf"}, {"Name": "PassRole", "Service": "iam", "Context": {}}]}],
        "Resources": [{"Name": "board", "ARNFormats": ["arn:${Partition}:shelf:::board/${Board}"], "ConditionKeys": []}]
    }"#;

    #[test]
    fn reads_a_service_with_everything_that_belongs_to_it() {
        let service = read_service(&serde_json::from_str(SERVICE).unwrap()).unwrap();
        let put = &service.actions["putbook"];
        assert_eq!(put.spelling.as_deref(), Some("PutBook"));
        assert_eq!(
            put.levels,
            [AccessLevel::Write, AccessLevel::PermissionsManagement].into()
        );
        assert_eq!(put.resource_types, ["board".to_owned()].into());
        assert_eq!(
            put.condition_keys,
            ["shelf:Tag/${TagKey}".to_owned()].into()
        );
        assert_eq!(put.dependents, ["iam:PassRole".to_owned()].into());
        assert_eq!(
            service.actions["readbook"].levels,
            [AccessLevel::Read].into()
        );
        assert_eq!(service.resource_types["board"].arn_formats.len(), 1);
        assert!(!service.condition_keys["shelf:Width"].multivalued);
    }
}
