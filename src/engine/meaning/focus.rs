//! What of two policies has to be looked at to tell them apart.
//!
//! A fix changes an entry or two of a policy with hundreds.
//! A request whose fate that changes is matched by one of those entries, so all that cannot match it may be left out.

use std::collections::{BTreeSet, HashSet};
use std::rc::Rc;

use super::reading::Permissions;
use super::statement::{Names, Statement};
use crate::engine::policy::covers;

/// How many patterns are worth being held against all entries.
const MOST_PATTERNS: usize = 64;

/// Two smaller policies that differ in the same requests as these; `None` where nothing can be left out.
///
/// Only statements that the two share by reference can be left out, or some of their entries.
pub(super) fn focused(
    before: &Permissions,
    after: &Permissions,
) -> Option<(Permissions, Permissions)> {
    let change = Change::between(before, after);
    let turning = change.turning()?;
    if turning.is_idle {
        return Some(Default::default());
    }
    let mut sides = [&change.only_before, &change.only_after].map(|side| {
        let own = side.iter().map(|one| turning.narrowed(one));
        let shared = change.shared.iter().filter(|one| turning.meets(one));
        own.chain(shared.map(|one| turning.narrowed(one))).collect()
    });
    turning.drop_agreement(&mut sides);
    let [before, after] = sides.map(|statements| Permissions {
        statements: statements.into_iter().map(Rc::new).collect(),
        ..Permissions::default()
    });
    Some((before, after))
}

/// The statements of two policies, sorted by whose they are.
struct Change<'p> {
    only_before: Vec<&'p Statement>,
    only_after: Vec<&'p Statement>,
    shared: Vec<&'p Statement>,
}

impl<'p> Change<'p> {
    fn between(before: &'p Permissions, after: &'p Permissions) -> Self {
        let pointers = |side: &Permissions| side.statements.iter().map(Rc::as_ptr).collect();
        let (of_before, of_after): (HashSet<_>, HashSet<_>) = (pointers(before), pointers(after));
        let all = |side: &'p Permissions, other: &HashSet<_>, is_shared: bool| {
            let statements = side.statements.iter();
            let wanted = statements.filter(|one| other.contains(&Rc::as_ptr(one)) == is_shared);
            wanted.map(Rc::as_ref).collect()
        };
        Self {
            only_before: all(before, &of_after, false),
            only_after: all(after, &of_before, false),
            shared: all(before, &of_after, true),
        }
    }

    /// What the difference turns on: the entries that were changed, or else all actions of what was changed.
    fn turning(&self) -> Option<Turning<'p>> {
        let entries = |one: &Turning| one.patterns.len();
        let turning = self.one_element().or_else(|| self.all_actions());
        turning.filter(|one| (1..=MOST_PATTERNS).contains(&entries(one)))
    }

    /// One statement has become another that differs in its actions alone, or in its resources alone.
    fn one_element(&self) -> Option<Turning<'p>> {
        let ([before], [after]) = (self.only_before.as_slice(), self.only_after.as_slice()) else {
            return None;
        };
        let is_same = |part: Part| part.identity(before) == part.identity(after);
        let rest = before.effect == after.effect
            && before.unread == after.unread
            && before.terms().eq(after.terms())
            && is_same(Part::Principals);
        let part = match (is_same(Part::Actions), is_same(Part::Resources)) {
            (false, true) => Part::Actions,
            (true, false) => Part::Resources,
            _ => return None,
        };
        let names = (part.names(before)?, part.names(after)?);
        let is_plain = rest && names.0.except == names.1.except;
        is_plain.then(|| Turning::between(part, names.0, names.1))?
    }

    fn all_actions(&self) -> Option<Turning<'p>> {
        let mut patterns = BTreeSet::new();
        for statement in self.only_before.iter().chain(&self.only_after) {
            let names = statement.actions.as_ref().filter(|names| !names.except)?;
            patterns.extend(names.identity().1);
        }
        Some(Turning {
            part: Part::Actions,
            patterns,
            is_idle: false,
            is_alone: false,
        })
    }
}

/// An element whose entries are patterns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Actions,
    Resources,
    Principals,
}

impl Part {
    fn names(self, statement: &Statement) -> Option<&Names> {
        match self {
            Self::Actions => statement.actions.as_ref(),
            Self::Resources => statement.resources.as_ref(),
            Self::Principals => statement.principals.as_ref(),
        }
    }

    fn identity(self, statement: &Statement) -> Option<(bool, BTreeSet<&str>)> {
        self.names(statement).map(Names::identity)
    }
}

