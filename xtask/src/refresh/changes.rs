//! `CHANGES.md`: what a new reference file says that the former one did not.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::counts::counts;
use super::model::{Action, Reference, ResourceType};

/// The summary in Markdown; of the first file only the number of facts.
pub fn render(former: Option<&Reference>, reference: &Reference) -> String {
    let mut text = format!("# Changes in the AWS reference of {}\n\n", reference.date);
    match former {
        None => text.push_str("The first file.\n\n"),
        Some(former) => {
            let _ = writeln!(text, "Compared with the file of {}.\n", former.date);
        }
    }
    text.push_str(&table(former, reference));
    if let Some(former) = former {
        for (title, names) in sections(former, reference) {
            text.push_str(&section(title, &names));
        }
    }
    text
}

fn table(former: Option<&Reference>, reference: &Reference) -> String {
    let before: BTreeMap<&str, usize> =
        former.map(counts).unwrap_or_default().into_iter().collect();
    let mut text = "| facts | before | now |\n|---|--:|--:|\n".to_owned();
    for (class, now) in counts(reference) {
        let before = before.get(class).copied().unwrap_or_default();
        let _ = writeln!(text, "| {class} | {before} | {now} |");
    }
    text
}

fn sections(former: &Reference, reference: &Reference) -> Vec<(&'static str, BTreeSet<String>)> {
    let mut sections = Vec::new();
    let mut compare =
        |new: &'static str, gone: &'static str, names: fn(&Reference) -> BTreeSet<String>| {
            let (before, now) = (names(former), names(reference));
            sections.push((new, now.difference(&before).cloned().collect()));
            sections.push((gone, before.difference(&now).cloned().collect()));
        };
    compare("New services", "Services gone", |of| {
        of.services.keys().cloned().collect()
    });
    compare("New actions", "Actions gone", |of| {
        of.action_names().collect()
    });
    compare("New resource types", "Resource types gone", type_names);
    compare("New condition keys", "Condition keys gone", |of| {
        of.condition_keys.keys().cloned().collect()
    });
    compare("New service principals", "Service principals gone", |of| {
        of.service_principals.clone()
    });
    compare("New Regions", "Regions gone", regions);
    let keys = reference.condition_keys.iter();
    let retyped = keys.filter(|(name, key)| {
        former
            .condition_keys
            .get(*name)
            .is_some_and(|before| before != *key)
    });
    sections.push((
        "Condition keys of another type",
        retyped.map(|(name, _)| name.clone()).collect(),
    ));
    sections.push((
        "Actions with other access levels",
        changed(former, reference, |now, before| now.levels != before.levels),
    ));
    sections.push((
        "Actions with other resource types",
        changed(former, reference, |now, before| {
            now.targets != before.targets
        }),
    ));
    sections.push((
        "Actions with other condition keys",
        changed(former, reference, |now, before| {
            now.condition_keys != before.condition_keys
        }),
    ));
    sections.push((
        "Actions with other dependent actions",
        changed(former, reference, |now, before| {
            now.dependents != before.dependents
        }),
    ));
    sections
}

fn resource_types(reference: &Reference) -> impl Iterator<Item = (String, &ResourceType)> {
    reference.services.iter().flat_map(|(prefix, service)| {
        let types = service.resource_types.iter();
        types.map(move |(name, of)| (format!("{prefix}:{name}"), of))
    })
}

fn type_names(reference: &Reference) -> BTreeSet<String> {
    resource_types(reference).map(|(name, _)| name).collect()
}

fn regions(reference: &Reference) -> BTreeSet<String> {
    let partitions = reference.partitions.values();
    partitions
        .flat_map(|partition| partition.regions.keys().cloned())
        .collect()
}

fn changed(
    former: &Reference,
    reference: &Reference,
    differs: fn(&Action, &Action) -> bool,
) -> BTreeSet<String> {
    let actions = reference.actions().filter(|(prefix, name, action)| {
        let before = former
            .services
            .get(*prefix)
            .and_then(|service| service.actions.get(*name));
        before.is_some_and(|before| differs(action, before))
    });
    actions
        .map(|(prefix, name, _)| format!("{prefix}:{name}"))
        .collect()
}

/// One line for each service; nothing where nothing changed.
fn section(title: &str, names: &BTreeSet<String>) -> String {
    if names.is_empty() {
        return String::new();
    }
    let mut by_prefix: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for name in names {
        let (prefix, rest) = name.split_once(':').unwrap_or(("", name));
        by_prefix.entry(prefix).or_default().push(rest);
    }
    let mut text = format!("\n## {title} ({})\n\n", names.len());
    for (prefix, names) in by_prefix {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        let start = if prefix.is_empty() {
            String::new()
        } else {
            format!("`{prefix}`: ")
        };
        let _ = writeln!(text, "- {start}{}", names.join(", "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refresh::sample;

    #[test]
    fn lists_what_is_new_gone_and_changed() {
        let former = sample::reference();
        let mut now = sample::reference();
        let shelf = now.services.get_mut("shelf").unwrap();
        let action = shelf.actions.remove("ReadBook").unwrap();
        shelf.actions.insert("OpenBook".to_owned(), action);
        shelf.actions.get_mut("PutBook").unwrap().dependents.clear();
        let text = render(Some(&former), &now);
        for expected in [
            "## New actions (1)\n\n- `shelf`: `OpenBook`\n",
            "## Actions gone (1)\n\n- `shelf`: `ReadBook`\n",
            "## Actions with other dependent actions (1)\n\n- `shelf`: `PutBook`\n",
            "| dependent actions | 2 | 1 |",
        ] {
            assert!(text.contains(expected), "{expected} in:\n{text}");
        }
        assert!(!text.contains("## New services"));
    }

    #[test]
    fn the_first_file_has_only_its_numbers() {
        let text = render(None, &sample::reference());
        assert!(text.contains("The first file.") && text.contains("| services | 0 | 2 |"));
    }
}
