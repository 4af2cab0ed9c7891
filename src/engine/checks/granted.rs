//! Which of the published ways to more permissions a policy opens.

use super::reach::{Reach, reach};
use crate::engine::policy::{ActionPattern, EscalationPath, Policy, Statement, action_covers};

/// An action that some statement allows, and how.
pub(super) struct Granted<'c> {
    pub statement: &'c Statement<'c>,
    pub reach: Reach<'c>,
}

/// Every action of a path that these statements allow; `None` where one is missing.
///
/// `denied` are the entries that the policy denies everywhere: what they cover is not allowed.
pub(super) fn granted<'c>(
    policy: &Policy<'c>,
    path: &EscalationPath,
    allowing: &[&'c Statement<'c>],
    denied: &[String],
) -> Option<Vec<Granted<'c>>> {
    let actions = path.actions.iter();
    let granted = actions.map(|action| {
        let found = allowing.iter().find_map(|statement| {
            let reach = reach(policy, statement, action).filter(|reach| !is_everything(reach))?;
            Some(Granted { statement, reach })
        });
        let is_denied = denied.iter().any(|entry| action_covers(entry, action));
        found.filter(|_| !is_denied)
    });
    granted.collect()
}

/// Whether the action is reached by a pattern for all there is, about which another check speaks.
fn is_everything(reach: &Reach) -> bool {
    ActionPattern::new(&reach.text).is_everything()
}
