//! The stand-ins, sample values and vendors' accounts of a document, one by one.

use std::collections::BTreeMap;
use std::ops::Range;

use super::bare_word::{self, BareWord};
use super::decision::Decisions;
use super::name::snake_case;
use super::place::{Freedom, Place};
use super::placeholder::{Use, UsePosition};
use super::scan::{Atom, scan};
use super::slots::{self, Context, Contexts, Slot, Slots, is_plain_name, slots};
use super::types::{self, ACCOUNT_ID_DIGITS};
use super::vendor::{self, Owner};
use super::{intrinsic, sample, words};
use crate::engine::syntax::{NodeId, NodeKind, Tree};
use crate::engine::text::Span;

/// One stand-in, or one value that is asked about.
pub(super) struct Found<'t> {
    pub location: Use,
    /// The stand-in with its brackets.
    pub written: &'t str,
    /// The typed place that it fills, if it fills one.
    pub place: Option<Place>,
    pub form: Form,
    /// Whose way of writing it is, where that is worth saying.
    pub whose: Option<&'static str>,
}

/// How a stand-in shows.
pub(super) enum Form {
    /// By brackets or a sign round its name, by itself, or because somebody said so; the name is in lower snake case.
    Named(String),
    /// By standing in a typed place.
    Bare(Place, BareWord),
    /// As a gap without a name.
    Gap,
    /// As a value of the documentation's samples.
    Sample(Place),
    /// As the account of a vendor.
    Vendor(&'static Owner),
}

impl Found<'_> {
    /// What the reader should know about how it is written.
    pub fn remark(&self) -> Option<String> {
        let written = self.written;
        match self.form {
            Form::Bare(Place::Account, BareWord::Run(signs)) if signs != ACCOUNT_ID_DIGITS => {
                Some(format!(
                    "`{written}` has {signs} characters, where an account ID has {ACCOUNT_ID_DIGITS} digits."
                ))
            }
            Form::Sample(_) if sample::is_hidden_account(written) => Some(format!(
                "`{written}` may be an account ID that somebody covered up. AWS takes each `*` for any characters, so that every account fits."
            )),
            Form::Sample(_) => Some(format!(
                "`{written}` is a sample value of AWS's documentation. Enter yours, or leave it if it is meant."
            )),
            _ => None,
        }
    }
}

/// Everything of the kind in the document, in the order of the text.
pub(super) fn find_all<'t>(tree: &'t Tree, decisions: &Decisions) -> Vec<Found<'t>> {
    let nodes = tree
        .root()
        .into_iter()
        .flat_map(|root| std::iter::once(root).chain(tree.descendants(root)));
    let mut all = Vec::new();
    // The end of the last function of CloudFormation, which is one stand-in with all that is in it.
    let mut done = 0;
    let mut contexts = Contexts::new(tree);
    for node in nodes {
        let span = tree.span(node);
        if span.start < done {
            continue;
        }
        if let Some(function) = of_function(tree, node) {
            done = span.end;
            all.extend(Some(function).filter(|one| !decisions.is_kept(one.written)));
        } else if matches!(tree.kind(node), NodeKind::String | NodeKind::Bare) {
            let text = tree.content_span(node).text(tree.text());
            let context = contexts.of(node);
            let is_string = tree.kind(node) == NodeKind::String;
            if !(is_string && decisions.mark_nothing() && is_plain_name(context, text)) {
                all.extend(Finder::new(tree, node, text, context).find(decisions));
            }
        }
    }
    all
}

/// A function of CloudFormation in the place of a value.
fn of_function(tree: &Tree, node: NodeId) -> Option<Found<'_>> {
    let function = intrinsic::read(tree, node)?;
    let name = snake_case(&function.name);
    Some(Found {
        location: Use {
            span: tree.span(node),
            node,
            position: UsePosition::Bare,
        },
        written: tree.raw(node),
        place: slots::place_of_value(tree, node),
        form: match name.is_empty() {
            true => Form::Gap,
            false => Form::Named(name),
        },
        whose: Some(function.whose),
    })
}

