//! The text of a view in the runs that it is drawn in.

use super::{Analysis, View};
use crate::engine::checks::FindingType;
use crate::engine::highlight::{self, Highlight, Mark};
use crate::engine::syntax;
use crate::engine::text::Span;

impl Analysis {
    /// The text of a view as runs without a gap, in order; made in linear time.
    pub fn highlights(&self, view: View) -> Vec<Highlight> {
        let (marks, findings) = (self.marks_in(view), self.finding_runs(view));
        match view {
            View::Filled if self.shown.text != *self.text() => {
                highlight::highlights(&syntax::parse(&self.shown.text), marks, findings)
            }
            _ => highlight::highlights(&self.template, marks, findings),
        }
    }

    /// Where values or stand-ins are.
    fn marks_in(&self, view: View) -> Vec<(Span, Mark)> {
        match view {
            View::Filled => self.shown.marks(),
            View::Template => highlight::marks_in_template(&self.placeholders, &self.states),
        }
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
