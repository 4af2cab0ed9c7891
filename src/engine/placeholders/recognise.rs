//! Finds the stand-ins of a document and joins those that ask for the same thing.

use std::collections::{BTreeMap, BTreeSet};

use super::bare_word::BareWord;
use super::decision::Decisions;
use super::found::{Form, Found, find_all};
use super::name::{snake_case, spoken};
use super::naming::{Names, is_numbered};
use super::place::Place;
use super::placeholder::{Class, Declaration, Placeholder};
use super::types::{self, PlaceholderType};
use super::{sample, vendor};
use crate::engine::syntax::Tree;

/// The placeholders of the document, in the order of their first use; sample values and vendors' accounts are among them.
///
/// Stand-ins of one name are one placeholder, however they are spelled.
/// One without a name of its own is named after its place, a second, different one in such a place with `_2`.
/// What is declared of a name holds, and a text that is declared stands for its placeholder, or is kept, wherever it occurs;
/// otherwise the place tells the type, then the name.
///
/// Time and memory grow linearly with the text, up to a factor of its logarithm.
pub fn recognise(tree: &Tree, declared: &[Declaration]) -> Vec<Placeholder> {
    let found = find_all(tree, &Decisions::new(declared));
    let mut names = Names::new(&found, declared);
    let mut order: Vec<String> = Vec::new();
    let mut by_name: BTreeMap<String, Vec<&Found>> = BTreeMap::new();
    for (one, name) in found.iter().zip(names.name_all(&found)) {
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
            // Of several declarations the last one holds: a person's word comes after the template's.
            let mut of_name = declared.iter().rev();
            let declaration = of_name.find(|one| one.name == name && !one.is_text);
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
        label: declared(|declaration| &declaration.label).unwrap_or_else(|| label(&name, group)),
        help: declared(|declaration| &declaration.hint).unwrap_or_else(|| help(kind, group)),
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
        dialect: group.iter().find_map(|one| one.whose),
        class: class(group),
        name,
        kind,
    }
}

fn class(group: &[&Found]) -> Class {
    match group.first().map(|one| &one.form) {
        Some(Form::Sample(_)) => Class::Sample,
        Some(Form::Vendor(_)) => Class::Vendor,
        _ => Class::Placeholder,
    }
}

fn label(name: &str, group: &[&Found]) -> String {
    match group.first().map(|one| (&one.form, one.written)) {
        Some((Form::Sample(_), written)) if sample::is_hidden_account(written) => {
            "Account ID that is covered up".into()
        }
        Some((Form::Sample(place), written)) => {
            format!("{} instead of {written}", spoken(place.name()))
        }
        Some((Form::Vendor(owner), _)) => format!("AWS account of {}", owner.name),
        _ => spoken(name),
    }
}

fn help(kind: &PlaceholderType, group: &[&Found]) -> String {
    match group.first().map(|one| &one.form) {
        Some(Form::Vendor(owner)) => format!(
            "This account belongs to {} and stays as it is. Source: {}, {}.",
            owner.name,
            owner.source,
            vendor::READ
        ),
        _ => kind.help.into(),
    }
}

fn kind(
    name: &str,
    group: &[&Found],
    declaration: Option<&Declaration>,
) -> &'static PlaceholderType {
    if let Some(declaration) = declaration.filter(|declaration| !declaration.type_id.is_empty()) {
        return types::find_type(&declaration.type_id).unwrap_or(&types::FREE_TEXT);
    }
    let in_places = || group.iter().filter(|one| one.place.is_some());
    let says_little =
        |place: Place| matches!(place, Place::Resource | Place::Text | Place::ObjectPrefix);
    let telling = in_places().find(|one| !one.place.is_some_and(says_little));
    let kind = telling.or_else(|| in_places().next());
    let kind = kind.and_then(|one| Some(kind_in(one.place?, one, name)));
    kind.unwrap_or_else(|| types::type_for_name(name))
}

/// What a stand-in asks for in its place, by the name that it bears or the words that it is.
fn kind_in(place: Place, found: &Found, name: &str) -> &'static PlaceholderType {
    match found.form {
        Form::Named(_) => place.kind_of(name),
        Form::Bare(_, BareWord::Word) => place.kind_of(&snake_case(found.written)),
        _ => place.kind(),
    }
}

fn distinct<T: Ord + Clone>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    all.filter(|one| seen.insert(one.clone())).collect()
}

#[cfg(test)]
mod tests;
