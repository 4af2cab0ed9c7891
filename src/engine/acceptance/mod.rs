//! Findings that a person has accepted: what each is known by, the file they are kept in, and which findings they apply to.
//!
//! An accepted finding is known by its code and a fingerprint of what it is about:
//! the statements its places are in, or the element of the document where they are in no statement.
//! White space, the order of members and the place of the statement in the policy do not count; every other change reopens it.
//! Stand-ins count as they are written, so that filling in a value reopens nothing.

mod anchor;
mod content;
mod file;
mod matching;
mod path;
mod reason;
mod sha256;

pub use anchor::{Anchors, Fingerprint};
pub use file::{AcceptedFindings, MARKER, is_accepted_findings};
pub use matching::mark;
pub use reason::{MAX_REASON, ReasonProblem, tidy_reason};

use std::collections::BTreeSet;

use crate::engine::checks::{Finding, FindingType};
use crate::engine::syntax::Path;

/// A finding that a person has accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// The code of the finding.
    pub code: String,
    /// Where the finding was, in the text with its stand-ins; it tells statements of equal content apart.
    pub path: Path,
    /// What the finding was about, in the text with its stand-ins.
    pub content: Fingerprint,
    /// The same in the text with its values, where that differs, so that the filled policy can be checked as well.
    pub filled: Option<Fingerprint>,
    /// Why it is accepted: one line, tidied.
    pub reason: String,
}

impl Acceptance {
    /// Where the finding was, as the file has it: `["Statement",0,"Action"]`.
    pub fn place(&self) -> String {
        path::to_json(&self.path).to_string()
    }

    /// What it is about, whatever the reason.
    fn subject(&self) -> (&str, &Path, &Fingerprint) {
        (&self.code, &self.path, &self.content)
    }
}

/// The acceptances in their order; of several about the same finding, the last.
pub fn without_repeats(acceptances: Vec<Acceptance>) -> Vec<Acceptance> {
    let mut seen = BTreeSet::new();
    let last_ones = acceptances
        .iter()
        .rev()
        .filter(|one| seen.insert(one.subject()));
    let mut kept: Vec<Acceptance> = last_ones.cloned().collect();
    kept.reverse();
    kept
}

/// Whether a finding can be accepted: AWS refuses an error whatever anybody says.
pub fn can_be_accepted(finding: &Finding) -> bool {
    finding.finding_type != FindingType::Error
}
