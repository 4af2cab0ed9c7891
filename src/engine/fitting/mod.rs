//! Makes a policy fit a size limit without changing what it permits.
//!
//! Each step is tried, compared with the policy as it was by `meaning`, and made only where both permit and deny the same requests for certain.
//! The gentlest steps come first, and none is made once the policy fits.
//! Knows `text`, `syntax`, `policy` and `meaning`, and nothing of findings.

mod entries;
mod merging;
mod names;
mod sameness;
mod single_entries;
mod statements;
mod white_space;

use crate::engine::policy::with_commas;
use crate::engine::syntax::{Tree, parse};
use sameness::Doing;

/// What may be done with the names of statements.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sids {
    /// They all stay, but for those of statements that are merged into others.
    Keep,
    /// Those that a generator made up may go.
    #[default]
    DropGenerated,
    /// All may go, those that people gave last.
    DropAll,
}

/// How small a policy is to become, and by which means.
pub struct Goal<'g> {
    /// The largest size that fits, in the unit of `size_of`.
    pub limit: usize,
    /// The size of a text as the quota counts it; for a text with stand-ins, of what comes of it.
    pub size_of: &'g dyn Fn(&str) -> usize,
    /// The text with a value in the place of each stand-in, the same value for the same stand-in in every text; `None` for a text whose stand-ins have become others.
    ///
    /// A text without stand-ins is its own.
    pub settled: &'g dyn Fn(&str) -> Option<String>,
    /// Whether white space counts.
    pub counts_white_space: bool,
    /// What may be done with names.
    pub sids: Sids,
}

/// A policy made smaller.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fitted {
    /// The policy.
    pub text: String,
    /// Its size, in the unit of the goal.
    pub size: usize,
    /// Whether it fits.
    pub fits: bool,
    /// What was done, in order.
    pub steps: Vec<Step>,
}

/// One thing that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What, in one sentence.
    pub what: String,
    /// The size after it.
    pub size: usize,
}

impl Fitted {
    /// What came of it, in one sentence.
    pub fn sentence(&self, limit: usize) -> String {
        let (size, limit) = (with_commas(self.size), with_commas(limit));
        match (self.fits, self.steps.is_empty()) {
            (true, true) => format!("It fits as it is: {size} of {limit}."),
            (true, false) => format!("It fits now: {size} of {limit}, and permits what it did."),
            (false, true) => format!(
                "Nothing can be left out without changing what it permits: it stays at {size} of {limit}. Split it into two policies."
            ),
            (false, false) => format!(
                "It is down to {size} of {limit}, and does not get smaller without changing what it permits. Split it into two policies."
            ),
        }
    }
}

/// What a kind of step makes of a policy, one proposal after the other, each with its sentence.
///
/// The first proposal that is accepted is the start for the next; proposals are asked for until there is none left.
type StepKind = fn(&Tree, &mut Attempts) -> Option<Proposal>;

/// A changed text and what was changed.
struct Proposal {
    text: String,
    what: String,
}

/// How often a kind of step was proposed and refused, so that it can propose something else.
#[derive(Default)]
struct Attempts {
    refused: usize,
}

/// The most proposals that are compared, so that a large policy does not keep the page waiting.
const MOST_PROPOSALS: usize = 400;

/// Makes a policy smaller until it fits; `None` where the text has an error of syntax or is no policy.
pub fn fit(text: &str, goal: &Goal) -> Option<Fitted> {
    let tree = parse(text);
    tree.root().filter(|_| tree.errors().is_empty())?;
    let mut fitting = Fitting {
        original: Both::of(&tree, goal)?,
        goal,
        text: text.to_owned(),
        size: (goal.size_of)(text),
        steps: Vec::new(),
        proposals: 0,
    };
    for kind in kinds(goal) {
        fitting.make(kind);
    }
    Some(Fitted {
        fits: fitting.fits(),
        text: fitting.text,
        size: fitting.size,
        steps: fitting.steps,
    })
}

/// The kinds of steps, the gentlest first.
fn kinds(goal: &Goal) -> Vec<StepKind> {
    let mut kinds: Vec<StepKind> = Vec::new();
    if goal.counts_white_space {
        kinds.push(white_space::remove);
    }
    kinds.extend([
        entries::drop_covered as StepKind,
        statements::drop_redundant,
        merging::merge,
        single_entries::unwrap,
    ]);
    if goal.sids != Sids::Keep {
        kinds.push(names::drop_generated);
    }
    if goal.sids == Sids::DropAll {
        kinds.push(names::drop_all);
    }
    kinds
}

/// What a policy does as it is written, and with values in the place of its stand-ins: one written `????` is no wildcard.
struct Both {
    written: Doing,
    settled: Doing,
}

impl Both {
    fn of(tree: &Tree, goal: &Goal) -> Option<Self> {
        Some(Both {
            written: Doing::of(tree),
            settled: Doing::of(&parse(&(goal.settled)(tree.text())?)),
        })
    }

    fn is_same_as(&self, other: &Both) -> bool {
        self.written.is_same_as(&other.written) && self.settled.is_same_as(&other.settled)
    }
}

struct Fitting<'g> {
    original: Both,
    goal: &'g Goal<'g>,
    text: String,
    size: usize,
    steps: Vec<Step>,
    proposals: usize,
}

impl Fitting<'_> {
    fn fits(&self) -> bool {
        self.size <= self.goal.limit
    }

    /// Makes steps of one kind until the policy fits or there is none left.
    fn make(&mut self, kind: StepKind) {
        let mut attempts = Attempts::default();
        while !self.fits() && self.proposals < MOST_PROPOSALS {
            self.proposals += 1;
            let Some(proposal) = kind(&parse(&self.text), &mut attempts) else {
                return;
            };
            if !self.accept(proposal) {
                attempts.refused += 1;
            }
        }
    }

    /// Takes a proposal that is smaller and permits the same; whether it was taken.
    fn accept(&mut self, proposal: Proposal) -> bool {
        let size = (self.goal.size_of)(&proposal.text);
        let tree = parse(&proposal.text);
        let is_sound = size < self.size && tree.errors().is_empty();
        let is_same = is_sound
            && Both::of(&tree, self.goal).is_some_and(|other| self.original.is_same_as(&other));
        if is_same {
            let Proposal { text, what } = proposal;
            self.steps.push(Step { what, size });
            (self.text, self.size) = (text, size);
        }
        is_same
    }
}
