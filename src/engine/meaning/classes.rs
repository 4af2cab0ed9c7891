//! The classes of texts that a list of patterns can tell apart.
//!
//! All patterns are followed at once, character by character.
//! Wherever a text may end, the patterns that have been matched there are a class: some text is matched by them and no others.
//! For patterns without wildcards that is their tree of common beginnings, and little work.
//! Patterns with many inner wildcards can have very many classes, so the work is limited.

use std::collections::{BTreeMap, BTreeSet};

use super::budget::Budget;
use super::glob::{Glob, Symbol, Token};

/// Which texts there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    /// Every text.
    Any,
    /// A service prefix and a name, neither of them empty, with the only colon in between.
    Actions,
}

/// The sets of patterns, by ascending number, that are matched by one text and no other pattern is.
///
/// `None` when it takes too much work.
pub(super) fn classes(
    globs: &[Glob],
    words: Words,
    budget: &mut Budget,
) -> Option<BTreeSet<Vec<usize>>> {
    let walk = Walk::new(globs, words);
    let mut found = BTreeSet::new();
    let start = walk.start();
    let mut seen = BTreeSet::from([start.clone()]);
    let mut waiting = vec![start];
    while let Some(state) = waiting.pop() {
        budget.spend(state.places.len() + 1)?;
        if state.progress.is_word() {
            found.insert(walk.matched(&state));
        }
        if walk.conclude(&state, &mut found) {
            continue;
        }
        for next in walk.successors(&state) {
            budget.spend(next.places.len() + 1)?;
            if seen.insert(next.clone()) {
                waiting.push(next);
            }
        }
    }
    Some(found)
}

/// How far a text has come towards being an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Progress {
    /// Any text will do.
    Free,
    Start,
    Service,
    Colon,
    Name,
}

impl Progress {
    /// Where the next symbol leads; `None` where no action goes on like this.
    fn after(self, symbol: Symbol) -> Option<Self> {
        let is_colon = symbol == Symbol::Char(':');
        match self {
            Self::Free => Some(Self::Free),
            Self::Start | Self::Service if !is_colon => Some(Self::Service),
            Self::Service => Some(Self::Colon),
            Self::Colon | Self::Name if !is_colon => Some(Self::Name),
            Self::Start | Self::Colon | Self::Name => None,
        }
    }

    fn is_word(self) -> bool {
        matches!(self, Self::Free | Self::Name)
    }
}

/// The places in all patterns that a beginning of a text has come to, ascending.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    progress: Progress,
    places: Vec<usize>,
}

/// A token, or the end of a pattern, and the number of its pattern.
#[derive(Clone, Copy, Debug)]
struct Place {
    token: Option<Token>,
    glob: usize,
}

struct Walk {
    /// All patterns one after the other, each with its end.
    places: Vec<Place>,
    starts: Vec<usize>,
    start: Progress,
    /// Symbols that always have to be looked at.
    colon: Option<Symbol>,
}

impl Walk {
    fn new(globs: &[Glob], words: Words) -> Self {
        let mut places = Vec::new();
        let mut starts = Vec::new();
        for (glob, pattern) in globs.iter().enumerate() {
            starts.push(places.len());
            let tokens = pattern.tokens.iter().map(|token| Some(*token));
            places.extend(tokens.chain([None]).map(|token| Place { token, glob }));
        }
        let colon_matters = words == Words::Actions
            || places
                .iter()
                .any(|place| matches!(place.token, Some(Token::OneOfField | Token::RunOfField)));
        Self {
            places,
            starts,
            start: match words {
                Words::Any => Progress::Free,
                Words::Actions => Progress::Start,
            },
            colon: colon_matters.then_some(Symbol::Char(':')),
        }
    }

    fn place(&self, at: usize) -> Place {
        let beyond = Place {
            token: None,
            glob: usize::MAX,
        };
        self.places.get(at).copied().unwrap_or(beyond)
    }

    fn start(&self) -> State {
        self.state(self.start, self.starts.iter().copied())
    }

