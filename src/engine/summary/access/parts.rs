//! What of the allowances belongs to one service.

use std::collections::BTreeMap;

use super::{Scope, ServiceAccess};
use crate::engine::catalog::{Action, ActionSet, Service};
use crate::engine::policy::{ActionPattern, PolicyKind, has_wildcard};
use crate::engine::summary::allowances::Allowance;
use crate::engine::summary::levels::Levels;
use crate::engine::summary::principals::LONGEST_NAME;
use crate::engine::summary::resources::Words;
use crate::engine::summary::{Subject, service_name};
use crate::engine::text::{joined, listed, quoted_within};

/// One service in the allowances of one holder.
pub(super) struct Part<'c> {
    /// As the entries write it where the service is not known.
    pub prefix: String,
    pub service: Option<Service<'c>>,
    pub levels: Levels,
    /// In the order of the allowances.
    pub shares: Vec<Share<'c>>,
}

/// What one allowance gives of a service.
#[derive(Default)]
pub(super) struct Share<'c> {
    /// The place of the allowance.
    pub allowance: usize,
    pub listed: Vec<Action<'c>>,
    /// Entries that cannot be looked up, in words.
    pub verbatim: Vec<String>,
}

/// The most actions that are named beside their access levels.
const MOST_NAMED: usize = 4;

/// The most scopes of one service that are told apart.
const MOST_SCOPES: usize = 16;

/// The most entries that are named where nothing more is known of them.
const MOST_VERBATIM: usize = 8;

/// The services in the order of the text.
pub(super) fn parts<'c>(subject: &Subject<'c>, allowances: &[Allowance]) -> Vec<Part<'c>> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut parts: Vec<Part> = Vec::new();
    let mut add = |prefix: String, allowance: usize, put: &mut dyn FnMut(&mut Share<'c>)| {
        let place = *places.entry(prefix.clone()).or_insert(parts.len());
        if place == parts.len() {
            parts.push(Part::new(subject, prefix));
        }
        if let Some(share) = parts.get_mut(place).and_then(|part| part.share(allowance)) {
            put(share);
        }
    };
    for (number, allowance) in allowances.iter().enumerate() {
        let catalog = subject.actions().into_iter();
        let listed = catalog.flat_map(|catalog| catalog.actions_in(&allowance.reached.listed));
        let listed: Vec<Action> = listed.collect();
        for actions in listed.chunk_by(|one, other| one.service() == other.service()) {
            let prefix = actions
                .first()
                .map_or("", |action| action.service().prefix());
            add(prefix.to_owned(), number, &mut |share| {
                share.listed.extend(actions)
            });
        }
        for (prefix, words) in verbatim(subject, allowance) {
            add(prefix, number, &mut |share| {
                share.verbatim.push(words.clone())
            });
        }
    }
    for part in &mut parts {
        let services: Vec<Service> = part.service.into_iter().collect();
        part.levels = Levels::of(&part.actions(), &services);
    }
    parts
}

/// The entries that cannot be looked up, each with the prefix of its service.
fn verbatim(subject: &Subject, allowance: &Allowance) -> Vec<(String, String)> {
    let is_trust = subject.kind == PolicyKind::Trust;
    let entries = allowance.reached.verbatim.iter().map(|written| {
        let pattern = ActionPattern::new(written);
        let prefix = pattern.service().unwrap_or("*").to_ascii_lowercase();
        let quoted = quoted_within(written, LONGEST_NAME);
        let words = match (pattern.is_everything(), subject.actions()) {
            (true, _) => "every action".to_owned(),
            (false, Some(_)) if !has_wildcard(&prefix) => format!("{quoted} (not in AWS's lists)"),
            _ => quoted,
        };
        (if is_trust { String::new() } else { prefix }, words)
    });
    let excepted = &allowance.reached.all_but;
    let all_but = (!excepted.is_empty()).then(|| {
        let named = excepted
            .iter()
            .map(|entry| quoted_within(entry, LONGEST_NAME));
        let words = format!("every action but {}", capped(&Vec::from_iter(named)));
        ("*".to_owned(), words)
    });
    entries.chain(all_but).collect()
}

/// Some entries, and how many more there are.
fn capped(entries: &[String]) -> String {
    let listed = entries.iter().take(MOST_VERBATIM).cloned();
    let more = entries.len().saturating_sub(MOST_VERBATIM);
    joined(listed.collect(), more, "and")
}

impl<'c> Part<'c> {
    fn new(subject: &Subject<'c>, prefix: String) -> Self {
        Self {
            service: subject
                .actions()
                .and_then(|catalog| catalog.service(&prefix)),
            prefix,
            levels: Levels::default(),
            shares: Vec::new(),
        }
    }

    /// The share of an allowance, which comes in order.
    fn share(&mut self, allowance: usize) -> Option<&mut Share<'c>> {
        let known = self.shares.last().map(|last| last.allowance);
        if known != Some(allowance) {
            self.shares.push(Share {
                allowance,
                ..Share::default()
            });
        }
        self.shares.last_mut()
    }

    /// The actions of all shares, each once.
    pub fn actions(&self) -> Vec<Action<'c>> {
        let mut set = ActionSet::default();
        for action in self.shares.iter().flat_map(|share| &share.listed) {
            set.insert(*action);
        }
        let all = self.service.into_iter().flat_map(Service::actions);
        all.filter(|action| set.contains(*action)).collect()
    }

    fn title(&self, kind: PolicyKind) -> Option<String> {
        let prefix = quoted_within(&self.prefix, LONGEST_NAME);
        match self.service {
            _ if kind == PolicyKind::Trust => None,
            Some(service) => Some(format!("{} ({prefix})", service_name(service))),
            None if self.prefix == "*" => Some("Every service".into()),
            None => Some(prefix),
        }
    }

    pub fn access(self, subject: &Subject, allowances: &[Allowance]) -> ServiceAccess {
        let services: Vec<Service> = self.service.into_iter().collect();
        let words = Words::new(subject);
        let listed = self.shares.iter().take(MOST_SCOPES);
        let scopes = listed.filter_map(|share| {
            let allowance = allowances.get(share.allowance)?;
            let resources = allowance.grant.resources.as_ref();
            Some(Scope {
                levels: Levels::of(&share.listed, &services),
                actions: share.named(),
                unknown: share.unknown(),
                resources: resources
                    .map(|names| words.of_service(names, &self.prefix, self.service)),
                conditions: allowance.limits.clone(),
            })
        });
        ServiceAccess {
            title: self.title(subject.kind),
            scopes: scopes.collect(),
            more_scopes: self.shares.len().saturating_sub(MOST_SCOPES),
            levels: self.levels,
        }
    }
}

impl Share<'_> {
    fn named(&self) -> Option<String> {
        if self.listed.is_empty() || self.listed.len() > MOST_NAMED {
            return None;
        }
        let mut sorted: Vec<&str> = Vec::new();
        for name in self.listed.iter().map(|action| action.name()) {
            sorted.insert(sorted.partition_point(|other| *other < name), name);
        }
        Some(listed(sorted))
    }

    fn unknown(&self) -> Option<String> {
        let words = capped(&self.verbatim);
        (!words.is_empty()).then_some(words)
    }
}
