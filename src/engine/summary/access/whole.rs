//! Services of which one allowance gives every action, told together.

use super::parts::Part;
use super::{Scope, ServiceAccess};
use crate::engine::catalog::Service;
use crate::engine::summary::allowances::Allowance;
use crate::engine::summary::levels::Levels;
use crate::engine::summary::resources::Words;
use crate::engine::summary::{Subject, service_name};
use crate::engine::text::joined;

/// So many services are still told one by one.
const MOST_ALONE: usize = 4;

/// The most services that are named, as those meant or as those left out.
const MOST_NAMED: usize = 6;

/// One line for the services that an allowance gives whole, where they are many; and the parts that are left.
pub(super) fn folded<'c>(
    subject: &Subject<'c>,
    allowances: &[Allowance],
    parts: Vec<Part<'c>>,
) -> (Vec<ServiceAccess>, Vec<Part<'c>>) {
    let count = |allowance: usize| {
        let whole = parts.iter().filter_map(only_allowance);
        whole.filter(|one| *one == allowance).count()
    };
    let many: Vec<bool> = (0..allowances.len())
        .map(|allowance| count(allowance) > MOST_ALONE)
        .collect();
    let is_many = |allowance: usize| many.get(allowance) == Some(&true);
    let (whole, left): (Vec<Part>, Vec<Part>) = parts
        .into_iter()
        .partition(|part| only_allowance(part).is_some_and(is_many));
    let folded = allowances.iter().enumerate().filter_map(|(at, allowance)| {
        let parts = whole.iter().filter(|part| only_allowance(part) == Some(at));
        is_many(at).then(|| access(subject, allowance, &Vec::from_iter(parts)))
    });
    (folded.collect(), left)
}

/// The allowance that gives every action of the service, where no other gives any.
fn only_allowance(part: &Part) -> Option<usize> {
    let [share] = part.shares.as_slice() else {
        return None;
    };
    (part.levels.is_everything() && share.verbatim.is_empty()).then_some(share.allowance)
}

fn access<'c>(subject: &Subject<'c>, allowance: &Allowance, parts: &[&Part<'c>]) -> ServiceAccess {
    let services: Vec<Service> = parts.iter().filter_map(|part| part.service).collect();
    let actions: Vec<_> = parts.iter().flat_map(|part| part.actions()).collect();
    let levels = Levels::of(&actions, &services);
    let resources = allowance.grant.resources.as_ref();
    ServiceAccess {
        title: Some(title(subject, &services)),
        scopes: vec![Scope {
            levels: levels.clone(),
            actions: None,
            unknown: None,
            resources: resources.map(|names| Words::new(subject).all(names)),
            conditions: allowance.limits.clone(),
        }],
        more_scopes: 0,
        levels,
    }
}

fn title(subject: &Subject, services: &[Service]) -> String {
    let every = subject
        .catalog
        .into_iter()
        .flat_map(|catalog| catalog.services());
    let left_out: Vec<Service> = every.filter(|one| !services.contains(one)).collect();
    if left_out.is_empty() {
        return "Every service".into();
    }
    if left_out.len() <= MOST_NAMED {
        return format!("Every service but {}", titles(&left_out));
    }
    format!("{} services ({})", services.len(), titles(services))
}

fn titles(services: &[Service]) -> String {
    let named = services.iter().take(MOST_NAMED);
    let named = named.map(|service| service_name(*service).to_owned());
    let more = services.len().saturating_sub(MOST_NAMED);
    joined(named.collect(), more, "and")
}
