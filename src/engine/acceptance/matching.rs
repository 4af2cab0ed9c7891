//! Which findings are accepted.

use std::collections::{BTreeMap, BTreeSet};

use super::anchor::{Anchors, Fingerprint};
use super::{Acceptance, can_be_accepted};
use crate::engine::checks::Finding;
use crate::engine::syntax::{Path, Tree};

/// Writes the reason into each finding that is accepted, and gives for each finding the number of its acceptance.
///
/// `tree` is of the text that the findings' places are in.
/// An acceptance applies to one finding. Where statements of equal content have the same finding,
/// the one at the accepted path comes first, then the order of the text.
pub fn mark(
    acceptances: &[Acceptance],
    findings: &mut [Finding],
    tree: &Tree,
) -> Vec<Option<usize>> {
    let mut marks = vec![None; findings.len()];
    if acceptances.is_empty() {
        return marks;
    }
    let mut open = Open::new(acceptances, findings, tree);
    let mut left: Vec<(usize, &Acceptance)> = acceptances.iter().enumerate().collect();
    for is_in_place in [true, false] {
        left.retain(|(number, acceptance)| {
            let finding = open.take(acceptance, is_in_place);
            match finding.and_then(|finding| marks.get_mut(finding)) {
                Some(mark) => mark.replace(*number).is_some(),
                None => true,
            }
        });
    }
    for (finding, mark) in findings.iter_mut().zip(&marks) {
        let acceptance = mark.and_then(|number| acceptances.get(number));
        finding.accepted = acceptance.map(|acceptance| acceptance.reason.clone());
    }
    marks
}

/// The findings that wait for an acceptance, by code and fingerprint; those of one entry in the order of the text.
struct Open<'f>(BTreeMap<(&'f str, Fingerprint), Vec<(usize, Path)>>);

impl<'f> Open<'f> {
    fn new(acceptances: &[Acceptance], findings: &'f [Finding], tree: &Tree) -> Self {
        let codes: BTreeSet<&str> = acceptances.iter().map(|one| one.code.as_str()).collect();
        let mut anchors = Anchors::new(tree);
        let mut open: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (number, finding) in findings.iter().enumerate() {
            if can_be_accepted(finding) && codes.contains(finding.code) {
                let (path, content) = anchors.of(finding.locations.iter().map(|place| place.span));
                open.entry((finding.code, content))
                    .or_default()
                    .push((number, path));
            }
        }
        Open(open)
    }

    fn take(&mut self, acceptance: &'f Acceptance, is_in_place: bool) -> Option<usize> {
        let contents = std::iter::once(&acceptance.content).chain(&acceptance.filled);
        contents.into_iter().find_map(|content| {
            let waiting = self
                .0
                .get_mut(&(acceptance.code.as_str(), content.clone()))?;
            let fits = |(_, path): &(usize, Path)| !is_in_place || *path == acceptance.path;
            let place = waiting.iter().position(fits)?;
            Some(waiting.remove(place).0)
        })
    }
}
