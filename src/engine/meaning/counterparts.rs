//! Which statement of one policy says what a statement of another says, or comes closest to it.

use std::collections::BTreeSet;

use super::reading::Permissions;
use super::statement::{Names, Statement};
use crate::engine::policy::covers;

/// A statement and its counterpart, by their places in their policies, from 0; one of them may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counterparts {
    /// The statement of the first policy.
    pub one: Option<usize>,
    /// The statement of the second policy.
    pub other: Option<usize>,
    /// Whether both say the same but for spelling, and for their `Sid`.
    pub is_same: bool,
}

/// More statements than this are not looked through for the closest ones.
const MOST_STATEMENTS: usize = 64;

/// Every statement of both policies once: those of the first in their order, then those of the second that are left.
///
/// Statements that say the same belong together; of the others, those that have most in common.
pub fn counterparts(one: &Permissions, other: &Permissions) -> Vec<Counterparts> {
    let mut found = Pairs::default();
    found.pair_the_same(&one.statements, &other.statements);
    if one.statements.len().max(other.statements.len()) <= MOST_STATEMENTS {
        found.pair_the_closest(&one.statements, &other.statements);
    }
    found.pair_the_last(&one.statements, &other.statements);
    found.listed(one.statements.len(), other.statements.len())
}

#[derive(Default)]
struct Pairs {
    /// The place in the first policy, that in the second, and whether both say the same.
    pairs: Vec<(usize, usize, bool)>,
}

impl Pairs {
    fn is_free(&self, one: usize, other: usize) -> bool {
        let meets = |pair: &(usize, usize, bool)| pair.0 == one || pair.1 == other;
        !self.pairs.iter().any(meets)
    }

    fn take(&mut self, one: usize, other: usize, is_same: bool) {
        if self.is_free(one, other) {
            self.pairs.push((one, other, is_same));
        }
    }

    fn pair_the_same<S: AsRef<Statement>>(&mut self, one: &[S], other: &[S]) {
        for (at, statement) in one.iter().enumerate() {
            let identity = statement.as_ref().identity();
            let mut places = other.iter().enumerate();
            let same = places.find(|(place, other)| {
                self.is_free(at, *place) && other.as_ref().identity() == identity
            });
            if let Some((place, _)) = same {
                self.take(at, place, true);
            }
        }
    }

    fn pair_the_closest<S: AsRef<Statement>>(&mut self, one: &[S], other: &[S]) {
        let mut close = Vec::new();
        for (at, statement) in one.iter().enumerate() {
            for (place, counterpart) in other.iter().enumerate() {
                if self.is_free(at, place) {
                    let likeness = likeness(statement.as_ref(), counterpart.as_ref());
                    close.push((likeness, at, place));
                }
            }
        }
        close.sort_by_key(|(likeness, at, place)| (std::cmp::Reverse(*likeness), *at, *place));
        for (likeness, at, place) in close {
            if likeness > 0 {
                self.take(at, place, false);
            }
        }
    }

    /// The only statement that is left on each side belongs to the other.
    fn pair_the_last<S: AsRef<Statement>>(&mut self, one: &[S], other: &[S]) {
        let left = |count: usize, taken: &dyn Fn(&(usize, usize, bool)) -> usize| -> Vec<usize> {
            let taken: BTreeSet<usize> = self.pairs.iter().map(taken).collect();
            (0..count).filter(|place| !taken.contains(place)).collect()
        };
        let first = left(one.len(), &|pair| pair.0);
        let second = left(other.len(), &|pair| pair.1);
        if let ([at], [place]) = (first.as_slice(), second.as_slice()) {
            let effect = |list: &[S], place: usize| list.get(place).map(|one| one.as_ref().effect);
            if effect(one, *at) == effect(other, *place) {
                self.take(*at, *place, false);
            }
        }
    }

    fn listed(self, one: usize, other: usize) -> Vec<Counterparts> {
        let of_one = (0..one).map(|at| {
            let pair = self.pairs.iter().find(|pair| pair.0 == at);
            Counterparts {
                one: Some(at),
                other: pair.map(|pair| pair.1),
                is_same: pair.is_some_and(|pair| pair.2),
            }
        });
        let is_left = |place: &usize| !self.pairs.iter().any(|pair| pair.1 == *place);
        let left = (0..other).filter(is_left).map(|place| Counterparts {
            one: None,
            other: Some(place),
            is_same: false,
        });
        of_one.chain(left).collect()
    }
}

/// How much two statements have in common; 0 where they are about other actions.
fn likeness(one: &Statement, other: &Statement) -> usize {
    let actions = shared(&one.actions, &other.actions);
    if one.effect != other.effect || actions == 0 {
        return 0;
    }
    let resources = shared(&one.resources, &other.resources);
    let principals = shared(&one.principals, &other.principals);
    let terms: BTreeSet<_> = one.terms().collect();
    let conditions = other.terms().filter(|term| terms.contains(term)).count();
    4 * actions + resources + 2 * principals + 2 * conditions
}

/// How many entries of the first are in the second, as they are or within a pattern.
fn shared(one: &Option<Names>, other: &Option<Names>) -> usize {
    let (Some(one), Some(other)) = (one, other) else {
        return 0;
    };
    if one.except != other.except {
        return 0;
    }
    let is_shared = |normal: &str| {
        let mut others = other.entries.iter();
        others.any(|other| covers(&other.normal, normal) || covers(normal, &other.normal))
    };
    let entries = one.entries.iter();
    entries.filter(|entry| is_shared(&entry.normal)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::syntax::parse;

    fn paired(one: &str, other: &str) -> Vec<(Option<usize>, Option<usize>, bool)> {
        let read = |text: &str| Permissions::read(&parse(text));
        let pairs = counterparts(&read(one), &read(other));
        let pairs = pairs.into_iter();
        pairs
            .map(|pair| (pair.one, pair.other, pair.is_same))
            .collect()
    }

    #[test]
    fn the_same_belong_together_then_the_closest_and_the_rest_stands_alone() {
        let policy = |actions: &[&str]| {
            let statements = actions.iter().map(|actions| {
                format!(r#"{{"Effect": "Allow", "Action": [{actions}], "Resource": "*"}}"#)
            });
            let statements: Vec<String> = statements.collect();
            format!(r#"{{"Statement": [{}]}}"#, statements.join(", "))
        };
        let (a, ab, c, d) = (r#""s3:a""#, r#""s3:a", "s3:b""#, r#""sqs:c""#, r#""sns:d""#);
        assert_eq!(
            paired(&policy(&[ab, c]), &policy(&[c, a])),
            [(Some(0), Some(1), false), (Some(1), Some(0), true)]
        );
        assert_eq!(
            paired(&policy(&[a, c]), &policy(&[d, ab, c])),
            [
                (Some(0), Some(1), false),
                (Some(1), Some(2), true),
                (None, Some(0), false)
            ]
        );
        assert_eq!(
            paired(&policy(&[a]), &policy(&[d])),
            [(Some(0), Some(0), false)]
        );
        assert_eq!(
            paired(&policy(&[]), &policy(&[a])),
            [(None, Some(0), false)]
        );
    }

    #[test]
    fn what_allows_is_no_counterpart_of_what_denies() {
        let policy = |effect| {
            format!(
                r#"{{"Statement": {{"Effect": "{effect}", "Action": "s3:*", "Resource": "*"}}}}"#
            )
        };
        assert_eq!(
            paired(&policy("Allow"), &policy("Deny")),
            [(Some(0), None, false), (None, Some(0), false)]
        );
    }
}
