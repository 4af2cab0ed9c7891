//! One way in which requests differ, and which statements each case of it leaves standing.
//!
//! A request has an action, a resource, somebody it comes from and a value for each condition key; each is a dimension.

use std::collections::{BTreeMap, BTreeSet};

use super::budget::Budget;
use super::cases::{Case, cases};
use super::classes::{Words, classes};
use super::glob::{Glob, Variables, Wildcards};
use super::key_cases::key_cases;
use super::principal_cases::principal_cases;
use super::statement::{Entry, Names, Statement};
use super::term::Term;
use super::universe::ActionUniverse;

/// A set of statements, a bit for each.
pub(super) type Statements = u128;

/// How many statements can be compared at once.
pub(super) const MOST_STATEMENTS: usize = 128;

/// What a dimension is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    Actions,
    Resources,
    Principals,
    /// A condition key, or something that cannot be read.
    Circumstance,
}

/// A dimension of the requests that some statements look at.
#[derive(Debug)]
pub(super) struct Dimension {
    pub(super) subject: Subject,
    /// The statements that look at it; the others match in every case.
    pub(super) restricts: Statements,
    /// The entries by number, in the order of the text; empty for a circumstance.
    pub(super) entries: Vec<Entry>,
    pub(super) rows: Vec<Row>,
    /// The different sets of matching statements over all rows, and whether there surely is a request for it.
    pub(super) sorts: BTreeMap<Statements, bool>,
}

/// One case of a dimension.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// The statements that match.
    pub(super) statements: Statements,
    /// Whether there surely is a request like this.
    pub(super) certain: bool,
    /// The entries that match, by number.
    pub(super) matched: Vec<usize>,
    /// What the case is, where it is one thing alone.
    pub(super) name: Option<String>,
}

/// The bit of the statement at a place.
pub(super) fn bit(at: usize) -> Statements {
    u32::try_from(at)
        .ok()
        .and_then(|at| 1_u128.checked_shl(at))
        .unwrap_or(0)
}

/// The dimensions in which some statements differ; `None` when there is too much to look at.
pub(super) fn dimensions(
    statements: &[&Statement],
    universe: Option<&ActionUniverse>,
    budget: &mut Budget,
) -> Option<Vec<Dimension>> {
    let mut variables = Variables::default();
    let mut found = Vec::new();
    let actions = Listing::new(statements, |statement| statement.actions.as_ref());
    let action_cases = actions.action_cases(universe, budget)?;
    found.push(actions.dimension(Subject::Actions, action_cases));

    let resources = Listing::new(statements, |statement| statement.resources.as_ref());
    let globs: Vec<Glob> = resources
        .entries
        .iter()
        .map(|entry| Glob::new(&entry.normal, Wildcards::Anywhere, &mut variables))
        .collect();
    let tests = tests_by_key(statements);
    let tied = tied_variables(&globs, &tests, &mut variables);
    let resource_cases = cases(&globs, &tied, budget)?;
    found.push(resources.dimension(Subject::Resources, resource_cases));

    let principals = Listing::new(statements, |statement| statement.principals.as_ref());
    let names: Vec<&str> = principals
        .entries
        .iter()
        .map(|entry| entry.normal.as_str())
        .collect();
    let principal_cases = principal_cases(&names)?;
    found.push(principals.dimension(Subject::Principals, principal_cases));

    for tests in tests.values() {
        found.push(key_dimension(tests, &mut variables, &tied, budget)?);
    }
    found.extend(unread_dimensions(statements));
    found.retain(|dimension| dimension.restricts != 0);
    Some(found)
}

/// The entries of one element over all statements, numbered.
struct Listing {
    entries: Vec<Entry>,
    /// For each entry, the statements that list it.
    listed_in: Vec<Statements>,
    restricts: Statements,
    /// The statements that mean everything but what they list.
    except: Statements,
}

impl Listing {
    fn new<'s>(
        statements: &[&'s Statement],
        element: impl Fn(&'s Statement) -> Option<&'s Names>,
    ) -> Self {
        let mut listing = Self {
            entries: Vec::new(),
            listed_in: Vec::new(),
            restricts: 0,
            except: 0,
        };
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, statement) in statements.iter().enumerate() {
            let Some(names) = element(statement) else {
                continue;
            };
            listing.restricts |= bit(at);
            listing.except |= if names.except { bit(at) } else { 0 };
            for entry in &names.entries {
                let number = *numbers
                    .entry(&entry.normal)
                    .or_insert(listing.entries.len());
                if number == listing.entries.len() {
                    listing.entries.push(entry.clone());
                    listing.listed_in.push(0);
                }
                if let Some(listed_in) = listing.listed_in.get_mut(number) {
                    *listed_in |= bit(at);
                }
            }
        }
        listing
    }

    fn action_cases(
        &self,
        universe: Option<&ActionUniverse>,
        budget: &mut Budget,
    ) -> Option<Vec<Case>> {
        let globs: Vec<Glob> = self
            .entries
            .iter()
            .map(|entry| Glob::plain(&entry.normal))
            .collect();
        let known = universe.and_then(|universe| universe.cases(&self.entries, &globs));
        if known.is_some() {
            return known;
        }
        let classes = classes(&globs, Words::Actions, budget)?;
        let case = |matched| Case {
            matched,
            certain: true,
            name: None,
        };
        Some(classes.into_iter().map(case).collect())
    }

