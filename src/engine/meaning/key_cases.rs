//! The cases that the tests of one condition key can tell apart: the key is missing, has one value or several.

use std::collections::{BTreeMap, BTreeSet};

use super::budget::Budget;
use super::cases::cases;
use super::glob::{Glob, Variables, Wildcards, has_arn_fields};
use super::interval::{Interval, addresses, numbers, segments};
use super::term::{Comparing, Quantifier, Term};

/// Which of a key's tests a request passes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct KeyCase {
    /// One for each test.
    pub(super) holds: Vec<bool>,
    /// Whether there surely is a request like this.
    pub(super) certain: bool,
}

/// How many groups of values, and how many ways for several values, are looked at.
const MOST_GROUPS: usize = 6;
const MOST_MIXES: usize = 256;

/// Every case of one key; `None` when there are too many.
pub(super) fn key_cases(
    terms: &[&Term],
    variables: &mut Variables,
    tied: &BTreeSet<u32>,
    budget: &mut Budget,
) -> Option<Vec<KeyCase>> {
    let absent = KeyCase {
        holds: terms.iter().map(|term| term.holds_without_key()).collect(),
        certain: true,
    };
    let single = present_cases(terms, variables, tied, budget)?;
    let several = with_several_values(terms, &single, budget)?;
    Some([absent].into_iter().chain(single).chain(several).collect())
}

/// The tests for which one of the policy's values fits that of the request, and whether there surely is such a value.
type Fit = (BTreeSet<usize>, bool);

/// The cases in which the key has one value.
fn present_cases(
    terms: &[&Term],
    variables: &mut Variables,
    tied: &BTreeSet<u32>,
    budget: &mut Budget,
) -> Option<Vec<KeyCase>> {
    let mut fits: Vec<Fit> = vec![(BTreeSet::new(), true)];
    let mut families: BTreeMap<Family, Vec<(usize, &Term)>> = BTreeMap::new();
    for (at, term) in terms.iter().enumerate() {
        families
            .entry(Family::of(term))
            .or_default()
            .push((at, term));
    }
    families.remove(&Family::Presence);
    let alone = families.len() <= 1;
    for (family, terms) in families {
        let of_family = family.fits(&terms, variables, tied, budget)?;
        budget.spend(fits.len() * of_family.len())?;
        fits = fits
            .iter()
            .flat_map(|fit| of_family.iter().map(move |other| both(fit, other, alone)))
            .collect();
    }
    let case = |(fitting, certain): Fit| KeyCase {
        holds: terms
            .iter()
            .enumerate()
            .map(|(at, term)| term.holds_with(fitting.contains(&at)))
            .collect(),
        certain,
    };
    Some(fits.into_iter().map(case).collect())
}

fn both(one: &Fit, other: &Fit, alone: bool) -> Fit {
    (
        one.0.union(&other.0).copied().collect(),
        one.1 && other.1 && alone,
    )
}

/// Kinds of comparison that can be judged together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Family {
    Presence,
    Truth,
    Text,
    TextInAnyCase,
    Number,
    Address,
    Opaque,
}

impl Family {
    fn of(term: &Term) -> Self {
        let all = |test: fn(&str) -> bool| term.values.iter().all(|value| test(value));
        match &term.operator.comparison {
            Comparing::Presence => Self::Presence,
            Comparing::Truth if all(|value| value == "true" || value == "false") => Self::Truth,
            Comparing::Text | Comparing::TextLike => Self::Text,
            Comparing::Arn if all(has_arn_fields) => Self::Text,
            Comparing::TextInAnyCase => Self::TextInAnyCase,
            Comparing::Number(relation) if numbers(*relation, &term.values).is_some() => {
                Self::Number
            }
            Comparing::Address if addresses(&term.values).is_some() => Self::Address,
            _ => Self::Opaque,
        }
    }

    fn fits(
        self,
        terms: &[(usize, &Term)],
        variables: &mut Variables,
        tied: &BTreeSet<u32>,
        budget: &mut Budget,
    ) -> Option<Vec<Fit>> {
        match self {
            Self::Presence => Some(Vec::new()),
            Self::Truth => Some(truth_fits(terms)),
            Self::Text | Self::TextInAnyCase => text_fits(terms, variables, tied, budget),
            Self::Number | Self::Address => interval_fits(terms, budget),
            Self::Opaque => opaque_fits(terms),
        }
    }
}

fn truth_fits(terms: &[(usize, &Term)]) -> Vec<Fit> {
    let fit = |value: &str| {
        let fitting = terms.iter().filter(|(_, term)| term.values.contains(value));
        (fitting.map(|(at, _)| *at).collect(), true)
    };
    vec![fit("true"), fit("false")]
}

