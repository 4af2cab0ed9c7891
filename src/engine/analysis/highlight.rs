//! A text cut into runs that are drawn alike: what each is, whose value it is, what was found there.

use super::{Analysis, View};
use crate::engine::checks::FindingType;
use crate::engine::placeholders::{PieceState, ValueState};
use crate::engine::policy;
use crate::engine::syntax::{self, Token, TokenKind, Tree};
use crate::engine::text::Span;

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

impl Analysis {
    /// The text of a view as runs without a gap, in order; made in linear time.
    pub fn highlights(&self, view: View) -> Vec<Highlight> {
        let runs = match view {
            View::Filled if self.shown.text != *self.text() => {
                class_runs(&syntax::parse(&self.shown.text))
            }
            _ => class_runs(&self.template),
        };
        let placeholders = Layer::new(self.placeholder_runs(view));
        let findings = Layer::new(gravest(self.finding_runs(view)));
        overlay(&runs, placeholders, findings)
    }

    /// Where values or stand-ins are, by place.
    fn placeholder_runs(&self, view: View) -> Vec<(Span, (usize, PieceState))> {
        let mut runs: Vec<(Span, (usize, PieceState))> = match view {
            View::Filled => self
                .shown
                .pieces
                .iter()
                .map(|piece| (piece.to, (piece.placeholder, piece.state)))
                .collect(),
            View::Template => self.stand_in_runs(),
        };
        runs.sort_by_key(|(span, _)| *span);
        runs
    }

    fn stand_in_runs(&self) -> Vec<(Span, (usize, PieceState))> {
        let placeholders = self.placeholders.iter().enumerate();
        let runs = placeholders.flat_map(|(index, placeholder)| {
            let state = piece_state(self.value_state(index));
            placeholder
                .uses
                .iter()
                .map(move |each| (each.span, (index, state)))
        });
        runs.collect()
    }

    fn finding_runs(&self, view: View) -> Vec<(Span, FindingType)> {
        let text = self.text_of(view);
        let places = self.open_findings().flat_map(|(_, finding)| {
            finding
                .locations
                .iter()
                .map(|location| (self.in_view(location.span, view), finding.finding_type))
        });
        places
            .map(|(span, finding_type)| (made_visible(span, text), finding_type))
            .collect()
    }
}

fn piece_state(state: &ValueState) -> PieceState {
    match state {
        ValueState::Unfilled => PieceState::Unfilled,
        ValueState::Valid(_) => PieceState::Filled,
        ValueState::Invalid(_) => PieceState::Invalid,
    }
}

/// An empty span takes in the character before it, so that there is something to underline;
/// one of several lines, such as a whole statement, shrinks to its first, so that not everything is.
fn made_visible(span: Span, text: &str) -> Span {
    if !span.is_empty() {
        let first = span.text(text).split(['\n', '\r']).next();
        let length = first.map_or(0, str::len);
        return if length == 0 {
            span
        } else {
            Span::new(span.start, span.start + length)
        };
    }
    let before = text
        .get(..span.start)
        .and_then(|before| before.chars().next_back());
    match before {
        Some(letter) => Span::new(span.start - letter.len_utf8(), span.start),
        None => Span::new(0, text.chars().next().map_or(0, char::len_utf8)),
    }
}

/// The tokens of a tree by class, policy variables cut out of their strings.
fn class_runs(tree: &Tree) -> Vec<(Span, TokenClass)> {
    let tokens: Vec<Token> = tree.tokens().collect();
    let mut runs = Vec::with_capacity(tokens.len());
    for (index, token) in tokens.iter().enumerate() {
        let class = class_of(token, || {
            is_key(tokens.get(index + 1..).unwrap_or_default())
        });
        if class == TokenClass::String {
            push_string(&mut runs, token.span, tree.text());
        } else {
            runs.push((token.span, class));
        }
    }
    runs
}

fn class_of(token: &Token, is_key: impl FnOnce() -> bool) -> TokenClass {
    match token.kind {
        TokenKind::OpenBrace
        | TokenKind::CloseBrace
        | TokenKind::OpenBracket
        | TokenKind::CloseBracket
        | TokenKind::Colon
        | TokenKind::Comma => TokenClass::Punctuation,
        TokenKind::String if is_key() => TokenClass::Key,
        TokenKind::String => TokenClass::String,
        TokenKind::Number => TokenClass::Number,
        TokenKind::True | TokenKind::False | TokenKind::Null => TokenClass::Literal,
        TokenKind::Bare => TokenClass::Bare,
        TokenKind::WhiteSpace | TokenKind::ForeignSpace => TokenClass::WhiteSpace,
        TokenKind::Comment | TokenKind::Elision | TokenKind::Surrounding => TokenClass::Comment,
    }
}

