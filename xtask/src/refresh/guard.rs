//! What must hold before a new reference file is written.

use std::collections::BTreeSet;

use super::counts::counts;
use super::model::{Reference, Service};

/// The most bytes of the packed file.
const MOST_PACKED: usize = 135_000;

/// The most bytes of the unpacked content.
const MOST_CONTENT: usize = 400_000;

/// By how many of a hundred a class of facts may shrink; a source that changed its form loses a class as a whole.
const MAY_SHRINK: [(&str, usize); 2] = [("services", 1), ("actions", 2)];
const OTHERS_MAY_SHRINK: usize = 5;

/// What is wrong inside the reference, one line each.
pub fn contradictions(reference: &Reference) -> Vec<String> {
    let actions: BTreeSet<String> = reference.action_names().collect();
    let mut found = Vec::new();
    for (prefix, service) in &reference.services {
        let mut report = |what: String| found.push(format!("{prefix}: {what}"));
        for key in &service.condition_keys {
            if !reference.condition_keys.contains_key(key) {
                report(format!("condition key `{key}` is not defined"));
            }
        }
        for format in service
            .resource_types
            .values()
            .flat_map(|of| &of.arn_formats)
        {
            if !is_arn_format(format) {
                report(format!("`{format}` is no ARN format"));
            }
        }
        for what in contradictions_of_actions(service, &actions) {
            report(what);
        }
    }
    let keys = reference.condition_keys.keys();
    let odd =
        keys.filter(|key| !key.contains(':') || key.contains(['<', '\n']) || key.ends_with('/'));
    found.extend(odd.map(|key| format!("condition key `{key}` is not spelled like the others")));
    found.extend(spelled_twice(reference));
    found
}

/// Names that differ in case only, where one is looked up.
fn spelled_twice(reference: &Reference) -> Vec<String> {
    let retired = &reference.retired;
    let lists: [Vec<&String>; 6] = [
        reference.services.keys().collect(),
        reference.condition_keys.keys().collect(),
        reference.service_principals.iter().collect(),
        retired.services.keys().collect(),
        retired.actions.keys().collect(),
        retired.condition_keys.keys().collect(),
    ];
    let mut found = Vec::new();
    for list in lists {
        let mut seen = BTreeSet::new();
        let twice = list
            .into_iter()
            .filter(|name| !seen.insert(name.to_ascii_lowercase()));
        found.extend(twice.map(|name| format!("`{name}` is there in two spellings")));
    }
    found
}

fn contradictions_of_actions(service: &Service, actions: &BTreeSet<String>) -> Vec<String> {
    let mut found = Vec::new();
    for (name, action) in &service.actions {
        if action.levels.is_empty() {
            found.push(format!("action `{name}` has no access level"));
        }
        for target in action.targets.keys() {
            if !service.resource_types.contains_key(target) {
                found.push(format!(
                    "action `{name}` takes `{target}`, which is no resource type"
                ));
            }
        }
        for dependent in &action.dependents {
            if !actions.contains(dependent) {
                found.push(format!(
                    "action `{name}` depends on `{dependent}`, which does not exist"
                ));
            }
        }
    }
    for key in service.used_condition_keys() {
        if !service.condition_keys.contains(&key) {
            found.push(format!("condition key `{key}` is used and not listed"));
        }
    }
    for resource_type in service
        .resource_types
        .iter()
        .filter(|(_, of)| of.arn_formats.is_empty())
    {
        found.push(format!(
            "resource type `{}` has no ARN format",
            resource_type.0
        ));
    }
    found
}

fn is_arn_format(format: &str) -> bool {
    format.starts_with("arn:")
        && format.splitn(6, ':').count() == 6
        && !format.contains(", arn:")
        && !format.contains(|c: char| c.is_control())
        && format.matches("${").count() == format.matches('}').count()
}

/// Which classes of facts shrank by more than a source loses in a normal month, one line each.
pub fn shrinkage(former: &Reference, reference: &Reference) -> Vec<String> {
    let now = counts(reference);
    let pairs = counts(former).into_iter().zip(now);
    pairs
        .filter(|((class, before), (_, now))| {
            let listed = MAY_SHRINK.iter().find(|(of, _)| of == class);
            let percent = listed.map_or(OTHERS_MAY_SHRINK, |(_, percent)| *percent);
            now * 100 < before * (100 - percent)
        })
        .map(|((class, before), (_, now))| format!("{class}: {before} before, {now} now"))
        .collect()
}

/// What is too large.
pub fn excess(packed: usize, content: usize) -> Vec<String> {
    let table = [
        ("the packed file", packed, MOST_PACKED),
        ("the unpacked content", content, MOST_CONTENT),
    ];
    table
        .iter()
        .filter(|(_, size, limit)| size > limit)
        .map(|(what, size, limit)| format!("{what} has {size} bytes, at most {limit} are allowed"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refresh::sample;

    #[test]
    fn the_sample_is_sound_and_does_not_shrink_against_itself() {
        let reference = sample::reference();
        assert_eq!(contradictions(&reference), [""; 0]);
        assert_eq!(shrinkage(&reference, &reference), [""; 0]);
    }

    #[test]
    fn reports_a_class_of_facts_that_is_gone() {
        let mut now = sample::reference();
        for service in now.services.values_mut() {
            for action in service.actions.values_mut() {
                action.dependents.clear();
            }
        }
        let lost = shrinkage(&sample::reference(), &now);
        assert_eq!(lost, ["dependent actions: 2 before, 0 now"]);
    }

    #[test]
    fn reports_what_contradicts_itself() {
        let mut reference = sample::reference();
        let service = reference.services.get_mut("shelf").unwrap();
        let action = service.actions.get_mut("ReadBook").unwrap();
        action.levels.clear();
        action.targets.insert("wall".to_owned(), Default::default());
        action.dependents.insert("shelf:BurnBook".to_owned());
        let board = service.resource_types.get_mut("board").unwrap();
        board
            .arn_formats
            .insert("arn:${Partition}:lex, arn:${Partition}:lex:::b".to_owned());
        reference.condition_keys.insert(
            "shelf:Tag/<key>".to_owned(),
            reference.condition_keys["shelf:Width"],
        );
        let found = contradictions(&reference).join("\n");
        for what in [
            "no access level",
            "`wall`",
            "`shelf:BurnBook`",
            "no ARN format",
            "shelf:Tag/<key>",
        ] {
            assert!(found.contains(what), "{what} in:\n{found}");
        }
    }

    #[test]
    fn reports_a_file_that_is_too_large() {
        assert_eq!(excess(MOST_PACKED, MOST_CONTENT), [""; 0]);
        assert_eq!(excess(MOST_PACKED + 1, MOST_CONTENT + 1).len(), 2);
    }
}
