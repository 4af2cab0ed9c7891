//! PyPI `parliament` (BSD-3-Clause): AWS's pages of April 2025, read for the names that are retired since.

use std::path::Path;

use super::super::model::{Action, Reference};
use super::{Read, condition_key, items, json, key_spelling, text};

/// Reads the names of services, actions and condition keys; several entries may share a prefix.
pub fn read(wheel: &Path) -> Read<Reference> {
    let definition = json(&wheel.join("parliament/iam_definition.json"))?;
    let mut reference = Reference::default();
    for entry in items(&definition) {
        let service = reference
            .services
            .entry(text(&entry["prefix"])?)
            .or_default();
        for privilege in items(&entry["privileges"]) {
            let name = text(&privilege["privilege"])?;
            service.actions.insert(name, Action::default());
        }
        for key in items(&entry["conditions"]) {
            let name = key_spelling::spell(&text(&key["condition"])?);
            reference
                .condition_keys
                .insert(name, condition_key(&text(&key["type"])?)?);
        }
    }
    Ok(reference)
}