/// Whether a colon comes next.
fn is_key(following: &[Token]) -> bool {
    let is_space =
        |token: &&Token| matches!(token.kind, TokenKind::WhiteSpace | TokenKind::ForeignSpace);
    following
        .iter()
        .find(|token| !is_space(token))
        .is_some_and(|token| token.kind == TokenKind::Colon)
}

fn push_string(runs: &mut Vec<(Span, TokenClass)>, span: Span, text: &str) {
    let mut end = span.start;
    for variable in policy::variables(span.text(text)) {
        let variable = Span::new(span.start + variable.start, span.start + variable.end);
        push_run(runs, Span::new(end, variable.start), TokenClass::String);
        push_run(runs, variable, TokenClass::PolicyVariable);
        end = variable.end;
    }
    push_run(runs, Span::new(end, span.end), TokenClass::String);
}

fn push_run<T>(runs: &mut Vec<(Span, T)>, span: Span, value: T) {
    if !span.is_empty() {
        runs.push((span, value));
    }
}

/// Spans that may overlap as disjoint ones in order, each with the gravest type that holds there.
fn gravest(places: Vec<(Span, FindingType)>) -> Vec<(Span, FindingType)> {
    let starts = places.iter().map(|(span, kind)| (span.start, *kind, 1));
    let ends = places.iter().map(|(span, kind)| (span.end, *kind, -1));
    let mut borders: Vec<(usize, FindingType, isize)> = starts.chain(ends).collect();
    borders.sort_by_key(|(offset, _, _)| *offset);
    let mut open: [(FindingType, isize); 4] = FindingType::ALL.map(|kind| (kind, 0));
    let mut runs = Vec::new();
    let mut from = 0;
    for (offset, kind, change) in borders {
        if let Some((gravest, _)) = open.iter().find(|(_, count)| *count > 0) {
            push_run(&mut runs, Span::new(from, offset), *gravest);
        }
        open.iter_mut()
            .filter(|(one, _)| *one == kind)
            .for_each(|(_, count)| *count += change);
        from = offset;
    }
    runs
}

/// Disjoint spans in order, asked for from front to back.
struct Layer<T> {
    runs: std::iter::Peekable<std::vec::IntoIter<(Span, T)>>,
}

impl<T: Copy> Layer<T> {
    fn new(runs: Vec<(Span, T)>) -> Self {
        Layer {
            runs: runs.into_iter().peekable(),
        }
    }

    /// What holds at an offset, and where the next change is.
    fn at(&mut self, offset: usize) -> (Option<T>, usize) {
        while self.runs.next_if(|(span, _)| span.end <= offset).is_some() {}
        match self.runs.peek() {
            Some((span, value)) if span.start <= offset => (Some(*value), span.end),
            Some((span, _)) => (None, span.start),
            None => (None, usize::MAX),
        }
    }
}

fn overlay(
    classes: &[(Span, TokenClass)],
    mut placeholders: Layer<(usize, PieceState)>,
    mut findings: Layer<FindingType>,
) -> Vec<Highlight> {
    let mut highlights = Vec::with_capacity(classes.len());
    for (span, class) in classes {
        let mut start = span.start;
        while start < span.end {
            let (placeholder, until) = placeholders.at(start);
            let (finding, change) = findings.at(start);
            let end = span.end.min(until).min(change);
            let next = Highlight {
                span: Span::new(start, end),
                class: *class,
                placeholder,
                finding,
            };
            push_highlight(&mut highlights, next);
            start = end;
        }
    }
    highlights
}

/// Adds a run, or lengthens the last one where the two are drawn alike; each use of a placeholder stays a run of its own.
fn push_highlight(highlights: &mut Vec<Highlight>, next: Highlight) {
    let alike = |last: &&mut Highlight| {
        let unfilled = last.placeholder.is_none() && next.placeholder.is_none();
        unfilled && last.class == next.class && last.finding == next.finding
    };
    match highlights.last_mut().filter(alike) {
        Some(last) => last.span.end = next.span.end,
        None => highlights.push(next),
    }
}
