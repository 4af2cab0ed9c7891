//! Whether two policies do the same, in one sentence.

use crate::engine::meaning::{Answer, Comparison};

/// Whether two policies do the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// They allow and deny the same requests.
    Same,
    /// They only differ in actions that do not exist today.
    SameToday,
    /// They differ.
    Different {
        /// Whether mine gives access that theirs does not.
        more: Answer,
        /// Whether theirs gives access that mine does not.
        less: Answer,
    },
    /// It cannot be told whether they differ.
    Undecided,
    /// One of the texts has errors of syntax, so that nothing is compared.
    Unreadable {
        /// Whether it is mine.
        mine: bool,
        /// Whether it is theirs.
        theirs: bool,
    },
}

impl Outcome {
    /// The outcome of comparing what is allowed and what is denied; `more` is what mine does more than theirs.
    pub(super) fn of(allowed: Comparison, denied: Comparison) -> Self {
        let more = either(allowed.more, denied.less);
        let less = either(allowed.less, denied.more);
        match (more, less) {
            (Answer::No, Answer::No) => Self::Same,
            (Answer::Yes, _) | (_, Answer::Yes) => Self::Different { more, less },
            _ => Self::Undecided,
        }
    }

    /// Whether nothing is to be done.
    pub fn is_same(self) -> bool {
        matches!(self, Self::Same | Self::SameToday)
    }

    /// The name in the output of the command: `same`, `same-today`, `different`, `undecided` or `unreadable`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::SameToday => "same-today",
            Self::Different { .. } => "different",
            Self::Undecided => "undecided",
            Self::Unreadable { .. } => "unreadable",
        }
    }

    /// The outcome as a headline, without a full stop.
    pub fn headline(self) -> &'static str {
        match self {
            Self::Same | Self::SameToday => "Matches: nothing to do",
            Self::Different { more, less } => match (more, less) {
                (Answer::Yes, Answer::No) => "Differs: yours gives more access",
                (Answer::No, Answer::Yes) => "Differs: yours gives less access",
                (Answer::Yes, Answer::Yes) => "Differs: yours gives more access and less",
                (Answer::Yes, _) => "Differs: yours gives more access, and perhaps less",
                _ => "Differs: yours gives less access, and perhaps more",
            },
            Self::Undecided => "Not decided",
            Self::Unreadable { .. } => "Not compared",
        }
    }

    /// What the headline rests on, or what to do, in a sentence.
    pub fn explanation(self) -> &'static str {
        match self {
            Self::Same => "Both allow and deny the same requests, however they are written.",
            Self::SameToday => {
                "Both allow and deny the same with every action that exists today. A wildcard in one of them may take in further actions that AWS adds."
            }
            Self::Different { .. } => "What follows is what only one of them does.",
            Self::Undecided => {
                "It cannot be told for sure whether they do the same. Compare the statements side by side."
            }
            Self::Unreadable { mine: true, .. } => {
                "Your policy has errors of syntax. Mend them first, then compare again."
            }
            Self::Unreadable { .. } => {
                "The other text has errors of syntax or is no policy. Take it as JSON, whole."
            }
        }
    }
}

fn either(one: Answer, other: Answer) -> Answer {
    match (one, other) {
        (Answer::Yes, _) | (_, Answer::Yes) => Answer::Yes,
        (Answer::No, Answer::No) => Answer::No,
        _ => Answer::Unknown,
    }
}
