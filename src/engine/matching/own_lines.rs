//! Which lines of a statement say what the statement beside it does not.

use super::binding::StandIns;
use super::pair::{Beside, entries_beyond, tests_beyond};
use crate::engine::meaning::Grant;
use crate::engine::syntax::encode;

/// A string of a statement, as JSON, and the element that it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct OwnString {
    element: &'static str,
    json: String,
}

/// The entries that only `one` has, and the condition keys whose tests it does not share.
pub(super) fn own_strings(one: &Grant, other: &Grant, stand_ins: &StandIns) -> Vec<OwnString> {
    let elements = [
        ("Principal", &one.principals, &other.principals),
        ("Action", &one.actions, &other.actions),
        ("Resource", &one.resources, &other.resources),
    ];
    let entries = elements.into_iter().flat_map(|(element, one, other)| {
        entries_beyond(one, other).map(move |entry| (element, entry.written.as_str()))
    });
    let tests = tests_beyond(&one.conditions, &other.conditions);
    let keys = tests.map(|test| ("Condition", test.key.as_str()));
    let own = entries.chain(keys).map(|(element, text)| OwnString {
        element,
        json: encode(&stand_ins.put_back(text)),
    });
    own.collect()
}

impl Beside {
    /// The lines of the text, each with whether it says what the statement beside it does not; none does where there is no such statement.
    pub fn lines(&self) -> Vec<(&str, bool)> {
        let mut element = "";
        let lines = self.text.lines().map(|line| {
            element = element_of(line).unwrap_or(element);
            let is_own = |own: &OwnString| own.element == element && line.contains(&own.json);
            (line, self.own.iter().any(is_own))
        });
        lines.collect()
    }
}

/// The element that begins on a line of a statement that is laid out, without the `Not` that may stand before it.
fn element_of(line: &str) -> Option<&str> {
    let (name, _) = line.strip_prefix("    \"")?.split_once('"')?;
    Some(name.strip_prefix("Not").unwrap_or(name))
}
