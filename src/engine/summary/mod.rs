//! Who may do what: a policy summed up for people.
//!
//! Reads the statements as they stand, leaves out what a `Deny` of the same policy takes back altogether,
//! and puts the rest together: by whom it is for, by service, and by what it is limited to.
//! Every list has a cap, and says how much is left out.
//! Knows `meaning`, `catalog` and what is below them, and nothing of findings.

mod access;
mod administrators;
mod allowances;
mod conditions;
mod denials;
mod levels;
mod lines;
mod paragraph;
mod principals;
mod reached;
mod resources;
mod taken_back;
mod text;

pub use access::{Holder, Rest, Scope, ServiceAccess};
pub use administrators::AdministratorPath;
pub use conditions::words as condition_words;
pub use denials::Denial;
pub use levels::{LevelCount, Levels};
pub use lines::{Line, Mark};
pub use paragraph::wrapped;
pub use text::heading;

use crate::engine::catalog::{Catalog, Service};
use crate::engine::meaning::{Effect, Grant, Permissions, stated};
use crate::engine::policy::{Policy, PolicyKind};
use crate::engine::syntax::NodeId;
use allowances::allowances;
use conditions::unreadable_conditions;

/// A policy to be summed up.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The policy as people see it, with stand-ins where values are missing.
    pub policy: &'a Policy<'a>,
    /// What it is attached to decides how it is to be read.
    pub kind: PolicyKind,
    /// Without it, actions are listed as they stand, and nothing is said about access levels.
    pub catalog: Option<&'a Catalog>,
    /// Whether a string is still a stand-in for any text.
    pub is_open: &'a dyn Fn(NodeId) -> bool,
}

impl<'a> Subject<'a> {
    /// Where actions are looked up: not in a trust policy, whose few actions speak for themselves.
    fn actions(&self) -> Option<&'a Catalog> {
        self.catalog.filter(|_| self.kind != PolicyKind::Trust)
    }
}

/// Who may do what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// As it was given.
    pub kind: PolicyKind,
    /// The ways to be an administrator, statement by statement; of identity policies alone.
    pub administrators: Vec<AdministratorPath>,
    /// Who gets what: anyone first, then in the order of the text; a single one without a name where the policy is attached to them.
    pub holders: Vec<Holder>,
    /// How many holders are left out.
    pub more_holders: usize,
    /// What the policy denies, in the order of the text.
    pub denials: Vec<Denial>,
    /// How many of them are left out.
    pub more_denials: usize,
    /// Whether access levels are known.
    pub knows_levels: bool,
}

impl Summary {
    /// Whether policies of this kind grant nothing and only limit what others grant.
    pub fn is_limit(&self) -> bool {
        !matches!(
            self.kind,
            PolicyKind::Identity | PolicyKind::Resource | PolicyKind::Trust
        )
    }
}

/// Sums the policy up, in time that grows with the text and the number of actions it reaches.
pub fn summarise(subject: &Subject) -> Summary {
    let grants = stated(&Permissions::read(subject.policy.tree()));
    let unreadable = unreadable_conditions(subject.policy);
    let (allowed, denied): (Vec<&Grant>, Vec<&Grant>) = grants
        .iter()
        .partition(|grant| grant.effect == Effect::Allow);
    let allowances = allowances(subject, &allowed, &denied, &unreadable);
    let (holders, more_holders) = access::holders(subject, allowances);
    let (denials, more_denials) = denials::denials(subject, &denied, &unreadable);
    Summary {
        kind: subject.kind,
        administrators: administrators::paths(subject),
        holders,
        more_holders,
        denials,
        more_denials,
        knows_levels: subject.catalog.is_some() || subject.kind == PolicyKind::Trust,
    }
}

/// The name of a service, without the short form that some have at the end in brackets.
fn service_name(service: Service<'_>) -> &str {
    let title = service.title();
    title.split_once(" (").map_or(title, |(name, _)| name)
}