    fn dimension(self, subject: Subject, cases: Vec<Case>) -> Dimension {
        let row = |case: Case| {
            let listing = case
                .matched
                .iter()
                .filter_map(|number| self.listed_in.get(*number));
            let hit = listing.fold(0, |all, one| all | one);
            Row {
                statements: (hit ^ self.except) & self.restricts | !self.restricts,
                certain: case.certain,
                matched: case.matched,
                name: case.name,
            }
        };
        let rows = cases.into_iter().map(row).collect();
        Dimension::new(subject, self.restricts, self.entries, rows)
    }
}

/// The different tests of each condition key, with the statements that make them.
fn tests_by_key<'s>(
    statements: &[&'s Statement],
) -> BTreeMap<&'s str, BTreeMap<&'s Term, Statements>> {
    let mut tests: BTreeMap<&str, BTreeMap<&Term, Statements>> = BTreeMap::new();
    for (at, statement) in statements.iter().enumerate() {
        for term in statement.terms().filter(|term| !term.is_unknown()) {
            let of_key = tests.entry(&term.key).or_default();
            *of_key.entry(term).or_default() |= bit(at);
        }
    }
    tests
}

/// The variables of resources that a condition depends on too, by the key itself or by a value with the same variable.
fn tied_variables(
    resources: &[Glob],
    tests: &BTreeMap<&str, BTreeMap<&Term, Statements>>,
    variables: &mut Variables,
) -> BTreeSet<u32> {
    let mut seen: BTreeSet<u32> = resources.iter().flat_map(Glob::variables).collect();
    let mut tied = BTreeSet::new();
    for of_key in tests.values() {
        let values = of_key.keys().flat_map(|term| &term.values);
        let of_key: BTreeSet<u32> = values
            .flat_map(|value| {
                let glob = Glob::new(value, Wildcards::None, variables);
                glob.variables().collect::<Vec<_>>()
            })
            .collect();
        tied.extend(seen.intersection(&of_key).copied());
        seen.extend(of_key);
    }
    tied.extend(
        seen.iter()
            .filter(|number| tests.contains_key(variables.key(**number))),
    );
    tied
}

fn key_dimension(
    tests: &BTreeMap<&Term, Statements>,
    variables: &mut Variables,
    tied: &BTreeSet<u32>,
    budget: &mut Budget,
) -> Option<Dimension> {
    let terms: Vec<&Term> = tests.keys().copied().collect();
    let cases = key_cases(&terms, variables, tied, budget)?;
    let row = |failed: Vec<bool>, certain| Row {
        statements: !tests.values().zip(failed).fold(
            0,
            |all, (statements, holds)| if holds { all } else { all | statements },
        ),
        certain,
        matched: Vec::new(),
        name: None,
    };
    let restricts = tests.values().fold(0, |all, statements| all | statements);
    let rows = cases.into_iter().map(|case| row(case.holds, case.certain));
    Some(Dimension::new(
        Subject::Circumstance,
        restricts,
        Vec::new(),
        rows.collect(),
    ))
}

/// What cannot be read may hold or not, and nothing about it is certain.
fn unread_dimensions(statements: &[&Statement]) -> Vec<Dimension> {
    let mut elements: BTreeMap<_, Statements> = BTreeMap::new();
    let mut terms: BTreeMap<_, Statements> = BTreeMap::new();
    for (at, statement) in statements.iter().enumerate() {
        for unread in &statement.unread {
            *elements.entry(unread).or_default() |= bit(at);
        }
        for term in statement.terms().filter(|term| term.is_unknown()) {
            *terms.entry(term).or_default() |= bit(at);
        }
    }
    let row = |statements| Row {
        statements,
        certain: false,
        matched: Vec::new(),
        name: None,
    };
    let dimension = |restricts: Statements| {
        let rows = vec![row(!0), row(!restricts)];
        Dimension::new(Subject::Circumstance, restricts, Vec::new(), rows)
    };
    let unread = elements.into_values().chain(terms.into_values());
    unread.map(dimension).collect()
}

impl Dimension {
    fn new(subject: Subject, restricts: Statements, entries: Vec<Entry>, rows: Vec<Row>) -> Self {
        let mut sorts: BTreeMap<Statements, bool> = BTreeMap::new();
        for row in &rows {
            *sorts.entry(row.statements).or_default() |= row.certain;
        }
        Self {
            subject,
            restricts,
            entries,
            rows,
            sorts,
        }
    }

    /// For each entry, the rows in which it matches.
    pub(super) fn rows_by_entry(&self) -> Vec<BTreeSet<usize>> {
        let mut by_entry = vec![BTreeSet::new(); self.entries.len()];
        for (number, row) in self.rows.iter().enumerate() {
            for entry in &row.matched {
                by_entry.get_mut(*entry).map(|rows| rows.insert(number));
            }
        }
        by_entry
    }

    /// The entries of these numbers, in their order, without those that another one of them takes in.
    pub(super) fn without_covered(&self, numbers: &BTreeSet<usize>) -> Vec<Entry> {
        let by_entry = self.rows_by_entry();
        let is_covered = |number: &usize| {
            let Some(rows) = by_entry.get(*number) else {
                return true;
            };
            let first = rows.first().and_then(|row| self.rows.get(*row));
            let others = first.into_iter().flat_map(|row| &row.matched);
            others.filter(|other| numbers.contains(other)).any(|other| {
                let wider = by_entry
                    .get(*other)
                    .is_some_and(|wide| rows.is_subset(wide));
                let equal = by_entry
                    .get(*other)
                    .is_some_and(|wide| wide.len() == rows.len());
                other != number && wider && (!equal || other < number)
            })
        };
        let kept = numbers.iter().filter(|number| !is_covered(number));
        kept.filter_map(|number| self.entries.get(*number).cloned())
            .collect()
    }
}
