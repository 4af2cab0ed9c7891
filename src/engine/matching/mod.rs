//! Whether two policies do the same, and if not, what one does more and what less: statement by statement, in words.
//!
//! *Mine* is the policy that somebody has, *theirs* the one it is compared with: a template, a policy of AWS, a second document.
//! Policies are compared by the requests that they allow and by those that they deny, so that order, spelling and the split into statements do not count.
//! A stand-in without a value is bound to what stands in its place on the other side; what was bound is told.
//! Knows `meaning`, `placeholders` and `summary` for its words, and nothing of findings.

mod binding;
mod capture;
mod closest;
mod comparing;
mod difference;
mod filling;
mod open_string;
mod own_lines;
mod pair;
mod statement_text;
mod verdict;
mod words;

pub use binding::Binding;
pub use closest::{closeness, closest_managed_policy};
pub use difference::Difference;
pub use pair::{Beside, Change, Pair};
pub use verdict::Outcome;

use crate::engine::catalog::Catalog;
use crate::engine::placeholders::{Placeholder, Values};
use crate::engine::syntax::{Style, Tree, format};

/// Whose policy something is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The policy that somebody has.
    Mine,
    /// The policy that it is compared with.
    Theirs,
}

impl Side {
    /// The other one.
    pub fn opposite(self) -> Self {
        match self {
            Self::Mine => Self::Theirs,
            Self::Theirs => Self::Mine,
        }
    }
}

/// A policy to be compared: its text as a tree, stand-ins included, and those stand-ins.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    /// The text with its stand-ins.
    pub tree: &'a Tree,
    /// What stands for a value in it.
    pub placeholders: &'a [Placeholder],
}

/// How two policies compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Whether they do the same.
    pub outcome: Outcome,
    /// What was taken to stand for what, in the order of the texts; theirs first.
    pub bindings: Vec<Binding>,
    /// Stand-ins without a value and without a counterpart, as they are written; mine first.
    pub unbound: Vec<String>,
    /// What only one of them allows or denies; mine first. Empty where they do the same, or where it cannot be told.
    pub differences: Vec<Difference>,
    /// The statements beside each other: mine in order, then those of theirs that have no counterpart.
    pub pairs: Vec<Pair>,
    /// Their text with every value in place that is known, laid out anew; what is to be pasted to do as they do.
    pub text_to_copy: String,
}

/// Compares a policy with another one; both take the same values.
///
/// With a catalog, policies that only differ in actions that do not exist are found to do the same today.
pub fn match_policies(
    mine: Compared<'_>,
    theirs: Compared<'_>,
    values: &Values,
    catalog: Option<&Catalog>,
) -> Match {
    let bound = binding::bind(mine, theirs, values);
    let mine = bound.mine_filled();
    let theirs = bound.theirs_filled();
    let comparing = comparing::Comparing::new(&mine.tree, &theirs.tree);
    let outcome = comparing.outcome(catalog);
    let differs = !outcome.is_same();
    let stand_ins = bound.stand_ins();
    let pairs = pair::pairs(&mine.tree, &theirs.tree, &stand_ins);
    Match {
        differences: match differs {
            true => difference::differences(&mine.tree, &theirs.tree, &stand_ins),
            false => Vec::new(),
        },
        outcome,
        pairs,
        unbound: bound.unbound(),
        text_to_copy: stand_ins.put_back(&laid_out(&theirs.tree)),
        bindings: bound.bindings,
    }
}

/// The text on lines of its own for each entry, or as it stands where it has errors.
fn laid_out(tree: &Tree) -> String {
    let text = format(tree, Style::Indented(4)).unwrap_or_else(|| tree.text().to_string());
    format!("{}\n", text.trim_end())
}
