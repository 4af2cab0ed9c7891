//! The one line that says what to expect from AWS.

use super::Analysis;
use crate::engine::checks::FindingType;
use crate::engine::placeholders::ValueState;

/// What no verdict takes into account; to be said wherever one stands.
pub const NOT_LOOKED_AT: &str = "Not looked at: other policies of the same user, role or resource, service control policies, and whether what the policy names exists.";

/// What to expect from AWS.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Findings of type ERROR.
    pub errors: usize,
    /// Placeholders that stop a copy; see [`Analysis::missing`].
    pub missing: usize,
    /// Whether there is anything to judge.
    pub is_empty: bool,
    /// Whether AWS will take it, as far as the checks can see; without a full stop.
    pub sentence: String,
    /// How many values are missing or not valid, where any are; without a full stop.
    pub values: Option<String>,
}

impl Analysis {
    /// Whether AWS will take the policy, in one line; never that it is safe.
    pub fn verdict(&self) -> Verdict {
        let is_error = |finding_type: FindingType| finding_type == FindingType::Error;
        let errors = self
            .findings()
            .iter()
            .filter(|finding| is_error(finding.finding_type))
            .count();
        let is_empty = self
            .text()
            .trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
            .is_empty();
        Verdict {
            errors,
            missing: self.missing().len(),
            is_empty,
            sentence: match (is_empty, self.is_checked) {
                (true, _) => "There is no policy here yet".into(),
                (false, false) => "Not checked yet, because the text is large".into(),
                (false, true) => sentence(errors),
            },
            values: self.values_sentence(),
        }
    }

    fn values_sentence(&self) -> Option<String> {
        let missing = self.missing();
        let invalid = missing
            .iter()
            .filter(|index| matches!(self.value_state(**index), ValueState::Invalid(_)))
            .count();
        let unfilled = missing.len() - invalid;
        match (unfilled, invalid) {
            (0, 0) => None,
            (_, 0) => Some(format!("{} still missing", values_are(unfilled))),
            (0, _) => Some(format!("{} not valid", values_are(invalid))),
            _ => Some(format!(
                "{} still missing, {invalid} not valid",
                values_are(unfilled)
            )),
        }
    }
}

fn sentence(errors: usize) -> String {
    match errors {
        0 => "No reason found for AWS to reject this".into(),
        1 => "AWS will reject this: 1 error".into(),
        _ => format!("AWS will reject this: {errors} errors"),
    }
}

fn values_are(count: usize) -> String {
    if count == 1 {
        "1 value is".into()
    } else {
        format!("{count} values are")
    }
}
