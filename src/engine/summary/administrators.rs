//! The ways to be an administrator, in words.

use super::Subject;
use crate::engine::meaning::{allows_everything, opened_detours};
use crate::engine::policy::{Element, PolicyKind, Statement};
use crate::engine::text::quoted;

/// A statement that makes an administrator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdministratorPath {
    /// The statement: `statement 2`, with its name where it has one.
    pub statement: String,
    /// The detours that it opens, in words; none where it allows everything at once.
    pub detours: Vec<String>,
}

/// The paths of an identity policy: at once, then by detours, each in the order of the text.
pub(super) fn paths(subject: &Subject) -> Vec<AdministratorPath> {
    if subject.kind != PolicyKind::Identity {
        return Vec::new();
    }
    let statements = subject.policy.statements();
    let at_once = statements
        .iter()
        .enumerate()
        .filter(|(_, statement)| allows_everything(statement).is_some())
        .map(|(place, statement)| AdministratorPath {
            statement: named(place, statement),
            detours: Vec::new(),
        });
    let opened = opened_detours(subject.policy, subject.is_open);
    let by_detour = opened.iter().filter_map(|opened| {
        let detours = opened.detours.iter();
        Some(AdministratorPath {
            statement: named(opened.statement, statements.get(opened.statement)?),
            detours: detours
                .map(|(_, detour)| format!("{} {}", quoted(&detour.name()), detour.does))
                .collect(),
        })
    });
    at_once.chain(by_detour).collect()
}

fn named(place: usize, statement: &Statement) -> String {
    let number = place + 1;
    match statement.text(Element::Sid).filter(|sid| !sid.is_empty()) {
        Some(sid) => format!("statement {number}, {}", quoted(&sid)),
        None => format!("statement {number}"),
    }
}