/// Looks through the text of one node.
struct Finder<'t> {
    tree: &'t Tree,
    node: NodeId,
    text: &'t str,
    atoms: Vec<Atom<'t>>,
    slots: Slots,
    /// The parts of the text that can have no capitals.
    small_letters: Vec<Range<usize>>,
    /// By their starts, each with its end; no two overlap.
    found: BTreeMap<usize, (usize, Found<'t>)>,
}

impl<'t> Finder<'t> {
    fn new(tree: &'t Tree, node: NodeId, text: &'t str, context: Context) -> Self {
        let atoms = scan(text);
        let slots = slots(context, text, &atoms);
        let small = slots
            .slots
            .iter()
            .filter(|slot| slot.place.freedom() == Freedom::SmallLetters);
        Finder {
            small_letters: small.map(|slot| slot.range.clone()).collect(),
            found: BTreeMap::new(),
            slots,
            tree,
            node,
            text,
            atoms,
        }
    }

    fn find(mut self, decisions: &Decisions) -> Vec<Found<'t>> {
        let marked = decisions.marked_in(self.text);
        for (range, name) in marked {
            self.add(range, None, Form::Named(name), None);
        }
        self.find_atoms();
        self.find_in_slots();
        if self.slots.is_value {
            self.find_embedded();
        }
        if self.tree.kind(self.node) == NodeKind::Bare {
            self.find_unquoted();
        }
        let found = self.found.into_values().map(|(_, one)| one);
        found
            .filter(|one| !decisions.is_kept(one.written))
            .collect()
    }

    /// Adds one, unless another was found at that place.
    fn add(
        &mut self,
        range: Range<usize>,
        place: Option<Place>,
        form: Form,
        whose: Option<&'static str>,
    ) {
        let before = self.found.range(..range.end).next_back();
        let is_taken = before.is_some_and(|(_, (end, _))| *end > range.start);
        let Some(written) = self.text.get(range.clone()).filter(|_| !is_taken) else {
            return;
        };
        let one = Found {
            location: self.use_at(&range),
            written,
            place,
            form,
            whose,
        };
        self.found.insert(range.start, (range.end, one));
    }

    fn find_atoms(&mut self) {
        let stand_ins: Vec<_> = self
            .atoms
            .iter()
            .filter_map(|atom| Some((atom.range.clone(), atom.stand_in?)))
            .collect();
        for (range, stand_in) in stand_ins {
            let place = self.place_at(&range);
            let name = snake_case(stand_in.name);
            let form = match name.is_empty() {
                true if stand_in.name.is_empty() => Form::Gap,
                true => continue,
                false => Form::Named(name),
            };
            self.add(range, place, form, stand_in.whose);
        }
    }

    /// The typed place that a range fills to the last byte; of several the narrowest.
    fn place_at(&self, range: &Range<usize>) -> Option<Place> {
        let slots = &self.slots.slots;
        let first = slots.partition_point(|slot| slot.range.start < range.start);
        let here = slots.iter().skip(first);
        let here = here.take_while(|slot| slot.range.start == range.start);
        let exact = here.filter(|slot| slot.range == *range);
        exact.last().map(|slot| slot.place)
    }

    fn find_in_slots(&mut self) {
        for slot in self.slots.slots.clone() {
            let Some(text) = self.text.get(slot.range.clone()) else {
                continue;
            };
            if self.holds_atom(&slot.range) {
                continue;
            }
            if let Some((place, form)) = in_slot(&slot, text) {
                self.add(slot.range, Some(place), form, None);
            }
        }
    }

    fn holds_atom(&self, range: &Range<usize>) -> bool {
        let next = self
            .atoms
            .partition_point(|atom| atom.range.end <= range.start);
        let atom = self.atoms.get(next);
        atom.is_some_and(|atom| atom.range.start < range.end)
    }

    /// Words in the middle of a value: `ACCOUNT_ID` and sample accounts in the names of buckets and the like.
    fn find_embedded(&mut self) {
        for range in words::words(self.text) {
            let word = self.text.get(range.clone()).unwrap_or_default();
            if self.holds_atom(&range) {
                continue;
            }
            if sample::is_account(word) {
                self.add(range, None, Form::Sample(Place::Account), None);
            } else if bare_word::is_embedded(word, self.is_in_small_letters(&range)) {
                let form = match word.bytes().all(|byte| byte == b'X') {
                    true => run_in_text(word),
                    false => Form::Named(snake_case(word)),
                };
                self.add(range, None, form, None);
            }
        }
    }

    /// Whether a range is part of a name that can have no capitals.
    fn is_in_small_letters(&self, range: &Range<usize>) -> bool {
        self.small_letters
            .iter()
            .any(|part| part.start <= range.start && range.end <= part.end)
    }

    /// A whole value without quotes, which can be nothing else where it reads like a stand-in.
    fn find_unquoted(&mut self) {
        let range = 0..self.text.len();
        let is_key = self.use_at(&range).position == UsePosition::Key;
        if !is_key && bare_word::read(Place::Arn, self.text).is_some() {
            let name = snake_case(self.text);
            self.add(range, None, Form::Named(name), None);
        }
    }

    fn use_at(&self, range: &Range<usize>) -> Use {
        let start = self.tree.content_span(self.node).start;
        Use {
            span: Span::new(start + range.start, start + range.end),
            node: self.node,
            position: self.position(range),
        }
    }

    fn position(&self, range: &Range<usize>) -> UsePosition {
        let tree = self.tree;
        let parent = tree.parent(self.node);
        let member = parent.and_then(|parent| tree.as_member(parent));
        if member.is_some_and(|member| member.key == self.node) {
            UsePosition::Key
        } else if *range != (0..self.text.len()) {
            UsePosition::InString
        } else if tree.kind(self.node) == NodeKind::Bare {
            UsePosition::Bare
        } else {
            UsePosition::WholeString
        }
    }
}

