//! What can be done with the comparison of the active policy and another one.

use super::comparing::Counterpart;

/// One thing that is done about the comparison.
#[derive(Clone, PartialEq, Eq)]
pub enum CompareAction {
    /// Opens it, with what the active policy comes closest to.
    Begin,
    /// Compares the active policy, or the one that is opened next, with this.
    With(Counterpart),
    /// The text to compare with, at every key.
    SetText(String),
    /// Copies the policy that the active one is compared with.
    CopyCounterpart,
    /// Closes it.
    Stop,
}
