//! The same place in the template and in the shown text.

use super::Analysis;
use crate::engine::checks::Finding;
use crate::engine::text::{Edit, Span};

/// Which of the two texts is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum View {
    /// The text with the typed values in place.
    #[default]
    Filled,
    /// The text with its stand-ins.
    Template,
}

impl Analysis {
    /// A span of the template in the shown text; one that cuts into a stand-in grows to its whole value.
    pub fn to_shown(&self, template: Span) -> Span {
        self.shown.map.forward_span(template)
    }

    /// A span of the shown text in the template; one that cuts into a value grows to the whole stand-in.
    pub fn to_template(&self, shown: Span) -> Span {
        self.shown.map.back_span(shown)
    }

    /// An edit made in the shown text as an edit of the template; `None` when it cuts into a value.
    ///
    /// A value can be deleted as a whole, with what stands round it.
    pub fn template_edit(&self, shown: &Edit) -> Option<Edit> {
        self.shown
            .map
            .back_edit(shown, self.text(), &self.shown.text)
    }

    /// Where to go in a view for a finding of this analysis: the span of its first place.
    pub fn place(&self, finding: &Finding, view: View) -> Option<Span> {
        let span = finding.locations.first()?.span;
        Some(self.in_view(span, view))
    }

    /// The text of a view.
    pub fn text_of(&self, view: View) -> &std::sync::Arc<str> {
        match view {
            View::Filled => &self.shown.text,
            View::Template => self.text(),
        }
    }

    pub(super) fn in_view(&self, template: Span, view: View) -> Span {
        match view {
            View::Filled => self.to_shown(template),
            View::Template => template,
        }
    }
}
