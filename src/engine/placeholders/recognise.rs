//! Finds the stand-ins of a document and joins those that ask for the same thing.

use std::collections::{BTreeMap, BTreeSet};

use super::found::{Found, find_all};
use super::name::spoken;
use super::naming::{Names, is_numbered};
use super::placeholder::{Class, Declaration, Placeholder};
use super::types::{self, PlaceholderType};
use crate::engine::syntax::Tree;

/// The placeholders of the document, in the order of their first use.
///
/// Stand-ins of one name are one placeholder, however they are spelled.
/// One without a name of its own is named after its place, a second, different one in such a place with `_2`.
/// Where the template declares a name, its type, label and help hold; otherwise the place tells the type, then the name.
pub fn recognise(tree: &Tree, declared: &[Declaration]) -> Vec<Placeholder> {
    let found = find_all(tree);
    let mut names = Names::new(&found, declared);
    let mut order: Vec<String> = Vec::new();
    let mut by_name: BTreeMap<String, Vec<&Found>> = BTreeMap::new();
    for one in &found {
        let name = names.name_of(one);
        let group = by_name.entry(name.clone()).or_default();
        if group.is_empty() {
            order.push(name);
        }
        group.push(one);
    }
    let mut placeholders: Vec<Placeholder> = order
        .into_iter()
        .map(|name| {
            let group = by_name.remove(&name).unwrap_or_default();
            let declaration = declared.iter().find(|declaration| declaration.name == name);
            placeholder(name, &group, declaration)
        })
        .collect();
    for place in names.numbered_places() {
        number_labels(&mut placeholders, place);
    }
    placeholders
}

/// Counts the labels of one place in the order of first use; a name that stands in the text may have come later.
fn number_labels(placeholders: &mut [Placeholder], place: &str) {
    let alike = placeholders.iter_mut().filter(|one| {
        let is_of_place = one.name == place || is_numbered(&one.name, place);
        is_of_place && one.label == spoken(&one.name)
    });
    for (placeholder, number) in alike.zip(1..) {
        placeholder.label = match number {
            1 => spoken(place),
            _ => spoken(&format!("{place}_{number}")),
        };
    }
}

fn placeholder(name: String, group: &[&Found], declaration: Option<&Declaration>) -> Placeholder {
    let kind = kind(&name, group, declaration);
    let declared = |text: fn(&Declaration) -> &String| {
        declaration
            .map(text)
            .filter(|text| !text.is_empty())
            .cloned()
    };
    let declared_example = declaration.map(|declaration| declaration.example.join("\n"));
    Placeholder {
        label: declared(|declaration| &declaration.label).unwrap_or_else(|| spoken(&name)),
        help: declared(|declaration| &declaration.hint).unwrap_or_else(|| kind.help.into()),
        example: declared_example
            .filter(|example| !example.is_empty())
            .unwrap_or_else(|| kind.example.into()),
        choices: declaration
            .map(|declaration| declaration.choices.clone())
            .unwrap_or_default(),
        default: declaration.and_then(|declaration| declaration.default.clone()),
        written: distinct(group.iter().map(|one| one.written))
            .into_iter()
            .map(str::to_string)
            .collect(),
        uses: group.iter().map(|one| one.location).collect(),
        remarks: distinct(group.iter().filter_map(|one| one.remark())),
        dialect: group.iter().find_map(|one| one.dialect()),
        class: Class::Placeholder,
        name,
        kind,
    }
}

fn kind(
    name: &str,
    group: &[&Found],
    declaration: Option<&Declaration>,
) -> &'static PlaceholderType {
    if let Some(declaration) = declaration {
        return types::find_type(&declaration.type_id).unwrap_or(&types::FREE_TEXT);
    }
    let place = group.iter().find_map(|one| one.place);
    place.map_or_else(|| types::type_for_name(name), |place| place.kind())
}

fn distinct<T: Ord + Clone>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    all.filter(|one| seen.insert(one.clone())).collect()
}

#[cfg(test)]
mod tests;
