//! Every request of a small world, sorted by the statements that match it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::evaluator::{Unsettled, holds, matches_action, matches_principal, matches_resource};
use super::generator::{ACTIONS, RESOURCES, WITH_VARIABLES};

/// A bit for each statement, those of the first policy before those of the second.
pub type Matched = u32;

/// The condition keys of the world, each with the values a request can have for it.
pub const KEYS: [(&str, &[&str]); 6] = [
    (
        "k:text",
        &["", "u", "U", "v", "uv", "vw", "w", "*", "u*", "*v", "?"],
    ),
    ("k:truth", &["true", "false"]),
    (SEVERAL, &["u", "v", "w", "uv", "u*"]),
    ("k:number", &["0", "1", "1.5", "2", "2.5", "3", "4"]),
    (
        "k:address",
        &[
            "9.0.0.0", "10.0.0.0", "10.0.0.1", "10.0.0.2", "10.0.1.0", "10.1.0.0",
        ],
    ),
    (
        "k:arn",
        &[
            "arn:aws:s3:::b",
            "arn:aws:s3:::b:c",
            "arn:aws:s3:x::b",
            "arn:aws:s3:x:y:b",
            "arn:aws:sns:x:y:b",
            "arn:aws:s3:::c",
            "arn:aws:sns:::c",
            "arn:aws:s3:*:*:b",
            "arn:aws:s3:::*",
            "arn:aws:*:*:*:*",
            "arn:aws:s3b",
            "arn:aws:s3:b",
            "other",
        ],
    ),
];

/// The key that can have several values at once.
const SEVERAL: &str = "k:several";

/// Everything a request can have for a key: nothing, one of the values, or several of them.
fn contexts(key: &str, values: &[&'static str]) -> Vec<Option<Vec<&'static str>>> {
    let chosen = |chosen: usize| {
        let chosen = values
            .iter()
            .enumerate()
            .filter(|(at, _)| chosen >> at & 1 == 1);
        Some(chosen.map(|(_, value)| *value).collect())
    };
    let some =
        (1..1_usize << values.len()).filter(|chosen| key == SEVERAL || chosen.is_power_of_two());
    [None].into_iter().chain(some.map(chosen)).collect()
}

const PEOPLE: [(&str, &str); 9] = [
    ("AWS", "111122223333"),
    ("AWS", "444455556666"),
    ("AWS", "111122223333:role/r"),
    ("AWS", "111122223333:role/s"),
    ("AWS", "111122223333:assumed-role/r/x"),
    ("AWS", "777788889999:user/u"),
    ("Service", "ec2.amazonaws.com"),
    ("Service", "s3.amazonaws.com"),
    ("Federated", "cognito-identity.amazonaws.com"),
];

/// The texts that can be made of some characters, up to a length.
pub fn words(characters: &[char], longest: usize) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut last = all.clone();
    for _ in 0..longest {
        let longer = last
            .iter()
            .flat_map(|word| characters.iter().map(move |next| format!("{word}{next}")));
        last = longer.collect();
        all.extend(last.iter().cloned());
    }
    all
}

/// Every action there is.
pub fn action_names() -> Vec<String> {
    let names = words(&['x', 'y', 'z'], 3);
    let names = names.iter().filter(|name| !name.is_empty());
    let action = |name: &String| ["a", "b", "c", "ab"].map(|service| format!("{service}:{name}"));
    names.flat_map(action).collect()
}

/// The requests of the world, made once: of those that no pattern tells apart, one.
pub struct World {
    actions: Vec<String>,
    resources: Vec<(String, &'static str)>,
}

/// For each dimension, what the statements match in its cases.
pub struct Sorted(Vec<BTreeSet<Matched>>);

impl World {
    /// With user names the resources are shorter, to keep the number of pairs small.
    pub fn new(user_names: &[&'static str]) -> Self {
        let longest = if user_names.is_empty() { 6 } else { 5 };
        let resources = words(&['p', 'q', 'r'], longest);
        let anybody = if user_names.is_empty() {
            &[""]
        } else {
            user_names
        };
        let pairs = resources
            .iter()
            .flat_map(|word| anybody.iter().map(move |user| (word.clone(), *user)));
        Self {
            actions: told_apart(action_names().into_iter(), ACTIONS, |action, pattern| {
                matches_action(&json!({ "Action": pattern }), action)
            }),
            resources: told_apart(
                pairs,
                &[RESOURCES, WITH_VARIABLES].concat(),
                |(word, user), pattern| {
                    matches_resource(&json!({ "Resource": pattern }), word, user)
                },
            ),
        }
    }

    pub fn sort(&self, statements: &[&Value], unsettled: Unsettled) -> Sorted {
        let row = |matches: &dyn Fn(&Value) -> bool| {
            let bits = statements
                .iter()
                .enumerate()
                .filter(|(_, statement)| matches(statement));
            bits.fold(0, |all, (at, _)| all | 1 << at)
        };
        let of_action = |action: &String| row(&|statement| matches_action(statement, action));
        let of_resource = |(resource, user): &(String, &str)| {
            row(&|statement| matches_resource(statement, resource, user))
        };
        let of_person = |person: &(&str, &str)| {
            row(&|statement| matches_principal(statement, *person, unsettled))
        };
        let mut dimensions = vec![
            self.actions.iter().map(of_action).collect(),
            self.resources.iter().map(of_resource).collect(),
            PEOPLE.iter().map(of_person).collect(),
        ];
        for (key, values) in KEYS {
            let of_context = |context: Option<Vec<&str>>| {
                row(&|statement| holds(statement, key, context.as_deref()))
            };
            dimensions.push(contexts(key, values).into_iter().map(of_context).collect());
        }
        Sorted(dimensions)
    }
}

/// One of all requests that the same patterns match.
fn told_apart<T>(
    all: impl Iterator<Item = T>,
    patterns: &[&str],
    matches: impl Fn(&T, &str) -> bool,
) -> Vec<T> {
    let mut seen = BTreeSet::new();
    let matched = |one: &T| {
        patterns
            .iter()
            .map(|pattern| matches(one, pattern))
            .collect::<Vec<bool>>()
    };
    all.filter(|one| seen.insert(matched(one))).collect()
}

impl Sorted {
    /// Every set of statements that some request is matched by.
    pub fn requests(&self) -> BTreeSet<Matched> {
        let mut requests = BTreeSet::from([Matched::MAX]);
        for dimension in &self.0 {
            let pairs = requests
                .iter()
                .flat_map(|one| dimension.iter().map(move |row| one & row));
            requests = pairs.collect();
        }
        requests
    }
}
