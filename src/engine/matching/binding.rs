//! Finds what the stand-ins of one policy stand for in the other.

use std::collections::{BTreeMap, BTreeSet};

use super::capture::capture;
use super::filling::{Filling, Open, filled};
use super::open_string::{PlacedString, strings};
use super::{Compared, Side};
use crate::engine::placeholders::{Placeholder, ValueState, Values, value_state};

/// A stand-in, and what it was taken to stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding {
    /// Whose stand-in it is.
    pub side: Side,
    /// The name of the placeholder, in lower snake case.
    pub name: String,
    /// The stand-in as it is written.
    pub written: String,
    /// The value, or the other side's stand-in, as it is written there; entries of a list on lines of their own.
    pub value: String,
}

/// The first numbers give neutral values that are real, as with Regions, and may stand in the other policy.
const FIRST: usize = 64;

/// Two policies with their values, and what was bound for that.
pub(super) struct Bound {
    mine: Filling,
    theirs: Filling,
    pub bindings: Vec<Binding>,
}

/// Binds the stand-ins of theirs to what mine has in their places, then those of mine that are left to what theirs has.
///
/// The same name stands for the same value on both sides.
pub(super) fn bind(mine: Compared<'_>, theirs: Compared<'_>, values: &Values) -> Bound {
    let first = FIRST + mine.placeholders.len();
    let mine_open = filled(mine, values, FIRST);
    let theirs_bare = filled(theirs, values, first);
    let shared = with(
        values,
        &theirs_bare,
        &shared_names(&theirs_bare, &mine_open, values),
    );
    let theirs_open = filled(theirs, &shared, first);
    let found = found_in(&theirs_open, &mine_open, values, &BTreeSet::new());
    let mut bindings = told_of(Side::Theirs, &theirs_open, &found, &mine_open);
    let theirs_filled = filled(theirs, &with(&shared, &theirs_open, &found), first);

    let text = theirs_filled.tree.text();
    let settled = mine_open
        .open
        .iter()
        .filter(|open| text.contains(&open.neutral));
    let settled: BTreeSet<usize> = settled.map(|open| open.number).collect();
    let found = found_in(&mine_open, &theirs_filled, values, &settled);
    bindings.extend(told_of(Side::Mine, &mine_open, &found, &theirs_filled));
    let mine_filled = filled(mine, &with(values, &mine_open, &found), FIRST);
    Bound {
        mine: mine_filled,
        theirs: theirs_filled,
        bindings,
    }
}

/// The placeholders without a value that both sides call the same.
fn shared_names(open: &Filling, other: &Filling, values: &Values) -> BTreeMap<usize, String> {
    let named = |name: &str| other.open.iter().find(|open| open.placeholder.name == name);
    let pairs = open.open.iter().filter_map(|one| {
        let neutral = &named(&one.placeholder.name)?.neutral;
        fits(&one.placeholder, neutral, values).then(|| (one.number, neutral.clone()))
    });
    pairs.collect()
}

/// The values of a workspace with those that were found beside them.
fn with(values: &Values, filling: &Filling, found: &BTreeMap<usize, String>) -> Values {
    let mut all = values.clone();
    for (number, value) in found {
        if let Some(open) = filling.open(*number) {
            all.by_name
                .insert(open.placeholder.name.clone(), value.clone());
        }
    }
    all
}

fn told_of(
    side: Side,
    filling: &Filling,
    found: &BTreeMap<usize, String>,
    other: &Filling,
) -> Vec<Binding> {
    let stand_in = |value: &str| {
        let mut open = other.open.iter();
        let open = open.find(|open| open.neutral == value)?;
        open.placeholder.written.first().cloned()
    };
    let told = found.iter();
    told.filter_map(|(number, value)| {
        let placeholder = &filling.open(*number)?.placeholder;
        Some(Binding {
            side,
            name: placeholder.name.clone(),
            written: placeholder.written.first()?.clone(),
            value: stand_in(value).unwrap_or_else(|| value.clone()),
        })
    })
    .collect()
}

/// Whether a placeholder can have a value: one that its type takes, and that is no pattern where any text would do.
fn fits(placeholder: &Placeholder, value: &str, values: &Values) -> bool {
    let is_pattern = placeholder.kind.id == "free-text" && value.contains(['*', '?']);
    let values = Values {
        by_name: BTreeMap::from([(placeholder.name.clone(), value.to_owned())]),
        partition: values.partition.clone(),
    };
    let is_as_it_stands = |entries: &[String]| entries.join("\n") == value;
    let state = value_state(placeholder, &values);
    !is_pattern && matches!(state, ValueState::Valid(entries) if is_as_it_stands(&entries))
}

