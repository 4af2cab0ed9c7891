//! What a person does about the findings that are accepted.

/// One thing to do about findings that a person accepts or has accepted; a number is a finding's place among the findings, from 0.
#[derive(Clone, PartialEq, Eq)]
pub enum AcceptAction {
    /// Opens the field for the reason why a finding is accepted; an error has none.
    Begin(usize),
    /// The content of that field, at every key.
    SetReason(String),
    /// Accepts the finding for the reason in the field.
    Accept,
    /// Closes the field.
    Stop,
    /// Takes the acceptance of a finding back.
    Reopen(usize),
    /// Forgets the acceptances that no finding has any more.
    ForgetOutdated,
    /// Saves the accepted findings as a file.
    Download,
}
