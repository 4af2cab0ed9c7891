//! Access levels: what kind of effect an action has.

/// What an action may do to a resource.
///
/// Source: Service Authorization Reference, "Access level", October 2026; since July 2026 an action may have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum AccessLevel {
    /// See which resources exist.
    List = 1,
    /// Read the content or the attributes of a resource.
    Read = 2,
    /// Create, change or delete a resource.
    Write = 4,
    /// Change the tags of a resource.
    Tagging = 8,
    /// Grant or change permissions on a resource.
    PermissionsManagement = 16,
}

impl AccessLevel {
    /// Every level, from the mildest.
    pub const ALL: [Self; 5] = [
        Self::List,
        Self::Read,
        Self::Write,
        Self::Tagging,
        Self::PermissionsManagement,
    ];

    /// The name that AWS prints.
    pub fn name(self) -> &'static str {
        match self {
            Self::List => "List",
            Self::Read => "Read",
            Self::Write => "Write",
            Self::Tagging => "Tagging",
            Self::PermissionsManagement => "Permissions management",
        }
    }
}

/// The access levels of one action: at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccessLevels(u8);

impl AccessLevels {
    /// `List` alone.
    pub const LIST: Self = Self(AccessLevel::List as u8);

    /// From the sum of the levels' values; `None` for 0 and for a value that no level has.
    pub fn from_bits(bits: u8) -> Option<Self> {
        let every = AccessLevel::ALL
            .iter()
            .fold(0, |sum, level| sum | *level as u8);
        (bits != 0 && bits & !every == 0).then_some(Self(bits))
    }

    /// Whether a level is among them.
    pub fn contains(self, level: AccessLevel) -> bool {
        self.0 & level as u8 != 0
    }

    /// The levels, from the mildest.
    pub fn iter(self) -> impl Iterator<Item = AccessLevel> {
        AccessLevel::ALL
            .into_iter()
            .filter(move |level| self.contains(*level))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_no_level_and_unknown_levels() {
        assert_eq!(AccessLevels::from_bits(0), None);
        assert_eq!(AccessLevels::from_bits(32), None);
    }

    #[test]
    fn lists_levels_from_the_mildest() {
        let levels = AccessLevels::from_bits(16 | 4);
        let names: Vec<_> = levels.iter().flat_map(|levels| levels.iter()).collect();
        assert_eq!(
            names,
            [AccessLevel::Write, AccessLevel::PermissionsManagement]
        );
    }
}
