//! The cases that a list of principals can tell apart: who a request may come from.

use std::collections::BTreeSet;

use super::cases::Case;

/// How many principals may or may not stand for one person.
const MOST_OPEN: usize = 4;

/// Every case for a list of normal principals; `None` when there are too many.
///
/// The people are those who are named, and for each type somebody who is not.
pub(super) fn principal_cases(names: &[&str]) -> Option<Vec<Case>> {
    let listed: Vec<Person> = names.iter().map(|name| Person::read(name)).collect();
    let mut people: BTreeSet<Person> = listed.iter().copied().collect();
    let types = listed
        .iter()
        .map(|person| person.type_name)
        .chain(["AWS", "Service"]);
    people.extend(types.map(|type_name| Person {
        type_name,
        name: "*",
    }));
    let mut cases = Vec::new();
    for person in people {
        cases.extend(cases_of(person, &listed)?);
    }
    Some(cases)
}

/// Somebody a request comes from, or the principal a statement names; the name `*` is everybody or anybody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Person<'n> {
    type_name: &'n str,
    name: &'n str,
}

fn cases_of(person: Person, listed: &[Person]) -> Option<Vec<Case>> {
    let answers: Vec<Option<bool>> = listed
        .iter()
        .map(|other| other.stands_for(person))
        .collect();
    let numbered = |wanted: Option<bool>| {
        let answers = answers.iter().enumerate();
        answers
            .filter(move |(_, answer)| **answer == wanted)
            .map(|(number, _)| number)
    };
    let open: Vec<usize> = numbered(None).collect();
    if open.len() > MOST_OPEN {
        return None;
    }
    let case = |chosen: usize| {
        let some = open
            .iter()
            .enumerate()
            .filter(|(at, _)| chosen >> at & 1 == 1);
        let mut matched: Vec<usize> = numbered(Some(true))
            .chain(some.map(|(_, number)| *number))
            .collect();
        matched.sort_unstable();
        Case {
            matched,
            certain: open.is_empty(),
            name: None,
        }
    };
    Some((0..1_usize << open.len()).map(case).collect())
}

impl<'n> Person<'n> {
    fn read(normal: &'n str) -> Self {
        let (type_name, name) = normal.split_once(':').unwrap_or(("", normal));
        Self { type_name, name }
    }

    /// Whether a statement that names this principal is about the person; `None` where it cannot be told.
    ///
    /// A role stands for its sessions.
    /// An account stands for its people as far as it gives them leave, which another policy says.
    /// Whether `*` is about a service or an identity provider depends on where the policy is attached.
    /// Source: IAM User Guide, "AWS JSON policy elements: Principal", 2025.
    fn stands_for(self, person: Self) -> Option<bool> {
        if self == person {
            return Some(true);
        }
        match (self.type_name, person.type_name) {
            (one, other) if one == other && self.name == "*" => Some(true),
            ("AWS", "AWS") if person.name != "*" => self.covers_identity(person),
            ("AWS", _) if self.name == "*" => None,
            ("AWS", "CanonicalUser") | ("CanonicalUser", "AWS") if person.name != "*" => None,
            _ => Some(false),
        }
    }

    fn covers_identity(self, person: Self) -> Option<bool> {
        if let (Some(role), Some(session)) = (role(self.name), session(person.name)) {
            return Some(role == session);
        }
        let is_in_account = account(person.name) == Some(self.name);
        (!is_in_account).then_some(false)
    }
}

/// The account in an ARN.
fn account(arn: &str) -> Option<&str> {
    arn.split(':').nth(4)
}

/// The account and the name of the role that an ARN is about; the name is unique in the account, whatever the path.
fn role(arn: &str) -> Option<(&str, &str)> {
    let (path, name) = arn.rsplit_once('/')?;
    let resource = path.splitn(6, ':').nth(5)?;
    (resource == "role" || resource.starts_with("role/")).then_some((account(arn)?, name))
}

/// The account and the role of the session that an ARN is about.
fn session(arn: &str) -> Option<(&str, &str)> {
    let resource = arn.splitn(6, ':').nth(5)?.strip_prefix("assumed-role/")?;
    Some((account(arn)?, resource.split('/').next()?))
}
