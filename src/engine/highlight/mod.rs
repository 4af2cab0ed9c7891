//! A text cut into runs that are drawn alike: what each is, whose value it is, what was found there.

mod overlay;
mod token_runs;

use crate::engine::checks::FindingType;
use crate::engine::placeholders::{PieceState, Placeholder, ValueState};
use crate::engine::syntax::Tree;
use crate::engine::text::{Span, sort_by_key};
use overlay::{Layer, gravest, overlay};
use token_runs::class_runs;

/// What a run of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenClass {
    /// The name of a member, quotes included.
    Key,
    /// A string, quotes included.
    String,
    /// A policy variable such as `${aws:username}` inside a string.
    PolicyVariable,
    /// A number.
    Number,
    /// `true`, `false` or `null`.
    Literal,
    /// A brace, bracket, colon or comma.
    Punctuation,
    /// Blanks, tabs and line breaks, and the invisible characters that JSON does not take for such.
    WhiteSpace,
    /// A comment, dots that stand for text left out, and text round the document.
    Comment,
    /// Text that should be in quotes.
    Bare,
}

/// A run of text that is drawn in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Highlight {
    /// Where it stands, in bytes of the text of its view; never empty.
    pub span: Span,
    /// What it is.
    pub class: TokenClass,
    /// The placeholder it belongs to, by index, and how that stands.
    pub placeholder: Option<(usize, PieceState)>,
    /// The gravest of what was found here and not accepted.
    pub finding: Option<FindingType>,
}

/// A placeholder, by index, and how it stands in a place.
pub type Mark = (usize, PieceState);

/// The text of a tree as runs without a gap, in order; made in linear time.
///
/// `marks` are disjoint; `findings` may overlap, and the gravest holds.
pub fn highlights(
    tree: &Tree,
    mut marks: Vec<(Span, Mark)>,
    findings: Vec<(Span, FindingType)>,
) -> Vec<Highlight> {
    sort_by_key(&mut marks, |(span, _)| *span);
    let findings = Layer::new(gravest(findings));
    overlay(&class_runs(tree), Layer::new(marks), findings)
}

/// The places of stand-ins in their template, each with how its value stands; `states` are those of the placeholders, in order.
pub fn marks_in_template(placeholders: &[Placeholder], states: &[ValueState]) -> Vec<(Span, Mark)> {
    let pairs = placeholders.iter().zip(states).enumerate();
    let marks = pairs.flat_map(|(index, (placeholder, state))| {
        let mark = (index, piece_state(state));
        placeholder.uses.iter().map(move |each| (each.span, mark))
    });
    marks.collect()
}

fn piece_state(state: &ValueState) -> PieceState {
    match state {
        ValueState::Unfilled => PieceState::Unfilled,
        ValueState::Valid(_) => PieceState::Filled,
        ValueState::Invalid(_) => PieceState::Invalid,
    }
}
