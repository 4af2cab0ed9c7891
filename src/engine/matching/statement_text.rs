//! Writes a part of a policy as a statement that can be copied.

use crate::engine::meaning::{Condition, Effect, Names, Part};
use crate::engine::syntax::{Style, encode, format, parse};

/// The statement, laid out, without a line break at its end.
pub(super) fn statement_text(effect: Effect, part: &Part) -> String {
    let effect = match effect {
        Effect::Allow => "Allow",
        Effect::Deny => "Deny",
    };
    let mut members = vec![format!("\"Effect\": \"{effect}\"")];
    let principals = part.principals.as_ref();
    members.extend(principals.map(|names| member("Principal", names, principal(names))));
    let listed = |name: &str, names: &Option<Names>| {
        let names = names.as_ref()?;
        let written = names.entries.iter().map(|entry| entry.written.as_str());
        Some(member(name, names, list(written)))
    };
    members.extend(listed("Action", &part.actions));
    members.extend(listed("Resource", &part.resources));
    members.extend(condition(&part.conditions));
    let text = format!("{{{}}}", members.join(", "));
    format(&parse(&text), Style::Indented(4)).unwrap_or(text)
}

fn member(name: &str, names: &Names, value: String) -> String {
    let not = if names.except { "Not" } else { "" };
    format!("\"{not}{name}\": {value}")
}

/// One string, or a list of several.
fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let encoded: Vec<String> = names.map(encode).collect();
    match encoded.as_slice() {
        [one] => one.clone(),
        _ => format!("[{}]", encoded.join(", ")),
    }
}

fn principal(names: &Names) -> String {
    let typed = names.entries.iter().map(|entry| {
        let kind = entry.normal.split(':').next().unwrap_or_default();
        (kind, entry.written.as_str())
    });
    let typed: Vec<(&str, &str)> = typed.collect();
    if typed == [("AWS", "*")] {
        return encode("*");
    }
    grouped(typed.into_iter(), |entries| list(entries.into_iter()))
}

fn condition(conditions: &[Condition]) -> Option<String> {
    if conditions.is_empty() {
        return None;
    }
    let tests = conditions.iter().map(|test| (test.operator.as_str(), test));
    let written = grouped(tests, |tests| {
        let keys = tests.iter().map(|test| {
            let values = list(test.values.iter().map(String::as_str));
            format!("{}: {values}", encode(&test.key))
        });
        format!("{{{}}}", keys.collect::<Vec<_>>().join(", "))
    });
    Some(format!("\"Condition\": {written}"))
}

/// An object of what belongs to each name, in the order in which the names first occur.
fn grouped<'n, T>(
    named: impl Iterator<Item = (&'n str, T)>,
    written: impl Fn(Vec<T>) -> String,
) -> String {
    let mut groups: Vec<(&str, Vec<T>)> = Vec::new();
    for (name, one) in named {
        match groups.iter_mut().find(|group| group.0 == name) {
            Some(group) => group.1.push(one),
            None => groups.push((name, vec![one])),
        }
    }
    let groups = groups.into_iter();
    let members = groups.map(|(name, group)| format!("{}: {}", encode(name), written(group)));
    format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
}
