//! Whether two texts of a policy do the same, wherever the policy is attached.
//!
//! What a policy denies counts by itself: it takes away what other policies allow, so that a `Deny` without an `Allow` beside it matters.

use crate::engine::meaning::{Answer, Permissions, denials, equal};
use crate::engine::syntax::Tree;

/// What a policy does: the requests it permits by itself, and those it denies.
pub(super) struct Doing {
    permitted: Permissions,
    denied: Permissions,
}

impl Doing {
    pub(super) fn of(tree: &Tree) -> Self {
        Doing {
            permitted: Permissions::read(tree),
            denied: Permissions::read(&denials(tree)),
        }
    }

    /// Whether both surely do the same.
    pub(super) fn is_same_as(&self, other: &Doing) -> bool {
        let is_same =
            |one: &Permissions, other: &Permissions| equal(one, other, None) == Answer::Yes;
        is_same(&self.denied, &other.denied) && is_same(&self.permitted, &other.permitted)
    }
}