fn text_fits(
    terms: &[(usize, &Term)],
    variables: &mut Variables,
    tied: &BTreeSet<u32>,
    budget: &mut Budget,
) -> Option<Vec<Fit>> {
    let mut used_by: BTreeMap<Glob, BTreeSet<usize>> = BTreeMap::new();
    for (at, term) in terms {
        let wildcards = match term.operator.comparison {
            Comparing::TextLike => Wildcards::Anywhere,
            Comparing::Arn => Wildcards::WithinArnFields,
            _ => Wildcards::None,
        };
        for value in &term.values {
            let glob = match value.as_str() {
                "*" if wildcards == Wildcards::WithinArnFields => Glob::plain(value),
                _ => Glob::new(value, wildcards, variables),
            };
            used_by.entry(glob).or_default().insert(*at);
        }
    }
    let (globs, users): (Vec<Glob>, Vec<BTreeSet<usize>>) = used_by.into_iter().unzip();
    let fit = |matched: &[usize]| {
        let using = matched.iter().filter_map(|number| users.get(*number));
        using.flatten().copied().collect()
    };
    let cases = cases(&globs, tied, budget)?;
    Some(
        cases
            .into_iter()
            .map(|case| (fit(&case.matched), case.certain))
            .collect(),
    )
}

fn interval_fits(terms: &[(usize, &Term)], budget: &mut Budget) -> Option<Vec<Fit>> {
    let mut intervals: Vec<(Interval, usize)> = Vec::new();
    for (at, term) in terms {
        let of_term = match term.operator.comparison {
            Comparing::Number(relation) => numbers(relation, &term.values),
            _ => addresses(&term.values),
        };
        intervals.extend(of_term?.into_iter().map(|interval| (interval, *at)));
    }
    let segments = segments(&intervals, budget)?;
    Some(
        segments
            .into_iter()
            .map(|fitting| (fitting, true))
            .collect(),
    )
}

/// Values that are not looked into may fit in any combination; those that always come together count as one.
fn opaque_fits(terms: &[(usize, &Term)]) -> Option<Vec<Fit>> {
    let mut used_by: BTreeMap<(&Comparing, &str), BTreeSet<usize>> = BTreeMap::new();
    for (at, term) in terms {
        for value in &term.values {
            let test = (&term.operator.comparison, value.as_str());
            used_by.entry(test).or_default().insert(*at);
        }
    }
    let groups: BTreeSet<BTreeSet<usize>> = used_by.into_values().collect();
    let groups: Vec<BTreeSet<usize>> = groups.into_iter().collect();
    if groups.len() > MOST_GROUPS {
        return None;
    }
    let certain = groups.len() <= 1;
    let fit = |chosen: usize| {
        let fitting = groups
            .iter()
            .enumerate()
            .filter(|(at, _)| chosen >> at & 1 == 1);
        (
            fitting.flat_map(|(_, group)| group).copied().collect(),
            certain,
        )
    };
    Some((0..1_usize << groups.len()).map(fit).collect())
}

/// The cases in which the key has several values, where a test asks about them all or any.
///
/// What AWS makes of several values in a test that says nothing about them is not documented, so nothing is certain there.
fn with_several_values(
    terms: &[&Term],
    single: &[KeyCase],
    budget: &mut Budget,
) -> Option<Vec<KeyCase>> {
    let says_nothing = |term: &&Term| {
        term.operator.quantifier == Quantifier::Single
            && term.operator.comparison != Comparing::Presence
    };
    let is_silent = terms.iter().any(says_nothing);
    let asks = terms
        .iter()
        .any(|term| term.operator.quantifier != Quantifier::Single);
    if !asks {
        return Some(Vec::new());
    }
    let readings: &[bool] = if is_silent { &[true, false] } else { &[true] };
    let mut mixes: BTreeMap<Vec<bool>, bool> = BTreeMap::new();
    for case in single {
        *mixes.entry(case.holds.clone()).or_default() |= case.certain && !is_silent;
    }
    let mut waiting: Vec<(Vec<bool>, bool)> = mixes.clone().into_iter().collect();
    while let Some((holds, certain)) = waiting.pop() {
        let pairs = mixes.clone().into_iter();
        let pairs =
            pairs.flat_map(|other| readings.iter().map(move |strict| (other.clone(), *strict)));
        for ((other, other_certain), strict) in pairs {
            budget.spend(terms.len())?;
            let joined = terms.iter().zip(&holds).zip(&other);
            let joined = joined.map(|((term, one), other)| term.joined(*one, *other, strict));
            let (joined, certain): (Vec<bool>, bool) = (joined.collect(), certain && other_certain);
            if mixes.get(&joined).is_none_or(|known| certain && !known) {
                mixes.insert(joined.clone(), certain);
                waiting.push((joined, certain));
            }
        }
        if mixes.len() > MOST_MIXES {
            return None;
        }
    }
    let case = |(holds, certain)| KeyCase { holds, certain };
    Some(mixes.into_iter().map(case).collect())
}
