//! PyPI `cfn-lint` (MIT-0): a copy of AWS's Service Reference, names in lower case, ARNs cut at the first variable.

use std::path::Path;

use serde_json::Value;

use super::listing::{ListedAction, ListedService, Listing};
use super::{Read, json, members, texts};

const LIST: &str = "cfnlint/data/AdditionalSpecs/Policies.json";

/// Reads which actions exist and which resource types they take.
pub fn read(wheel: &Path) -> Read<Listing> {
    let list = json(&wheel.join(LIST))?;
    let services = members(&list).map(|(prefix, service)| (prefix.clone(), read_service(service)));
    Ok(Listing {
        services: services.collect(),
    })
}

fn read_service(service: &Value) -> ListedService {
    let actions = members(&service["Actions"]).map(|(name, action)| {
        let resource_types = texts(&action["Resources"]).map(str::to_owned).collect();
        let listed = ListedAction {
            resource_types,
            ..ListedAction::default()
        };
        (name.clone(), listed)
    });
    ListedService {
        actions: actions.collect(),
        ..ListedService::default()
    }
}
