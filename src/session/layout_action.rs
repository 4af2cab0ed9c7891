//! What a person does to the whole text without changing what it permits.

use crate::engine::fitting::Sids;

/// One way to write the text of the active document anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LayoutAction {
    /// Each item on a line of its own, indented.
    Format,
    /// On one line, without blanks.
    Minify,
    /// Smaller, until it fits the quota of the place where it goes.
    MakeItFit(Sids),
    /// Takes away what is said of the last one that made it fit.
    CloseReport,
}
