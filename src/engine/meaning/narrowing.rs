//! Names the part of a statement that some requests are in.

use std::collections::BTreeSet;

use super::dimension::{Dimension, Statements, Subject, bit};
use super::side_by_side::{Differences, Focus, Found, SideBySide, Work};
use super::statement::{Entry, Names};

/// The part of a statement in which a request was found, as small as the patterns at hand can say it.
#[derive(Clone, Debug)]
pub(super) struct Narrowed {
    pub(super) found: Found,
    pub(super) actions: Option<Names>,
    pub(super) resources: Option<Names>,
    pub(super) principals: Option<Names>,
}

/// Which patterns may name a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wording {
    /// Those of the statement.
    Own,
    /// Those of all statements at hand.
    Any,
}

/// Looks for the part of a statement in which requests differ in the wanted way; `None` when there is no such request.
///
/// Where that is too much work, the part is the whole statement.
pub(super) fn narrow(
    together: &SideBySide,
    at: usize,
    wanted: fn(Differences) -> Found,
    wording: Wording,
    work: &mut Work,
) -> Option<Narrowed> {
    let statement = *together.statements.get(at)?;
    let whole = Focus {
        statement: bit(at),
        sort: None,
    };
    let mut search = Search {
        together,
        at,
        wanted,
        work,
    };
    let mut narrowed = Narrowed {
        found: search.found(&whole),
        actions: statement.actions.clone(),
        resources: statement.resources.clone(),
        principals: statement.principals.clone(),
    };
    if narrowed.found == Found::Nothing {
        return None;
    }
    for (number, dimension) in together.dimensions.iter().enumerate() {
        let names = match dimension.subject {
            Subject::Actions => &mut narrowed.actions,
            Subject::Resources => &mut narrowed.resources,
            Subject::Principals => &mut narrowed.principals,
            Subject::Circumstance => continue,
        };
        let part = names
            .as_ref()
            .and_then(|own| search.part(number, dimension, own));
        if let Some(part) = part {
            *names = Some(part.names(wording));
        }
    }
    Some(narrowed)
}

/// Asks for requests that one statement matches and that differ in the wanted way.
struct Search<'s> {
    together: &'s SideBySide<'s>,
    at: usize,
    wanted: fn(Differences) -> Found,
    work: &'s mut Work,
}

impl Search<'_> {
    fn found(&mut self, focus: &Focus) -> Found {
        let differences = self.together.differences(focus, self.work);
        differences.map_or(Found::Possible, self.wanted)
    }

    /// The rows of a dimension in which there are such requests; `None` where that is all the statement matches.
    fn part<'d>(
        &mut self,
        number: usize,
        dimension: &'d Dimension,
        own: &'d Names,
    ) -> Option<Part<'d>> {
        let of_statement = |sort: &&Statements| **sort & bit(self.at) != 0;
        let sorts: Vec<Statements> = dimension
            .sorts
            .keys()
            .filter(of_statement)
            .copied()
            .collect();
        let mut is_wanted = |sort: &Statements| {
            let focus = Focus {
                statement: bit(self.at),
                sort: Some((number, *sort)),
            };
            self.found(&focus) != Found::Nothing
        };
        let wanted: BTreeSet<Statements> = sorts
            .iter()
            .copied()
            .filter(|sort| is_wanted(sort))
            .collect();
        let rows_in = |sorts: &dyn Fn(Statements) -> bool| {
            let rows = dimension.rows.iter().enumerate();
            let among = rows.filter(|(_, row)| sorts(row.statements));
            among.map(|(number, _)| number).collect()
        };
        (wanted.len() < sorts.len()).then(|| Part {
            dimension,
            own,
            rows: rows_in(&|sort| sorts.contains(&sort)),
            wanted: rows_in(&|sort| wanted.contains(&sort)),
            by_entry: dimension.rows_by_entry(),
        })
    }
}

/// Some of the rows that an element matches.
struct Part<'d> {
    dimension: &'d Dimension,
    own: &'d Names,
    /// All that the element matches.
    rows: BTreeSet<usize>,
    wanted: BTreeSet<usize>,
    by_entry: Vec<BTreeSet<usize>>,
}

impl Part<'_> {
    /// The patterns that name the wanted rows, and as few others as they can.
    fn names(&self, wording: Wording) -> Names {
        if self.own.except && wording == Wording::Own {
            return self.with_more_exceptions();
        }
        let mut chosen = self.patterns_within(&self.wanted, wording);
        let named: BTreeSet<usize> = chosen
            .iter()
            .flat_map(|number| self.rows_named(*number))
            .collect();
        let left: Vec<usize> = self.wanted.difference(&named).copied().collect();
        let row_names = left
            .iter()
            .map(|row| self.dimension.rows.get(*row)?.name.clone());
        let row_names: Option<Vec<String>> = row_names.collect();
        if row_names.is_none() && self.own.except {
            return self.own.clone();
        }
        if row_names.is_none() {
            let touching = |number: &usize| {
                self.is_own(*number)
                    && self
                        .rows_named(*number)
                        .iter()
                        .any(|row| left.contains(row))
            };
            chosen.extend((0..self.dimension.entries.len()).filter(touching));
        }
        let mut entries = self.dimension.without_covered(&chosen);
        entries.extend(named_entries(row_names));
        Names {
            except: false,
            entries,
        }
    }

    /// Everything but the entries, less what is not wanted.
    fn with_more_exceptions(&self) -> Names {
        let unwanted = self.rows.difference(&self.wanted).copied().collect();
        let chosen = self.patterns_within(&unwanted, Wording::Any);
        let more = chosen
            .into_iter()
            .filter_map(|number| self.dimension.entries.get(number));
        Names {
            except: true,
            entries: self.own.entries.iter().chain(more).cloned().collect(),
        }
    }

    /// Patterns that match, of the element's rows, some of these and no others; the wide ones first, as many as it takes.
    fn patterns_within(&self, rows: &BTreeSet<usize>, wording: Wording) -> BTreeSet<usize> {
        let mut candidates: Vec<(usize, BTreeSet<usize>)> = (0..self.dimension.entries.len())
            .filter(|number| wording == Wording::Any || self.is_own(*number))
            .map(|number| (number, self.rows_named(number)))
            .filter(|(_, named)| !named.is_empty() && named.is_subset(rows))
            .collect();
        candidates.sort_by_key(|(number, named)| {
            (
                std::cmp::Reverse(named.len()),
                !self.is_own(*number),
                *number,
            )
        });
        let mut covered = BTreeSet::new();
        let mut chosen = BTreeSet::new();
        for (number, named) in candidates {
            if !named.is_subset(&covered) {
                covered.extend(named);
                chosen.insert(number);
            }
        }
        chosen
    }

    /// The rows, of those that the element matches, in which an entry does.
    fn rows_named(&self, entry: usize) -> BTreeSet<usize> {
        let rows = self.by_entry.get(entry).into_iter().flatten();
        rows.filter(|row| self.rows.contains(row))
            .copied()
            .collect()
    }

    fn is_own(&self, entry: usize) -> bool {
        let normal = self.dimension.entries.get(entry).map(|entry| &entry.normal);
        !self.own.except
            && self
                .own
                .entries
                .iter()
                .any(|own| Some(&own.normal) == normal)
    }
}

fn named_entries(names: Option<Vec<String>>) -> impl Iterator<Item = Entry> {
    names.into_iter().flatten().map(|name| Entry {
        normal: name.clone(),
        written: name,
    })
}
