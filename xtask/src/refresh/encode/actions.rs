//! Actions: names as nouns with their verbs, usual levels, and sets that neighbours share.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use iam_policy_editor::engine::catalog::AccessLevel;

use super::super::model::{Action, Reference, Service};
use super::recent::Recent;
use super::{Writer, numbers, texts};

/// The actions of one service in the order of the file.
pub struct ServiceActions<'r> {
    actions: Vec<(&'r str, &'r Action)>,
}

/// An action's name, cut after its first word.
struct Name<'r> {
    verb: &'r str,
    noun: &'r str,
}

impl<'r> Name<'r> {
    fn of(name: &'r str) -> Self {
        let verb = texts::words(name).first().map_or(0, |word| word.len());
        let (verb, noun) = name.split_at(verb);
        Self { verb, noun }
    }
}

/// Writes verbs, nouns and levels; returns the order of the actions, service by service.
pub fn names<'r>(writer: &mut Writer, reference: &'r Reference) -> Vec<ServiceActions<'r>> {
    let verbs = verbs(reference);
    writer.list(verbs.iter().copied(), true);
    let verb_numbers: HashMap<&str, usize> = verbs.iter().copied().zip(0..).collect();
    let services = reference.services.values();
    let ordered: Vec<ServiceActions<'r>> = services
        .map(|service| write_service(writer, service, &verb_numbers))
        .collect();
    levels(writer, &verbs, &ordered);
    ordered
}

/// All verbs, the commonest first.
fn verbs(reference: &Reference) -> Vec<&str> {
    let mut uses: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, name, _) in reference.actions() {
        *uses.entry(Name::of(name).verb).or_default() += 1;
    }
    let mut verbs: Vec<(&str, usize)> = uses.into_iter().collect();
    verbs.sort_by_key(|(verb, uses)| (usize::MAX - uses, *verb));
    verbs.into_iter().map(|(verb, _)| verb).collect()
}

fn write_service<'r>(
    writer: &mut Writer,
    service: &'r Service,
    verb_numbers: &HashMap<&str, usize>,
) -> ServiceActions<'r> {
    // By the words of the noun, so that neighbours share the most, then by the number of the verb.
    let mut by_noun: BTreeMap<Vec<&str>, BTreeMap<usize, (&str, &Action)>> = BTreeMap::new();
    for (name, action) in &service.actions {
        let Name { verb, noun } = Name::of(name);
        let of_noun = by_noun.entry(texts::words(noun)).or_default();
        of_noun.insert(verb_numbers[verb], (name, action));
    }
    let nouns: Vec<String> = by_noun.keys().map(|words| words.concat()).collect();
    writer.list(nouns.iter().map(String::as_str), true);
    let mut actions = Vec::new();
    for of_noun in by_noun.into_values() {
        let last = of_noun.keys().copied().next_back();
        for (verb, action) in of_noun {
            writer
                .columns
                .number("verbs", 2 * verb + usize::from(Some(verb) == last));
            actions.push(action);
        }
    }
    ServiceActions { actions }
}

fn bits(levels: &BTreeSet<AccessLevel>) -> usize {
    levels.iter().map(|level| *level as usize).sum()
}

/// For each verb the levels of most of its actions, then the actions that differ.
fn levels(writer: &mut Writer, verbs: &[&str], services: &[ServiceActions<'_>]) {
    let actions = || services.iter().flat_map(|service| &service.actions);
    let mut uses: HashMap<&str, BTreeMap<usize, usize>> = HashMap::new();
    for (name, action) in actions() {
        let of_verb = uses.entry(Name::of(name).verb).or_default();
        *of_verb.entry(bits(&action.levels)).or_default() += 1;
    }
    let mut usual: HashMap<&str, usize> = HashMap::new();
    for verb in verbs {
        let commonest = uses[verb]
            .iter()
            .max_by_key(|(bits, uses)| (**uses, **bits));
        let bits = commonest.map_or(0, |(bits, _)| *bits);
        writer.columns.number("usual_levels", bits);
        usual.insert(verb, bits);
    }
    let mut run = 0;
    for (name, action) in actions() {
        let own = bits(&action.levels);
        if own == usual[Name::of(name).verb] {
            run += 1;
        } else {
            writer.columns.number("usual_runs", run);
            writer.columns.number("unusual_levels", own);
            run = 0;
        }
    }
}

/// The condition keys and the targets of one service's actions; `keys` numbers the keys of the service.
pub fn facts(
    writer: &mut Writer,
    service: &Service,
    actions: &ServiceActions<'_>,
    keys: &BTreeMap<&str, usize>,
) {
    let types: BTreeMap<&String, usize> = service.resource_types.keys().zip(0..).collect();
    let mut recent_keys = Recent::default();
    let mut recent_targets = Recent::default();
    let mut recent_target_keys = Recent::default();
    for (_, action) in &actions.actions {
        let own = numbers(&action.condition_keys, keys);
        writer.key_set("action_key_sets", &mut recent_keys, own);
        let rank = recent_targets.rank(&action.targets);
        writer.columns.number("action_targets", rank);
        if rank > 0 {
            continue;
        }
        writer
            .columns
            .number("target_set_sizes", action.targets.len());
        let mut least = 0;
        for (name, target) in &action.targets {
            let number = types[name];
            let distance = 2 * (number - least) + usize::from(target.required);
            writer.columns.number("target_set_members", distance);
            least = number + 1;
            let own = numbers(&target.condition_keys, keys);
            writer.key_set("target_key_sets", &mut recent_target_keys, own);
        }
    }
}

/// The dependent actions of all actions.
pub fn dependents(writer: &mut Writer, reference: &Reference, services: &[ServiceActions<'_>]) {
    let places: HashMap<String, (usize, usize)> = reference
        .services
        .keys()
        .zip(services)
        .enumerate()
        .flat_map(|(service, (prefix, own))| {
            let actions = own.actions.iter().enumerate();
            actions.map(move |(number, (name, _))| (format!("{prefix}:{name}"), (service, number)))
        })
        .collect();
    for (service, own) in services.iter().enumerate() {
        let mut recent = Recent::default();
        for (_, action) in &own.actions {
            let mut set: Vec<(usize, usize)> =
                action.dependents.iter().map(|name| places[name]).collect();
            set.sort_unstable();
            let rank = recent.rank(&set);
            writer.columns.number("dependent_sets", rank);
            if rank == 0 {
                writer.columns.number("dependent_set_sizes", set.len());
                for (of, number) in set {
                    let of = if of == service { 0 } else { of + 1 };
                    writer.columns.number("dependent_services", of);
                    writer.columns.number("dependent_actions", number);
                }
            }
        }
    }
}