/// The patterns of which one has to match a request for it to be treated differently.
struct Turning<'p> {
    part: Part,
    patterns: BTreeSet<&'p str>,
    /// Whether no request is treated differently after all.
    is_idle: bool,
    /// Whether the element is all that two statements differ in.
    is_alone: bool,
}

impl<'p> Turning<'p> {
    fn between(part: Part, before: &'p Names, after: &'p Names) -> Option<Self> {
        let (before, after) = (before.identity().1, after.identity().1);
        let patterns: BTreeSet<&str> = before.symmetric_difference(&after).copied().collect();
        let is_literal = |text: &str| !text.contains('$');
        let kept = || before.intersection(&after).filter(|text| is_literal(text));
        let is_idle = patterns
            .iter()
            .all(|changed| is_literal(changed) && kept().any(|wide| covers(wide, changed)));
        Some(Self {
            part,
            patterns,
            is_idle,
            is_alone: true,
        })
    }

    /// Whether a statement may match a request that one of the patterns matches.
    fn meets(&self, statement: &Statement) -> bool {
        let names = self.part.names(statement);
        names.is_none_or(|names| {
            names.except
                || names
                    .entries
                    .iter()
                    .any(|entry| self.touches(&entry.normal))
        })
    }

    /// Whether some text may be matched by both an entry and one of the patterns.
    fn touches(&self, entry: &str) -> bool {
        self.patterns.iter().any(|pattern| may_meet(pattern, entry))
    }

    /// The statement without the entries that match no request in question.
    fn narrowed(&self, statement: &Statement) -> Statement {
        let names = |part: Part| {
            let names = part.names(statement)?;
            let entries = names.entries.iter();
            let bears = |normal: &str| part != self.part || self.touches(normal);
            Some(Names {
                except: names.except,
                entries: entries.filter(|one| bears(&one.normal)).cloned().collect(),
            })
        };
        Statement {
            effect: statement.effect,
            actions: names(Part::Actions),
            resources: names(Part::Resources),
            principals: names(Part::Principals),
            conditions: statement.conditions.clone(),
            unread: statement.unread.clone(),
        }
    }

    /// Drops the actions or resources that all statements share: they tell none of them from another.
    fn drop_agreement(&self, sides: &mut [Vec<Statement>; 2]) {
        let other = match self.part {
            Part::Actions => Part::Resources,
            _ => Part::Actions,
        };
        let mut all = sides.iter().flatten().map(|one| other.identity(one));
        let Some(Some((false, shared))) = all.next() else {
            return;
        };
        let is_possible = match other {
            Part::Actions => shared.iter().any(|text| is_action(text)),
            _ => !shared.is_empty() && shared.iter().all(|text| !text.contains('$')),
        };
        let is_same = |one: Option<(bool, BTreeSet<&str>)>| one == Some((false, shared.clone()));
        if !self.is_alone || !is_possible || !all.all(is_same) {
            return;
        }
        for statement in sides.iter_mut().flatten() {
            match other {
                Part::Actions => statement.actions = None,
                _ => statement.resources = None,
            }
        }
    }
}

/// Whether there surely is an action that the pattern matches.
fn is_action(pattern: &str) -> bool {
    let parts: Vec<&str> = pattern.split(':').collect();
    pattern == "*" || parts.len() == 2 && parts.iter().all(|part| !part.is_empty())
}

/// Whether two patterns begin alike, as far as both are fixed.
fn may_meet(one: &str, other: &str) -> bool {
    let is_open = |byte: &u8| matches!(byte, b'*' | b'?' | b'$');
    let fixed = |text: &'_ str| text.bytes().take_while(move |byte| !is_open(byte)).count();
    let length = fixed(one).min(fixed(other));
    let is_whole = |text: &str| fixed(text) == text.len();
    let equal = one.as_bytes().get(..length) == other.as_bytes().get(..length);
    equal && (!is_whole(one) || !is_whole(other) || one.len() == other.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_that_begin_alike_may_meet() {
        for (one, other, expected) in [
            ("s3:getobject", "s3:getobject", true),
            ("s3:get*", "s3:getobject", true),
            ("*", "s3:getobject", true),
            ("s3:get*", "s3:put*", false),
            ("s3:get", "s3:getobject", false),
            ("s3:ge?", "s3:get*", true),
            ("a/${x}/b", "a/c/b", true),
            ("b/${x}", "a/c", false),
        ] {
            assert_eq!(may_meet(one, other), expected, "{one} {other}");
            assert_eq!(may_meet(other, one), expected, "{other} {one}");
        }
    }
}
