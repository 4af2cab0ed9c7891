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
    /// Findings that a person has accepted.
    pub accepted: usize,
    /// Whether the policy is above the quota of its attachment, be it one that can be raised.
    pub is_too_large: bool,
    /// Placeholders that stop a copy; see [`Analysis::missing`].
    pub missing: usize,
    /// Whether there is anything to judge.
    pub is_empty: bool,
    /// Whether AWS will take it, as far as the checks and the quota of its attachment tell; without a full stop.
    pub sentence: String,
    /// How many values are missing or not valid, where any are; without a full stop.
    pub values: Option<String>,
}

impl Verdict {
    /// How many findings were accepted, where any were; without a full stop.
    pub fn accepted_words(&self) -> Option<String> {
        match self.accepted {
            0 => None,
            1 => Some("1 finding accepted".into()),
            count => Some(format!("{count} findings accepted")),
        }
    }

    /// Whether the sentence names a reason for AWS to reject the policy.
    pub fn is_rejected(&self) -> bool {
        self.errors > 0 || self.is_too_large
    }
}

/// A size above the quota.
struct Excess {
    /// What it is too large for, and the figures; to follow "it is".
    words: String,
    /// Whether no raised quota helps.
    is_final: bool,
}

impl Analysis {
    /// What the verdict rests on: the data and its date, or that there is none; a sentence.
    pub fn rests_on(&self) -> String {
        match self.catalog() {
            Some(catalog) => format!("Names are compared with AWS's lists of {}.", catalog.date()),
            None => "Only syntax and grammar are checked: AWS's lists of services and actions are not loaded.".into(),
        }
    }

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
        let excess = self.excess().filter(|_| self.is_checked && !is_empty);
        Verdict {
            errors,
            accepted: self.accepted_findings().count(),
            is_too_large: excess.is_some(),
            missing: self.missing().len(),
            is_empty,
            sentence: match (is_empty, self.is_checked) {
                (true, _) => "There is no policy here yet".into(),
                (false, false) => "Not checked yet, because the text is large".into(),
                (false, true) => sentence(errors, excess),
            },
            values: self.values_sentence(),
        }
    }

    /// By how much the policy is larger than its attachment takes, if it is.
    fn excess(&self) -> Option<Excess> {
        let attachment = self.attachment()?;
        let quota = attachment.quota()?;
        let size = self.size(attachment)?;
        let is_final = size.used > quota.highest;
        let words = match is_final {
            true => "too large for",
            false => "larger than the default quota of",
        };
        let (place, figures) = (attachment.described(), quota.figures(size.used));
        size.is_exceeded().then(|| Excess {
            words: format!("{words} {place} ({figures})"),
            is_final,
        })
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

/// The reasons joined; a size that a raised quota may allow is a reason with a condition.
fn sentence(errors: usize, excess: Option<Excess>) -> String {
    let counted = match errors {
        1 => "1 error".into(),
        _ => format!("{errors} errors"),
    };
    match (errors, excess) {
        (0, None) => "No reason found for AWS to reject this".into(),
        (_, None) => format!("AWS will reject this: {counted}"),
        (
            0,
            Some(Excess {
                words,
                is_final: true,
            }),
        ) => format!("AWS will reject this: {words}"),
        (0, Some(Excess { words, .. })) => {
            format!("AWS will reject this unless your quota was raised: {words}")
        }
        (_, Some(Excess { words, .. })) => {
            format!("AWS will reject this: {counted}, and it is {words}")
        }
    }
}

fn values_are(count: usize) -> String {
    if count == 1 {
        "1 value is".into()
    } else {
        format!("{count} values are")
    }
}
