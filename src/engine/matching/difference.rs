//! What only one of two policies does.

use super::Side;
use super::binding::StandIns;
use super::statement_text::statement_text;
use super::words::{condition_list, lead, part_words};
use crate::engine::meaning::{
    Condition, Effect, Part, Permissions, counterparts, denials, difference, stated,
};
use crate::engine::policy::Policy;
use crate::engine::syntax::Tree;

/// A part of what one policy does and the other does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Whose policy it is part of.
    pub side: Side,
    /// Whether it is allowed or denied there.
    pub effect: Effect,
    /// The place of the statement among those of its policy, from 0.
    pub statement: usize,
    /// Whether there surely is a request that differs; otherwise it can only not be ruled out.
    pub is_certain: bool,
    /// What it is, as a sentence: "Only yours allows …".
    pub sentence: String,
    /// What has to hold for the closest statement of the other policy and not for this one, each to follow "only if".
    pub without: Vec<String>,
    /// The same as a statement that can be copied.
    pub text: String,
}

/// The differences, mine first, each side in the order of its statements; none where they cannot be told apart.
pub(super) fn differences(mine: &Tree, theirs: &Tree, stand_ins: &StandIns) -> Vec<Difference> {
    let sides = Sides {
        mine: &Permissions::read(mine),
        theirs: &Permissions::read(theirs),
        stand_ins,
    };
    let denied = Sides {
        mine: &Permissions::read(&denials(mine)),
        theirs: &Permissions::read(&denials(theirs)),
        stand_ins,
    };
    let places = |tree: &Tree| -> Vec<usize> {
        let policy = Policy::new(tree);
        let statements = policy.statements().iter().enumerate();
        let denials = statements.filter(|(_, statement)| !statement.allows());
        denials.map(|(place, _)| place).collect()
    };
    let mut found = sides.found(Effect::Allow);
    found.extend(denied.found(Effect::Deny).into_iter().map(|one| {
        let places = places(if one.side == Side::Mine { mine } else { theirs });
        Difference {
            statement: places.get(one.statement).copied().unwrap_or(one.statement),
            ..one
        }
    }));
    found.sort_by_key(|one| (one.side == Side::Theirs, one.statement));
    found
}

/// Two policies, one of whose effects is looked at.
struct Sides<'a> {
    mine: &'a Permissions,
    theirs: &'a Permissions,
    stand_ins: &'a StandIns,
}

impl Sides<'_> {
    fn found(&self, effect: Effect) -> Vec<Difference> {
        let found = difference(self.theirs, self.mine, None).unwrap_or_default();
        let of = |side, parts: Vec<Part>| {
            let parts = parts.into_iter();
            parts.map(move |part| self.told(side, effect, &part))
        };
        of(Side::Mine, found.more)
            .chain(of(Side::Theirs, found.less))
            .collect()
    }

    fn told(&self, side: Side, effect: Effect, part: &Part) -> Difference {
        let lead = lead(side == Side::Mine, effect, part.certain);
        let put_back = |text: &str| self.stand_ins.put_back(text);
        let without = condition_list(self.conditions_beyond(side, part).iter());
        Difference {
            side,
            effect,
            statement: part.statement,
            is_certain: part.certain,
            sentence: put_back(&format!("{lead} {}.", part_words(part))),
            without: without.iter().map(|words| put_back(words)).collect(),
            text: put_back(&statement_text(effect, part)),
        }
    }

    /// The conditions of the closest statement of the other side that this part does not have.
    fn conditions_beyond(&self, side: Side, part: &Part) -> Vec<Condition> {
        let (own, other) = match side {
            Side::Mine => (self.mine, self.theirs),
            Side::Theirs => (self.theirs, self.mine),
        };
        let pairs = counterparts(own, other);
        let mut pairs = pairs.iter();
        let closest = pairs.find(|pair| pair.one == Some(part.statement));
        let closest = closest.and_then(|pair| pair.other);
        let grants = stated(other);
        let mut grants = grants.into_iter();
        let closest = closest.and_then(|at| grants.find(|grant| grant.statements == [at]));
        let conditions = closest.map(|grant| grant.conditions).unwrap_or_default();
        let is_new = |one: &Condition| !part.conditions.iter().any(|own| own.is_same_as(one));
        conditions.into_iter().filter(is_new).collect()
    }
}
