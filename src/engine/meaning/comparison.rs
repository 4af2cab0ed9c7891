//! What one policy allows and another does not, as a whole.

use super::AccessEffect;
use super::focus::focused;
use super::reading::Permissions;
use super::side_by_side::{Differences, Focus, Found, SideBySide, Work};
use super::universe::ActionUniverse;

/// An answer that is only given when it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// It cannot be told, or would take too long.
    Unknown,
}

impl Answer {
    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }

    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Yes, Self::Yes) => Self::Yes,
            _ => Self::Unknown,
        }
    }
}

impl From<Found> for Answer {
    fn from(found: Found) -> Self {
        match found {
            Found::Nothing => Self::No,
            Found::Possible => Self::Unknown,
            Found::Certain => Self::Yes,
        }
    }
}

/// How the access that two policies give compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Whether the later one allows a request that the earlier one does not.
    pub more: Answer,
    /// Whether the earlier one allows a request that the later one does not.
    pub less: Answer,
}

impl Comparison {
    /// The comparison in one word.
    pub fn effect(self) -> AccessEffect {
        match (self.more, self.less) {
            (Answer::No, Answer::No) => AccessEffect::Same,
            (Answer::Yes, Answer::No) => AccessEffect::More,
            (Answer::No, Answer::Yes) => AccessEffect::Less,
            (Answer::Yes, Answer::Yes) => AccessEffect::Different,
            _ => AccessEffect::Unknown,
        }
    }
}

/// Compares the requests that two policies allow, each for itself.
///
/// With a universe, actions are compared as they exist today; without it, by every name that could be.
pub fn compare(
    before: &Permissions,
    after: &Permissions,
    universe: Option<&ActionUniverse>,
) -> Comparison {
    let differences = differences(before, after, universe).unwrap_or(Differences {
        only_before: Found::Possible,
        only_after: Found::Possible,
    });
    Comparison {
        more: differences.only_after.into(),
        less: differences.only_before.into(),
    }
}

fn differences(
    before: &Permissions,
    after: &Permissions,
    universe: Option<&ActionUniverse>,
) -> Option<Differences> {
    if before.others != after.others {
        return None;
    }
    let focused = focused(before, after);
    let sides = focused.as_ref().map(|(before, after)| (before, after));
    let (before, after) = sides.unwrap_or((before, after));
    let together = SideBySide::new(before, after, universe)?;
    together.differences(&Focus::default(), &mut Work::for_a_comparison())
}

/// Whether `wide` allows every request that `narrow` allows.
pub fn covers(
    wide: &Permissions,
    narrow: &Permissions,
    universe: Option<&ActionUniverse>,
) -> Answer {
    compare(wide, narrow, universe).more.not()
}

/// Whether both policies allow the same requests.
pub fn equal(one: &Permissions, other: &Permissions, universe: Option<&ActionUniverse>) -> Answer {
    let comparison = compare(one, other, universe);
    comparison.more.not().and(comparison.less.not())
}
