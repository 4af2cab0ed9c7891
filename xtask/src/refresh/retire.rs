//! Which names are retired: listed by an older source or by the former file, and not any more.

use std::collections::{BTreeMap, BTreeSet};

use iam_policy_editor::engine::catalog::Standing;

use super::model::{Record, Reference, RetiredNames, find};
use super::read::{Read, tables};

/// A list of another day.
pub struct OlderList<'a> {
    pub date: &'a str,
    pub names: &'a Reference,
}

/// A name was accepted if a list of this year or later had it: AWS takes names for long after it has dropped them.
const ACCEPTED_FROM: &str = "2026";

/// Collects what the older lists have and the reference has not; what our table says of a name goes before.
///
/// `unspelled` are actions that AWS's own list still has, in lower case: they are accepted.
pub fn retire(
    reference: &mut Reference,
    former: Option<&Reference>,
    older: &[OlderList<'_>],
    unspelled: &BTreeSet<String>,
) -> Read<()> {
    let mut retired = former
        .map(|former| former.retired.clone())
        .unwrap_or_default();
    let current = CurrentNames::of(reference);
    for list in older {
        retired.add(list, &current, unspelled);
    }
    for ((kind, name), record) in tables::standings()? {
        let names = match kind.as_str() {
            "service" => &mut retired.services,
            "action" => &mut retired.actions,
            _ => &mut retired.condition_keys,
        };
        names.insert(name, record);
    }
    retired
        .services
        .retain(|prefix, _| !current.has_service(prefix));
    retired
        .actions
        .retain(|name, _| current.lacks_only_action(name));
    retired
        .condition_keys
        .retain(|key, _| !current.has_key(key));
    reference.retired = retired;
    Ok(())
}

fn standing_of(date: &str) -> Standing {
    if date >= ACCEPTED_FROM {
        Standing::Accepted
    } else {
        Standing::Unjudged
    }
}

/// The names that the reference has, in lower case.
struct CurrentNames {
    services: BTreeSet<String>,
    actions: BTreeSet<String>,
    condition_keys: BTreeSet<String>,
}

impl CurrentNames {
    fn of(reference: &Reference) -> Self {
        let lower_case = |name: &String| name.to_ascii_lowercase();
        Self {
            services: reference.services.keys().map(lower_case).collect(),
            actions: reference
                .action_names()
                .map(|name| lower_case(&name))
                .collect(),
            condition_keys: reference.condition_keys.keys().map(lower_case).collect(),
        }
    }

    fn has_service(&self, prefix: &str) -> bool {
        self.services.contains(&prefix.to_ascii_lowercase())
    }

    fn has_key(&self, name: &str) -> bool {
        self.condition_keys.contains(&name.to_ascii_lowercase())
    }

    /// Whether an action is gone and its service is not: of a service that is gone the prefix says it all.
    fn lacks_only_action(&self, name: &str) -> bool {
        let prefix = name.split_once(':').map_or(name, |(prefix, _)| prefix);
        self.has_service(prefix) && !self.actions.contains(&name.to_ascii_lowercase())
    }
}

impl RetiredNames {
    fn add(&mut self, list: &OlderList<'_>, current: &CurrentNames, unspelled: &BTreeSet<String>) {
        let record = Record {
            last_listed: list.date.to_owned(),
            standing: standing_of(list.date),
        };
        let services = list.names.services.keys();
        for prefix in services.filter(|prefix| !current.has_service(prefix)) {
            note(&mut self.services, prefix, &record);
        }
        let actions = list.names.action_names();
        for name in actions.filter(|name| current.lacks_only_action(name)) {
            let mut record = record.clone();
            if unspelled.contains(&name.to_ascii_lowercase()) {
                record.standing = Standing::Accepted;
            }
            note(&mut self.actions, &name, &record);
        }
        let keys = list.names.condition_keys.keys();
        for key in keys.filter(|key| !current.has_key(key)) {
            note(&mut self.condition_keys, key, &record);
        }
    }
}

/// Keeps the record of the later day, under that day's spelling.
fn note(names: &mut BTreeMap<String, Record>, name: &str, record: &Record) {
    if let Some((spelling, known)) = find(names, name) {
        if known.last_listed >= record.last_listed {
            return;
        }
        let spelling = spelling.clone();
        names.remove(&spelling);
    }
    names.insert(name.to_owned(), record.clone());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refresh::sample;

    fn without_read_book() -> Reference {
        let mut reference = sample::reference();
        let service = reference.services.get_mut("shelf").unwrap();
        service.actions.remove("ReadBook");
        reference
    }

    fn retired_by(date: &str, unspelled: &[&str]) -> RetiredNames {
        let mut reference = without_read_book();
        let older = sample::reference();
        let list = OlderList {
            date,
            names: &older,
        };
        let unspelled = unspelled.iter().map(ToString::to_string).collect();
        retire(&mut reference, None, &[list], &unspelled).unwrap();
        reference.retired
    }

    #[test]
    fn an_action_that_is_gone_is_retired_with_the_day_it_was_listed_last() {
        let retired = retired_by("2026-07-08", &[]);
        let record = &retired.actions["shelf:ReadBook"];
        assert_eq!(record.last_listed, "2026-07-08");
        assert_eq!(record.standing, Standing::Accepted);
        assert!(!retired.actions.contains_key("shelf:PutBook"));
    }

    #[test]
    fn an_old_list_alone_says_nothing_about_whether_aws_takes_a_name() {
        let standing =
            |unspelled| retired_by("2025-04-25", unspelled).actions["shelf:ReadBook"].standing;
        assert_eq!(standing(&[]), Standing::Unjudged);
        assert_eq!(standing(&["shelf:readbook"]), Standing::Accepted);
    }

    #[test]
    fn a_name_that_is_listed_again_is_no_longer_retired() {
        let mut former = without_read_book();
        let record = Record {
            last_listed: "2025-01-01".to_owned(),
            standing: Standing::Unjudged,
        };
        former
            .retired
            .actions
            .insert("shelf:ReadBook".to_owned(), record);
        let mut reference = sample::reference();
        retire(&mut reference, Some(&former), &[], &BTreeSet::new()).unwrap();
        assert!(!reference.retired.actions.contains_key("shelf:ReadBook"));
    }
}