/// What the whole text of a typed place is, where it is more than a value; samples come first.
fn in_slot(slot: &Slot, text: &str) -> Option<(Place, Form)> {
    let place = match slot.place {
        Place::Principal if is_account_like(text) => Place::Account,
        place => place,
    };
    if sample::is_sample(place, text) {
        return Some((place, Form::Sample(place)));
    }
    if let Some(owner) = vendor::owner_of(text).filter(|_| place == Place::Account) {
        return Some((place, Form::Vendor(owner)));
    }
    let word = bare_word::read(slot.place, text).or_else(|| bare_word::read(place, text))?;
    let says_its_name = matches!(
        place,
        Place::Resource | Place::Text | Place::ObjectPrefix | Place::Arn
    );
    Some(match word {
        BareWord::Word if says_its_name => (place, Form::Named(snake_case(text))),
        word => (place, Form::Bare(place, word)),
    })
}

/// Whether a text under `AWS` in a principal is meant for an account.
fn is_account_like(text: &str) -> bool {
    let is_run = matches!(
        bare_word::read(Place::Principal, text),
        Some(BareWord::Run(_))
    );
    let is_number = text
        .bytes()
        .all(|byte| byte.is_ascii_digit() || matches!(byte, b'*' | b'-'));
    let speaks_of_one = types::type_for_name(&snake_case(text)).id == "account-id";
    is_run || text.len() >= ACCOUNT_ID_DIGITS && is_number || speaks_of_one
}

/// A run of X in the middle of a value; one as long as an account ID, or nearly, stands for one.
fn run_in_text(word: &str) -> Form {
    let is_account = (ACCOUNT_ID_DIGITS - 1..=ACCOUNT_ID_DIGITS + 1).contains(&word.len());
    let place = match is_account {
        true => Place::Account,
        false => Place::Text,
    };
    Form::Bare(place, BareWord::Run(word.len()))
}