    /// The state at these places and at those that follow from passing over a `*`.
    ///
    /// Of one pattern only the last `*` counts and what comes after it: it takes in all that earlier places could.
    fn state(&self, progress: Progress, reached: impl Iterator<Item = usize>) -> State {
        let mut places = Vec::new();
        for mut at in reached {
            places.push(at);
            while self.place(at).token.is_some_and(Token::repeats) {
                at += 1;
                places.push(at);
            }
        }
        places.sort_unstable();
        places.dedup();
        let mut overtaken = None;
        let mut kept: Vec<usize> = Vec::with_capacity(places.len());
        for at in places.into_iter().rev() {
            let place = self.place(at);
            if overtaken != Some(place.glob) {
                kept.push(at);
            }
            if place.token == Some(Token::Run) {
                overtaken = Some(place.glob);
            }
        }
        kept.reverse();
        State {
            progress,
            places: kept,
        }
    }

    /// The patterns that are matched by a text that ends here.
    fn matched(&self, state: &State) -> Vec<usize> {
        let places = state.places.iter().map(|at| self.place(*at));
        let ends = places.filter(|place| place.token.is_none());
        ends.map(|place| place.glob).collect()
    }

    /// Where every possible next symbol leads, one state for all symbols that make no difference.
    fn successors(&self, state: &State) -> Vec<State> {
        let mut literal: BTreeMap<Symbol, Vec<usize>> =
            BTreeMap::from([(Symbol::Other, Vec::new())]);
        literal.extend(self.colon.map(|colon| (colon, Vec::new())));
        let mut wild = Vec::new();
        for at in &state.places {
            match self.place(*at).token {
                Some(Token::Literal(symbol)) => literal.entry(symbol).or_default().push(at + 1),
                Some(token) => wild.push((token, if token.repeats() { *at } else { at + 1 })),
                None => {}
            }
        }
        let lead = |(symbol, targets): (Symbol, Vec<usize>)| {
            let progress = state.progress.after(symbol)?;
            let taking = wild.iter().filter(|(token, _)| token.takes(symbol));
            let reached = targets.into_iter().chain(taking.map(|(_, target)| *target));
            Some(self.state(progress, reached))
        };
        literal.into_iter().filter_map(lead).collect()
    }

    /// Finds the classes of all texts that go on from here, where that is plain to see; whether it is.
    ///
    /// It is where at most one pattern is still open and the rest of it has no wildcards.
    fn conclude(&self, state: &State, found: &mut BTreeSet<Vec<usize>>) -> bool {
        let is_open = |at: &usize| match self.place(*at).token {
            Some(Token::Run) => self.place(*at + 1).token.is_some(),
            token => token.is_some(),
        };
        let mut open = state.places.iter().copied().filter(is_open);
        let (alone, more) = (open.next(), open.next());
        if more.is_some() || alone.is_some_and(|at| !self.rest_is_literal(at)) {
            return false;
        }
        let always = self.always_matched(state);
        if let Some(glob) = alone.and_then(|at| self.completed(state.progress, at)) {
            let mut class = always.clone();
            class.push(glob);
            class.sort_unstable();
            found.insert(class);
        }
        found.insert(always);
        true
    }

    /// The patterns that match whatever comes.
    fn always_matched(&self, state: &State) -> Vec<usize> {
        let at_last_run = state.places.iter().filter(|at| {
            self.place(**at).token == Some(Token::Run) && self.place(**at + 1).token.is_none()
        });
        at_last_run.map(|at| self.place(*at).glob).collect()
    }

    fn rest(&self, at: usize) -> impl Iterator<Item = Token> {
        self.places.iter().skip(at).map_while(|place| place.token)
    }

    fn rest_is_literal(&self, at: usize) -> bool {
        self.rest(at)
            .all(|token| matches!(token, Token::Literal(_)))
    }

    /// The pattern that is matched by the text which follows it to its end, if there is such a text.
    fn completed(&self, from: Progress, at: usize) -> Option<usize> {
        let mut progress = from;
        for token in self.rest(at) {
            if let Token::Literal(symbol) = token {
                progress = progress.after(symbol)?;
            }
        }
        progress.is_word().then_some(self.place(at).glob)
    }
}
