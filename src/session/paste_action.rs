//! What a person does with a text that was pasted.

/// One thing to do with the text that the active document was pasted as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PasteAction {
    /// Opens the policy with this number, from 0.
    OpenPolicy(usize),
    /// Opens every policy in the place of the text.
    OpenPolicies,
    /// Opens the current text of the AWS managed policy with this name.
    OpenManagedPolicy(String),
    /// Puts the text in the place of the policy that was taken out of it.
    BringBack,
    /// Takes away what is said of it.
    Dismiss,
}
