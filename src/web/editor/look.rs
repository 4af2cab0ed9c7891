//! How each run of the text looks: the class names of `styles/policy_text.css`.

use crate::engine::analysis::{Analysis, View};
use crate::engine::checks::FindingType;
use crate::engine::highlight::{Highlight, TokenClass};
use crate::engine::placeholders::{Class, PieceState, Placeholder};
use crate::engine::text::Span;

/// The text of a view in runs of one look each, in order and without a gap.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The class names that occur, each a list for the attribute `class`; empty for plain text.
    pub names: Vec<String>,
    /// The runs, each with the index of its class names.
    pub runs: Vec<(Span, usize)>,
}

/// What the class names of a run are made of.
type Traits = (TokenClass, Option<&'static str>, Option<FindingType>);

impl Look {
    /// Reads the looks off an analysis.
    pub fn of(analysis: &Analysis, view: View) -> Self {
        Self::of_runs(analysis.highlights(view), analysis.placeholders())
    }

    /// The looks of runs in which these placeholders are marked.
    pub fn of_runs(highlights: Vec<Highlight>, placeholders: &[Placeholder]) -> Self {
        let mut look = Look::default();
        let mut seen: Vec<Traits> = Vec::new();
        for highlight in highlights {
            let traits = traits_of(&highlight, placeholders);
            let known = seen.iter().position(|one| *one == traits);
            let index = known.unwrap_or_else(|| {
                seen.push(traits);
                look.names.push(class_names(traits));
                look.names.len() - 1
            });
            look.push(highlight.span, index);
        }
        look
    }

    fn push(&mut self, span: Span, index: usize) {
        match self.runs.last_mut() {
            Some((last, same)) if *same == index && last.end == span.start => last.end = span.end,
            _ => self.runs.push((span, index)),
        }
    }
}

fn traits_of(highlight: &Highlight, placeholders: &[Placeholder]) -> Traits {
    let mark = highlight.placeholder.and_then(|(index, state)| {
        let class = placeholders.get(index)?.class;
        mark_name(class, state)
    });
    (highlight.class, mark, highlight.finding)
}

fn class_names((token, mark, finding): Traits) -> String {
    let names = [token_name(token), mark, finding.map(finding_name)];
    names.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn token_name(class: TokenClass) -> Option<&'static str> {
    match class {
        TokenClass::Key => Some("token-key"),
        TokenClass::String => Some("token-string"),
        TokenClass::PolicyVariable => Some("token-variable"),
        TokenClass::Number => Some("token-number"),
        TokenClass::Literal => Some("token-literal"),
        TokenClass::Punctuation => Some("token-punctuation"),
        TokenClass::Comment => Some("token-comment"),
        TokenClass::Bare => Some("token-bare"),
        TokenClass::WhiteSpace => None,
    }
}

/// A sample value or a vendor's account may stay as it is, so it is marked only once another value is there.
fn mark_name(class: Class, state: PieceState) -> Option<&'static str> {
    match (class, state) {
        (_, PieceState::Filled) => Some("placeholder-filled"),
        (_, PieceState::Invalid) => Some("placeholder-invalid"),
        (Class::Placeholder, PieceState::Unfilled) => Some("placeholder-open"),
        (Class::Sample | Class::Vendor, PieceState::Unfilled) => None,
    }
}

fn finding_name(finding: FindingType) -> &'static str {
    match finding {
        FindingType::Error => "finding finding-error",
        FindingType::SecurityWarning => "finding finding-security",
        FindingType::Warning => "finding finding-warning",
        FindingType::Suggestion => "finding finding-suggestion",
    }
}
