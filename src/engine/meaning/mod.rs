//! What a policy permits, as a set of requests.
//!
//! A request has an action, a resource, somebody it comes from and a value, several or none for each condition key.
//! A policy allows it when an `Allow` statement matches and no `Deny` does.
//! Two policies are compared by finding a request that one allows and the other does not, or by showing that there is none.
//!
//! What is taken for granted: every combination of action, resource, principal and condition keys can be asked for,
//! each key may be missing, and a policy stands alone, without the other policies that decide with it.
//! Knows `text`, `syntax` and `policy`, and nothing of findings.

mod administrator;
mod budget;
mod cases;
mod classes;
mod comparison;
mod counterparts;
mod denials;
mod difference;
mod dimension;
mod focus;
mod glob;
mod grants;
mod interval;
mod key_cases;
mod narrowing;
mod original;
mod principal_cases;
mod reading;
mod shape;
mod side_by_side;
mod statement;
mod term;
mod universe;

use std::collections::BTreeMap;

use crate::engine::syntax::{NodeId, Tree};
use reading::read_statement;
use statement::{Identity, Statement};

pub use administrator::{OpenedDetours, allows_everything, denied_everywhere, opened_detours};
pub use comparison::{Answer, Comparison, compare, covers, equal};
pub use counterparts::{Counterparts, counterparts};
pub use denials::denials;
pub use difference::{Difference, Part, difference};
pub use grants::{Grant, grants, stated};
pub use original::Original;
pub use reading::Permissions;
pub use statement::{Condition, Effect, Entry, Names};
pub use universe::ActionUniverse;

/// What a change does to the access a policy gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AccessEffect {
    /// The same requests are allowed as before.
    Same,
    /// Fewer requests are allowed.
    Less,
    /// More requests are allowed.
    More,
    /// Some requests are no longer allowed, others are now.
    Different,
    /// It cannot be told.
    Unknown,
}

impl AccessEffect {
    /// The name in the output of the command: one lower case word.
    pub fn id(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Less => "less",
            Self::More => "more",
            Self::Different => "different",
            Self::Unknown => "unknown",
        }
    }

    /// The label for the page.
    pub fn label(self) -> &'static str {
        match self {
            Self::Same => "same access",
            Self::Less => "less access",
            Self::More => "more access",
            Self::Different => "different access",
            Self::Unknown => "cannot tell",
        }
    }
}

/// What changing the policy `before` into `after` does to the access it gives.
///
/// [`AccessEffect::Same`] is only returned when there is no request that one allows and the other does not.
/// Errors of syntax are read through, so that mending them is the same access.
pub fn effect_of(before: &Tree, after: &Tree) -> AccessEffect {
    compare(&Permissions::read(before), &Permissions::read(after), None).effect()
}

/// The statements that say the same but for spelling, and for their `Sid`.
///
/// Groups of two and more, in the order of their first statements; `statements` are objects, in any order.
pub fn equal_statements(tree: &Tree, statements: &[NodeId]) -> Vec<Vec<NodeId>> {
    let read = |node: &NodeId| (*node, read_statement(tree, *node));
    let statements: Vec<(NodeId, Statement)> = statements.iter().map(read).collect();
    let mut by_identity: BTreeMap<Identity, Vec<NodeId>> = BTreeMap::new();
    for (node, statement) in &statements {
        let group = by_identity.entry(statement.identity()).or_default();
        group.push(*node);
    }
    let groups = by_identity.into_values().filter(|group| group.len() > 1);
    let mut groups: Vec<Vec<NodeId>> = groups.collect();
    groups.sort();
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::syntax::parse;

    #[test]
    fn statements_are_equal_whatever_their_names_and_the_order_in_their_lists() {
        let tree = parse(
            r#"[{"Sid": "A", "Action": ["s3:a", "s3:b"]}, {"Action": "s3:a"}, {"Action": ["s3:B", "s3:a"]}, {"Action": ["s3:a"]}, {}]"#,
        );
        let list = tree.root().map(|root| tree.elements(root).collect());
        let list: Vec<NodeId> = list.unwrap_or_default();
        let groups = equal_statements(&tree, &list);
        let places = |group: &Vec<NodeId>| group.iter().map(|one| tree.ordinal(*one)).collect();
        let groups: Vec<Vec<usize>> = groups.iter().map(places).collect();
        assert_eq!(groups, [[0, 2], [1, 3]]);
    }
}
