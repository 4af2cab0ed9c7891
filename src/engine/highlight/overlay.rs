//! Lays what is marked in a text over its tokens.

use super::token_runs::push_run;
use super::{Highlight, TokenClass};
use crate::engine::checks::FindingType;
use crate::engine::placeholders::PieceState;
use crate::engine::text::{Span, sort_by_key};

/// Spans that may overlap as disjoint ones in order, each with the gravest type that holds there.
pub(super) fn gravest(places: Vec<(Span, FindingType)>) -> Vec<(Span, FindingType)> {
    let starts = places.iter().map(|(span, kind)| (span.start, *kind, 1));
    let ends = places.iter().map(|(span, kind)| (span.end, *kind, -1));
    let mut borders: Vec<(usize, FindingType, isize)> = starts.chain(ends).collect();
    sort_by_key(&mut borders, |(offset, _, _)| *offset);
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
pub(super) struct Layer<T> {
    runs: std::iter::Peekable<std::vec::IntoIter<(Span, T)>>,
}

impl<T: Copy> Layer<T> {
    pub(super) fn new(runs: Vec<(Span, T)>) -> Self {
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

pub(super) fn overlay(
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
