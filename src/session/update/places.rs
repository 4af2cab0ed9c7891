//! Going to a place in the text.

use super::turn::Turn;
use crate::engine::analysis::View;
use crate::engine::placeholders::Placeholder;
use crate::engine::text::Span;
use crate::session::Effect;

/// The code of the finding that a field without a value has.
const UNFILLED: &str = "UNFILLED_PLACEHOLDER";

impl Turn {
    /// Selects a place of a finding; one of a missing value leads on to its field.
    pub(super) fn go_to_place(&mut self, finding: usize, place: usize) {
        let analysis = self.state.analysis.clone();
        let Some(finding) = analysis.findings().get(finding) else {
            return;
        };
        let Some(place) = finding.locations.get(place).map(|location| location.span) else {
            return;
        };
        self.select(place);
        let unfilled = finding.code == UNFILLED;
        if let Some(placeholder) = self.placeholder_at(place).filter(|_| unfilled) {
            let name = placeholder.name.clone();
            self.ask(Effect::FocusField(name));
        }
    }

    pub(super) fn go_to_placeholder(&mut self, number: usize) {
        if let Some(place) = self.next_use(number) {
            self.state.visited = Some(place);
            self.select(place);
        }
    }

    /// The use behind the one last gone to; after the last one, and at first, the first.
    fn next_use(&self, number: usize) -> Option<Span> {
        let uses = &self.state.analysis.placeholders().get(number)?.uses;
        let visited = uses
            .iter()
            .position(|each| Some(each.span) == self.state.visited);
        let next = visited.and_then(|visited| uses.get(visited + 1));
        next.or(uses.first()).map(|each| each.span)
    }

    fn placeholder_at(&self, place: Span) -> Option<&Placeholder> {
        let mut placeholders = self.state.analysis.placeholders().iter();
        placeholders.find(|placeholder| {
            placeholder
                .uses
                .iter()
                .any(|each| each.span.overlaps(place))
        })
    }

    /// The first placeholder that stops a copy.
    pub(super) fn first_gap(&self) -> Option<&Placeholder> {
        let analysis = &self.state.analysis;
        let first = analysis.missing().first().copied()?;
        analysis.placeholders().get(first)
    }

    /// Selects a span of the template in the text on display.
    fn select(&mut self, template: Span) {
        let span = match self.state.view_on_display() {
            View::Filled => self.state.analysis.to_shown(template),
            View::Template => template,
        };
        self.ask(Effect::SelectInEditor(span));
    }
}
