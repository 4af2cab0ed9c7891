//! `--accept`: the findings that somebody accepted, and those of them that apply to nothing any more.

use std::ffi::OsString;

use iam_policy_editor::engine::acceptance::{Acceptance, AcceptedFindings, without_repeats};

use crate::documents;
use crate::findings_text::printable;
use crate::run::Checked;

/// The acceptances of all files, in order; of several about the same finding, the last.
///
/// The error of the first file that cannot be read is a line for the person who named it.
pub fn read_all(files: &[OsString]) -> Result<Vec<Acceptance>, String> {
    let mut accepted = Vec::new();
    for file in files {
        let refuse = |problem: String| format!("--accept {}", printable(&problem));
        let text = documents::read_text(file).map_err(refuse)?;
        let read = AcceptedFindings::read(&text)
            .map_err(|problem| refuse(format!("{}: {problem}", file.to_string_lossy())))?;
        accepted.extend(read.acceptances);
    }
    Ok(without_repeats(accepted))
}

/// A line for each acceptance that no finding of any document has.
pub fn left_over(accepted: &[Acceptance], checked: &[Checked]) -> String {
    let mut left: Vec<bool> = accepted.iter().map(|_| true).collect();
    for Checked { analysis, .. } in checked {
        let numbers = 0..analysis.findings().len();
        for number in numbers.filter_map(|finding| analysis.acceptance_of(finding)) {
            left[number] = false;
        }
    }
    let outdated = accepted.iter().zip(left).filter(|(_, is_left)| *is_left);
    outdated.map(|(acceptance, _)| line(acceptance)).collect()
}

fn line(acceptance: &Acceptance) -> String {
    let (code, place, reason) = (&acceptance.code, acceptance.place(), &acceptance.reason);
    let words = format!(
        "accepted {code} at {place} no longer applies: no such finding is left, or its statement has changed ({reason})"
    );
    format!("iam-policy-check: {}\n", printable(&words))
}
