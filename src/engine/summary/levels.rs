//! How many actions of each access level.

use crate::engine::catalog::{AccessLevel, Action, Service};

/// How many actions of one access level are reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelCount {
    /// The level.
    pub level: AccessLevel,
    /// How many are reached: at least one.
    pub reached: usize,
    /// How many there are.
    pub of: usize,
}

/// How many actions are reached, altogether and by access level.
///
/// An action with several levels counts in each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels {
    /// The levels of which an action is reached, from the mildest.
    pub counts: Vec<LevelCount>,
    /// How many actions are reached.
    pub reached: usize,
    /// How many there are.
    pub of: usize,
}

impl Levels {
    /// The levels of some actions, each given once, among all those of some services.
    pub(super) fn of<'c>(actions: &[Action<'c>], services: &[Service<'c>]) -> Self {
        let everything: Vec<Action> = services
            .iter()
            .flat_map(|service| service.actions())
            .collect();
        let (of, by_level) = count(&everything);
        let (reached, reached_by_level) = count(actions);
        let counts = AccessLevel::ALL
            .into_iter()
            .zip(reached_by_level.iter().zip(by_level));
        Self {
            counts: counts
                .map(|(level, (reached, of))| LevelCount {
                    level,
                    reached: *reached,
                    of,
                })
                .filter(|count| count.reached > 0)
                .collect(),
            reached,
            of,
        }
    }

    /// Whether every action is reached.
    pub fn is_everything(&self) -> bool {
        self.of > 0 && self.reached == self.of
    }

    /// How grave the gravest level is that is reached: 0 is the gravest; without any level it is behind all others.
    pub(super) fn rank(&self) -> usize {
        let is_reached =
            |level: &AccessLevel| self.counts.iter().any(|count| count.level == *level);
        let gravest = GRAVEST_FIRST.iter().position(is_reached);
        gravest.unwrap_or(LAST_RANK)
    }

    /// The levels in words: `lists 1 of 14, reads all 61`; empty where no action is reached.
    pub fn words(&self) -> String {
        if self.is_everything() {
            return format!("every action ({})", self.of);
        }
        let counts: Vec<String> = self.counts.iter().map(LevelCount::words).collect();
        counts.join(", ")
    }
}

/// The rank of no level at all.
pub(super) const LAST_RANK: usize = GRAVEST_FIRST.len();

const GRAVEST_FIRST: [AccessLevel; 5] = [
    AccessLevel::PermissionsManagement,
    AccessLevel::Write,
    AccessLevel::Tagging,
    AccessLevel::Read,
    AccessLevel::List,
];

impl LevelCount {
    fn words(&self) -> String {
        let verb = match self.level {
            AccessLevel::List => "lists",
            AccessLevel::Read => "reads",
            AccessLevel::Write => "writes",
            AccessLevel::Tagging => "tags",
            AccessLevel::PermissionsManagement => "manages permissions",
        };
        match self.reached == self.of {
            true => format!("{verb} all {}", self.of),
            false => format!("{verb} {} of {}", self.reached, self.of),
        }
    }
}

fn count(actions: &[Action]) -> (usize, [usize; 5]) {
    let mut by_level = [0; 5];
    for action in actions {
        let levels = action.levels();
        for (count, level) in by_level.iter_mut().zip(AccessLevel::ALL) {
            *count += usize::from(levels.contains(level));
        }
    }
    (actions.len(), by_level)
}
