//! Which findings a person has accepted, and how to accept another.

use std::collections::BTreeSet;

use super::Analysis;
use crate::engine::acceptance::{Acceptance, Anchors, can_be_accepted};
use crate::engine::checks::Finding;

impl Analysis {
    /// The findings that nobody has accepted, with their numbers.
    pub fn open_findings(&self) -> impl Iterator<Item = (usize, &Finding)> {
        let findings = self.findings.iter().enumerate();
        findings.filter(|(_, finding)| finding.accepted.is_none())
    }

    /// The accepted findings, with their numbers.
    pub fn accepted_findings(&self) -> impl Iterator<Item = (usize, &Finding)> {
        let findings = self.findings.iter().enumerate();
        findings.filter(|(_, finding)| finding.accepted.is_some())
    }

    /// Accepts the finding with this number, for a reason that is tidy already; `None` for an error, and where there is no such finding.
    pub fn acceptance(&self, finding: usize, reason: String) -> Option<Acceptance> {
        let finding = self
            .findings
            .get(finding)
            .filter(|one| can_be_accepted(one))?;
        let places = finding.locations.iter().map(|place| place.span);
        let (path, content) = Anchors::new(&self.template).of(places);
        let acceptance = Acceptance {
            code: finding.code.to_owned(),
            path,
            content,
            filled: None,
            reason,
        };
        Some(acceptance)
    }

    /// The number of the acceptance that the finding with this number has, among those that were asked for.
    pub fn acceptance_of(&self, finding: usize) -> Option<usize> {
        self.marks.get(finding).copied().flatten()
    }

    /// The numbers of the acceptances that no finding has any more; none while the text is not checked.
    pub fn outdated_acceptances(&self) -> Vec<usize> {
        if !self.is_checked {
            return Vec::new();
        }
        let applied: BTreeSet<usize> = self.marks.iter().copied().flatten().collect();
        let numbers = 0..self.again.accepted.len();
        numbers.filter(|number| !applied.contains(number)).collect()
    }

    /// All acceptances as they are to be saved: those that apply know the text with its values, too.
    pub fn acceptances_to_save(&self) -> Vec<Acceptance> {
        let mut acceptances = self.again.accepted.clone();
        if self.shown.text == *self.text() {
            return acceptances;
        }
        let shown = crate::engine::syntax::parse(&self.shown.text);
        let mut anchors = Anchors::new(&shown);
        for (finding, mark) in self.findings.iter().zip(&self.marks) {
            if let Some(acceptance) = mark.and_then(|number| acceptances.get_mut(number)) {
                let places = finding
                    .locations
                    .iter()
                    .map(|place| self.to_shown(place.span));
                let (_, filled) = anchors.of(places);
                acceptance.filled = Some(filled).filter(|filled| *filled != acceptance.content);
            }
        }
        acceptances
    }
}
