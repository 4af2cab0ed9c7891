//! Names for stand-ins, those without a name of their own included.

use std::collections::{BTreeMap, BTreeSet};

use super::bare_word::BareWord;
use super::found::{Form, Found};
use super::name::snake_case;
use super::place::Place;
use super::placeholder::Declaration;

/// Gives each stand-in its name.
pub(super) struct Names {
    /// The names that stand in the text.
    written: BTreeSet<String>,
    /// The names that the template declares.
    declared: BTreeSet<String>,
    /// The names given to stand-ins without one, by their place and spelling.
    given: BTreeMap<(Place, String), String>,
    /// How many names each kind of place has used up.
    counts: BTreeMap<Place, usize>,
    /// The places of stand-ins that were named so and are no sample values.
    numbered: BTreeSet<Place>,
}

impl Names {
    pub fn new(found: &[Found], declared: &[Declaration]) -> Self {
        let own_name = |one: &Found| match &one.form {
            Form::Named(name) => Some(name.clone()),
            _ => None,
        };
        let declared = declared.iter().map(|declaration| declaration.name.clone());
        Names {
            written: found.iter().filter_map(own_name).collect(),
            declared: declared.collect(),
            given: BTreeMap::new(),
            counts: BTreeMap::new(),
            numbered: BTreeSet::new(),
        }
    }

    /// The names of all, in their order.
    ///
    /// Sample values are named last, so that they take no name from what has to be filled in.
    pub fn name_all(&mut self, found: &[Found]) -> Vec<String> {
        let mut names = vec![String::new(); found.len()];
        for samples in [false, true] {
            let turn = names.iter_mut().zip(found);
            for (name, one) in turn.filter(|(_, one)| is_sample(one) == samples) {
                *name = self.name_of(one);
            }
        }
        names
    }

    fn name_of(&mut self, found: &Found) -> String {
        match &found.form {
            Form::Named(name) => name.clone(),
            Form::Bare(place, word) => {
                self.numbered.insert(*place);
                self.name_of_bare(*place, *word, found.written)
            }
            Form::Gap => {
                let place = found.place.unwrap_or(Place::Text);
                self.numbered.insert(place);
                self.name_of_bare(place, BareWord::Run(1), found.written)
            }
            Form::Sample(place) => self.name_of_bare(*place, BareWord::Run(1), found.written),
            Form::Vendor(owner) => format!("{}_account_id", snake_case(owner.name)),
        }
    }

    /// The names of the places after which stand-ins were named, none of whose numbered names stands in the text itself.
    pub fn numbered_places(&self) -> impl Iterator<Item = &'static str> {
        let names = self.numbered.iter().map(|place| place.name());
        names.filter(|place| !self.written.iter().any(|name| is_numbered(name, place)))
    }

    fn name_of_bare(&mut self, place: Place, word: BareWord, written: &str) -> String {
        let spelling = match word {
            BareWord::Run(_) => written.to_ascii_uppercase().replace('-', ""),
            BareWord::Word => snake_case(written),
        };
        if self.written.contains(&spelling) || self.declared.contains(&spelling) {
            return spelling;
        }
        if let Some(name) = self.given.get(&(place, spelling.clone())) {
            return name.clone();
        }
        let name = self.next_name(place);
        self.given.insert((place, spelling), name.clone());
        name
    }

    fn next_name(&mut self, place: Place) -> String {
        let count = self.counts.entry(place).or_default();
        loop {
            *count += 1;
            let name = match *count {
                1 => place.name().to_string(),
                number => format!("{}_{number}", place.name()),
            };
            if !self.written.contains(&name) {
                return name;
            }
        }
    }
}

fn is_sample(found: &Found) -> bool {
    matches!(found.form, Form::Sample(_))
}

/// Whether the name is that of the place with a number: `account_id_2`.
pub(super) fn is_numbered(name: &str, place: &str) -> bool {
    let number = name
        .strip_prefix(place)
        .and_then(|rest| rest.strip_prefix('_'));
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}
