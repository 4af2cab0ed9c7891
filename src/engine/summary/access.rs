//! Who gets which access, service by service.

mod parts;
mod whole;

use super::Subject;
use super::allowances::Allowance;
use super::levels::{LAST_RANK, Levels};
use super::principals::{is_anyone, names_an_account, who};
use parts::{Part, parts};

/// Somebody, and what they get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who, to stand before a colon; `None` where the policy is attached to them.
    pub who: Option<String>,
    /// Whether an account is named, which may be the reader's own.
    pub names_an_account: bool,
    /// Access by service, the gravest first, then in the order of the text.
    pub services: Vec<ServiceAccess>,
    /// The services that are left out.
    pub rest: Option<Rest>,
}

/// Access to one service, or to all of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceAccess {
    /// `Amazon S3 (s3)`, or what several services have in common; `None` in a trust policy, which is about the role alone.
    pub title: Option<String>,
    /// Among all actions of the service; none where access levels are not known.
    pub levels: Levels,
    /// At least one, in the order of the text.
    pub scopes: Vec<Scope>,
    /// How many scopes are left out.
    pub more_scopes: usize,
}

/// Actions that are allowed on the same resources under the same conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// As in [`ServiceAccess`].
    pub levels: Levels,
    /// The actions by name, where they are few.
    pub actions: Option<String>,
    /// Entries of which nothing more is known.
    pub unknown: Option<String>,
    /// On what; `None` where the statements name no resource.
    pub resources: Option<String>,
    /// All that has to hold, each to follow "only if".
    pub conditions: Vec<String>,
}

/// Services that are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rest {
    /// How many.
    pub services: usize,
    /// Among all of their actions.
    pub levels: Levels,
}

/// The most holders that are listed.
const MOST_HOLDERS: usize = 12;

/// The most services that are listed for one of them.
const MOST_SERVICES: usize = 16;

/// The holders, anyone first, and how many are left out.
pub(super) fn holders(subject: &Subject, allowances: Vec<Allowance>) -> (Vec<Holder>, usize) {
    let groups = by_holder(allowances);
    let more = groups.len().saturating_sub(MOST_HOLDERS);
    let listed = groups.into_iter().take(MOST_HOLDERS);
    let holder = |(who, allowances): (Option<String>, Vec<Allowance>)| {
        let (services, rest) = services(subject, &allowances);
        let mut principals = allowances
            .iter()
            .filter_map(|one| one.grant.principals.as_ref());
        Holder {
            who,
            names_an_account: principals.any(names_an_account),
            services,
            rest,
        }
    };
    (listed.map(holder).collect(), more)
}

type Group<'g> = (Option<String>, Vec<Allowance<'g>>);

fn by_holder<'g>(allowances: Vec<Allowance<'g>>) -> Vec<Group<'g>> {
    let mut public: Vec<Group> = Vec::new();
    let mut others: Vec<Group> = Vec::new();
    for allowance in allowances {
        let principals = allowance.grant.principals.as_ref();
        let name = principals.map(|names| who(names, !allowance.limits.is_empty()));
        let groups = match principals.is_some_and(is_anyone) {
            true => &mut public,
            false => &mut others,
        };
        match groups.iter_mut().find(|(known, _)| *known == name) {
            Some((_, own)) => own.push(allowance),
            None => groups.push((name, vec![allowance])),
        }
    }
    public.extend(others);
    public
}

fn services(subject: &Subject, allowances: &[Allowance]) -> (Vec<ServiceAccess>, Option<Rest>) {
    let (whole, parts) = whole::folded(subject, allowances, parts(subject, allowances));
    let mut parts = gravest_first(parts);
    let rest = parts.split_off(parts.len().min(MOST_SERVICES));
    let listed = parts
        .into_iter()
        .map(|part| part.access(subject, allowances));
    (whole.into_iter().chain(listed).collect(), left_out(&rest))
}

fn gravest_first(mut parts: Vec<Part>) -> Vec<Part> {
    let mut sorted = Vec::with_capacity(parts.len());
    for rank in 0..=LAST_RANK {
        let (own, others) = parts
            .into_iter()
            .partition(|part| part.levels.rank() == rank);
        let own: Vec<Part> = own;
        sorted.extend(own);
        parts = others;
    }
    sorted
}

fn left_out(parts: &[Part]) -> Option<Rest> {
    let services: Vec<_> = parts.iter().filter_map(|part| part.service).collect();
    let actions: Vec<_> = parts.iter().flat_map(Part::actions).collect();
    (!parts.is_empty()).then(|| Rest {
        services: parts.len(),
        levels: Levels::of(&actions, &services),
    })
}
