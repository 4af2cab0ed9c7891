//! What CodeMirror draws over the text, packed for the way there.

use super::look::Look;
use super::offsets::Positions;
use super::tooltip::in_view;
use crate::engine::analysis::{Analysis, View};
use crate::engine::checks::FindingType;
use crate::engine::placeholders::PieceState;
use crate::engine::text::Span;

/// Places as positions of [`super::offsets`], in order; `codemirror-marks.js` reads them.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The class names that runs refer to.
    pub names: Vec<String>,
    /// `[from, to, index in names]` for each run of text that is not plain.
    pub runs: Vec<u32>,
    /// `[from, to]` for each value, which the cursor passes in one step.
    pub values: Vec<u32>,
    /// `[position, severity]` for each place where something was found and not accepted; 0 is the gravest.
    pub signs: Vec<u32>,
}

impl Marks {
    /// The marks of a view's text.
    pub fn of(analysis: &Analysis, view: View) -> Self {
        let positions = Positions::new(analysis.text_of(view));
        let Look { names, runs } = Look::of(analysis, view);
        Marks {
            runs: packed_runs(&names, &runs, &positions),
            names,
            values: values(analysis, view)
                .flat_map(|span| ends(span, &positions))
                .collect(),
            signs: signs(analysis, view, &positions),
        }
    }

    /// The signs alone, for a text too large to be drawn in colours.
    pub fn signs_only(analysis: &Analysis, view: View) -> Self {
        let positions = Positions::new(analysis.text_of(view));
        Marks {
            signs: signs(analysis, view, &positions),
            ..Marks::default()
        }
    }
}

fn packed_runs(names: &[String], runs: &[(Span, usize)], positions: &Positions) -> Vec<u32> {
    let mut packed = Vec::with_capacity(3 * runs.len());
    for (span, index) in runs {
        if names.get(*index).is_some_and(|name| !name.is_empty()) {
            packed.extend(ends(*span, positions));
            packed.push(*index as u32);
        }
    }
    packed
}

/// The values typed so far, where the view shows them.
fn values(analysis: &Analysis, view: View) -> impl Iterator<Item = Span> {
    let pieces = match view {
        View::Filled => &*analysis.shown().pieces,
        View::Template => &[],
    };
    let typed = pieces
        .iter()
        .filter(|piece| piece.state != PieceState::Unfilled);
    typed.map(|piece| piece.to)
}

fn signs(analysis: &Analysis, view: View, positions: &Positions) -> Vec<u32> {
    let mut signs = Vec::new();
    if analysis.verdict().is_empty {
        return signs;
    }
    for (_, finding) in analysis.open_findings() {
        for location in &finding.locations {
            let start = in_view(analysis, view, location.span).start;
            signs.extend([
                positions.position(start) as u32,
                severity(finding.finding_type),
            ]);
        }
    }
    signs
}

fn ends(span: Span, positions: &Positions) -> [u32; 2] {
    [span.start, span.end].map(|byte| positions.position(byte) as u32)
}

/// The number of a type in the list of `codemirror-marks.js`.
fn severity(finding: FindingType) -> u32 {
    match finding {
        FindingType::Error => 0,
        FindingType::SecurityWarning => 1,
        FindingType::Warning => 2,
        FindingType::Suggestion => 3,
    }
}
