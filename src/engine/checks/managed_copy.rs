//! Which AWS managed policy a policy is a copy of.

use std::collections::BTreeSet;

use super::context::Context;
use crate::engine::catalog::{Catalog, ManagedPolicy};
use crate::engine::meaning::{Answer, Permissions, equal};
use crate::engine::policy::{Element, Policy};
use crate::engine::syntax::parse;

/// A managed policy that allows, or allowed at some time, exactly what this policy allows.
#[derive(Clone, Debug)]
pub(super) struct Copied<'c> {
    /// The newest version that allows the same.
    pub version: ManagedPolicy<'c>,
    /// The version of today.
    pub current: ManagedPolicy<'c>,
}

/// Shorter policies are written by many people, and are nobody's copy.
const FEWEST_ACTIONS: usize = 3;

/// What the policy is a copy of, as far as the managed policies are known.
pub(super) fn copied<'c>(ctx: &Context<'c>) -> Option<Copied<'c>> {
    let catalog = ctx.catalog.filter(|_| ctx.tree.errors().is_empty())?;
    let actions = actions(&ctx.policy);
    let version = (actions.len() >= FEWEST_ACTIONS)
        .then(|| newest_alike(ctx, catalog, &actions))
        .flatten()?;
    let current = catalog.managed_policy(version.name)?;
    Some(Copied { version, current })
}

fn newest_alike<'c>(
    ctx: &Context,
    catalog: &'c Catalog,
    actions: &BTreeSet<String>,
) -> Option<ManagedPolicy<'c>> {
    let named = actions.iter().map(String::as_str);
    let alike = catalog
        .managed_policies_naming(named)
        .filter(|policy| actions_of(policy) == *actions);
    let alike: Vec<ManagedPolicy> = alike.collect();
    let permissions = (!alike.is_empty()).then(|| Permissions::read(ctx.tree))?;
    let mut same = alike.into_iter().filter(|policy| {
        let theirs = Permissions::read(&parse(policy.document));
        equal(&permissions, &theirs, None) == Answer::Yes
    });
    same.next_back()
}

/// The entries of `Action` of all statements.
pub(super) fn actions_of(policy: &ManagedPolicy) -> BTreeSet<String> {
    actions(&Policy::new(&parse(policy.document)))
}

fn actions(policy: &Policy) -> BTreeSet<String> {
    let statements = policy.statements().iter();
    let entries = statements.flat_map(|statement| statement.entries(Element::Action));
    entries.map(|entry| entry.text.into_owned()).collect()
}

impl Copied<'_> {
    /// Whether today's version allows the same.
    pub fn is_current(&self) -> bool {
        self.version.version == self.current.version
    }

    /// The version and its day, for a sentence: `(v12, 2021-12-07)`.
    pub fn dated(&self) -> String {
        match self.version.date {
            Some(date) => format!("({}, {date})", self.version.version),
            None => format!("({})", self.version.version),
        }
    }

    /// What to do about a copy.
    pub fn help(&self) -> String {
        let attach = format!(
            "Attach `arn:aws:{}` itself instead of a copy, so that AWS keeps it up to date.",
            self.current.resource
        );
        match successor(self.current.name) {
            Some(note) => format!("{attach} {note}"),
            None => attach,
        }
    }
}

/// What AWS has come to offer in the place of a policy.
///
/// Sources: AWS Batch User Guide, "Using service-linked roles", 2026; AWS Systems Manager User Guide, "AWS managed policies", 2026.
fn successor(name: &str) -> Option<&'static str> {
    let note = match name {
        "AWSBatchServiceRole" => {
            "Since March 2021 AWS Batch makes a role of its own, `AWSServiceRoleForBatch`, and a new set-up needs no other."
        }
        "AmazonEC2RoleforSSM" => {
            "AWS has put `AmazonSSMManagedInstanceCore` in its place, which allows much less."
        }
        _ => return None,
    };
    Some(note)
}
