//! What a policy denies, in words.

use super::conditions::limits;
use super::principals::{LONGEST_NAME, whom};
use super::resources::Words;
use super::{Subject, service_name};
use crate::engine::catalog::Catalog;
use crate::engine::meaning::{Grant, Names};
use crate::engine::policy::ActionPattern;
use crate::engine::text::{joined, quoted_within};

/// Something that is denied, whatever allows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Denial {
    /// To whom; `None` where the policy is attached to them.
    pub who: Option<String>,
    /// Which actions.
    pub actions: String,
    /// On which resources; `None` where the statement names none.
    pub resources: Option<String>,
    /// All that has to hold; without any it is always denied.
    pub conditions: Vec<String>,
}

/// The most statements that are listed.
const MOST_LISTED: usize = 12;

/// The most actions that are named in one of them.
const MOST_ACTIONS: usize = 6;

/// The denials, and how many are left out.
pub(super) fn denials(
    subject: &Subject,
    denied: &[&Grant],
    unreadable: &[usize],
) -> (Vec<Denial>, usize) {
    let listed = denied.iter().take(MOST_LISTED);
    let words = Words::new(subject);
    let denial = |grant: &&Grant| Denial {
        who: grant.principals.as_ref().map(whom),
        actions: match &grant.actions {
            Some(names) => actions(subject.catalog, names),
            None => "nothing, for no action is named".into(),
        },
        resources: grant.resources.as_ref().map(|names| words.all(names)),
        conditions: limits(grant, unreadable),
    };
    (
        listed.map(denial).collect(),
        denied.len().saturating_sub(MOST_LISTED),
    )
}

/// The actions of an element in words, as they are written.
fn actions(catalog: Option<&Catalog>, names: &Names) -> String {
    let more = names.entries.len().saturating_sub(MOST_ACTIONS);
    let entries = names.entries.iter().take(MOST_ACTIONS);
    let whole = if names.except {
        "those"
    } else {
        "every action"
    };
    let named = entries.map(|entry| action(catalog, &entry.written, whole));
    let listed = joined(named.collect(), more, "and");
    match (names.except, names.entries.is_empty()) {
        (true, true) => "every action".into(),
        (true, false) => format!("every action but {listed}"),
        (false, true) => "no action".into(),
        (false, false) => listed,
    }
}

/// One entry; `whole` stands for the actions of a service.
fn action(catalog: Option<&Catalog>, written: &str, whole: &str) -> String {
    let pattern = ActionPattern::new(written);
    if pattern.is_everything() {
        return "every action".into();
    }
    let service = catalog
        .zip(pattern.service())
        .and_then(|(catalog, prefix)| catalog.service(prefix));
    match service {
        Some(service) if pattern.name() == "*" => {
            format!("{whole} of {}", service_name(service))
        }
        _ => quoted_within(written, LONGEST_NAME),
    }
}