/// The values that speak for themselves most, for each placeholder of one side that has none.
fn found_in(
    open: &Filling,
    other: &Filling,
    values: &Values,
    settled: &BTreeSet<usize>,
) -> BTreeMap<usize, String> {
    let wanted = |open: &&Open| !settled.contains(&open.number);
    let wanted: Vec<&Open> = open.open.iter().filter(wanted).collect();
    if wanted.is_empty() {
        return BTreeMap::new();
    }
    let (ours, theirs) = (strings(open), strings(other));
    let mut candidates = Candidates::default();
    for string in ours.iter().filter(|one| one.has_stand_in()) {
        let alike = theirs.iter().filter(|other| other.place == string.place);
        let fits = |number, value: &str| {
            open.open(number)
                .is_some_and(|one| match settled.contains(&number) {
                    true => one.neutral == value,
                    false => fits(&one.placeholder, value, values),
                })
        };
        candidates.look_at(string, &alike.collect::<Vec<_>>(), &fits, open);
    }
    candidates.chosen(&wanted)
}

/// What stand-ins may stand for.
#[derive(Default)]
struct Candidates {
    /// By the number of the placeholder: each value with what speaks for it, in the order in which they were found.
    by_number: BTreeMap<usize, Vec<(String, usize)>>,
}

impl Candidates {
    fn look_at(
        &mut self,
        string: &PlacedString,
        alike: &[&PlacedString],
        fits: &dyn Fn(usize, &str) -> bool,
        open: &Filling,
    ) {
        let is_list = |number: &usize| {
            open.open(*number)
                .is_some_and(|one| one.placeholder.kind.list)
        };
        if let Some(number) = string.stand_in_alone().filter(is_list) {
            return self.look_at_lists(number, alike, fits);
        }
        for other in alike {
            let captured = capture(&string.parts, &other.text, fits);
            for (number, value) in captured.unwrap_or_default() {
                self.add(number, value.to_owned(), 1 + string.plain_length());
            }
        }
    }

    /// A stand-in for several entries takes those of one list.
    fn look_at_lists(
        &mut self,
        number: usize,
        alike: &[&PlacedString],
        fits: &dyn Fn(usize, &str) -> bool,
    ) {
        let mut lists: Vec<(usize, Vec<&str>)> = Vec::new();
        for other in alike.iter().filter(|other| fits(number, &other.text)) {
            let list = alike.iter().position(|one| one.list == other.list);
            let list = list.unwrap_or_default();
            match lists.iter_mut().find(|known| known.0 == list) {
                Some(known) => known.1.push(&other.text),
                None => lists.push((list, vec![&other.text])),
            }
        }
        for (_, entries) in lists {
            self.add(number, entries.join("\n"), entries.len());
        }
    }

    fn add(&mut self, number: usize, value: String, weight: usize) {
        let known = self.by_number.entry(number).or_default();
        match known.iter_mut().find(|one| one.0 == value) {
            Some(one) => one.1 += weight,
            None => known.push((value, weight)),
        }
    }

    /// Of values for which the same speaks, the first that no other placeholder of the type has.
    fn chosen(&self, wanted: &[&Open]) -> BTreeMap<usize, String> {
        let mut chosen: BTreeMap<usize, String> = BTreeMap::new();
        let mut taken: BTreeSet<(&str, &str)> = BTreeSet::new();
        for open in wanted {
            let candidates = self
                .by_number
                .get(&open.number)
                .map_or(&[][..], Vec::as_slice);
            let most = candidates.iter().map(|one| one.1).max();
            let best = || candidates.iter().filter(|one| Some(one.1) == most);
            let kind = open.placeholder.kind.id;
            let free = best().find(|one| !taken.contains(&(kind, one.0.as_str())));
            if let Some((value, _)) = free.or_else(|| best().next()) {
                taken.insert((kind, value));
                chosen.insert(open.number, value.clone());
            }
        }
        chosen
    }
}

/// The neutral values that are left in two filled texts, and how their stand-ins are written.
pub(super) struct StandIns(Vec<(String, String)>);

impl StandIns {
    /// The text with the stand-ins in the place of their neutral values.
    pub fn put_back(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (neutral, written) in &self.0 {
            if text.contains(neutral.as_str()) {
                text = text.replace(neutral.as_str(), written);
            }
        }
        text
    }
}

impl Bound {
    pub fn mine_filled(&self) -> &Filling {
        &self.mine
    }

    pub fn theirs_filled(&self) -> &Filling {
        &self.theirs
    }

    pub fn stand_ins(&self) -> StandIns {
        let open = self.mine.open.iter().chain(&self.theirs.open);
        let mut pairs: Vec<(String, String)> = open
            .filter_map(|open| {
                Some((
                    open.neutral.clone(),
                    open.placeholder.written.first()?.clone(),
                ))
            })
            .collect();
        // A longer one may hold a shorter one.
        pairs.sort_by_key(|(neutral, _)| std::cmp::Reverse(neutral.len()));
        StandIns(pairs)
    }

    /// The stand-ins of each side that the other side has nothing for, as they are written.
    pub fn unbound(&self) -> Vec<String> {
        let texts = [self.mine.tree.text(), self.theirs.tree.text()];
        let is_alone = |open: &&Open| {
            let mut texts = texts.iter();
            !texts.all(|text| text.contains(open.neutral.as_str()))
        };
        let open = self.mine.open.iter().chain(&self.theirs.open);
        let alone = open.filter(is_alone);
        alone
            .filter_map(|open| open.placeholder.written.first().cloned())
            .collect()
    }
}
