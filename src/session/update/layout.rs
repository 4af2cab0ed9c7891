//! Writing the whole text anew without changing what it permits.

use super::turn::Turn;
use crate::engine::fitting::Sids;
use crate::engine::syntax::{Style, format, parse};
use crate::session::message::Tone;
use crate::session::{FittingReport, LayoutAction};

/// How the page lays out a policy.
pub(super) const LAYOUT: Style = Style::Indented(4);

impl Turn {
    pub(super) fn lay_out(&mut self, action: LayoutAction) {
        match action {
            LayoutAction::Format => self.write_anew(LAYOUT, "Laid out anew"),
            LayoutAction::Minify => self.write_anew(Style::Minified, "Put on one line"),
            LayoutAction::MakeItFit(sids) => self.make_it_fit(sids),
            LayoutAction::CloseReport => self.state.fitting = None,
        }
    }

    fn write_anew(&mut self, style: Style, done: &str) {
        let Some(document) = self
            .state
            .document()
            .filter(|document| !document.is_blank())
        else {
            return self.notify(Tone::Info, "There is no policy here yet.");
        };
        match format(&parse(&document.text), style) {
            None => self.notify(
                Tone::Warning,
                "This text has errors of syntax or stand-ins without quotes, so it is left as it is. Repair or fill them first.",
            ),
            Some(text) if *text == *document.text => {
                self.notify(Tone::Info, "It is written like this already.");
            }
            Some(text) => {
                if self.set_text(text, None) {
                    self.notify(Tone::Success, format!("{done}. Only blanks and line breaks changed."));
                }
            }
        }
    }

    fn make_it_fit(&mut self, sids: Sids) {
        if self.state.unchecked {
            self.check_now();
        }
        let analysis = self.state.analysis.clone();
        let attachment = self.state.attachment();
        let quota = attachment.and_then(|attachment| attachment.quota());
        let (Some(attachment), Some(quota)) = (attachment, quota) else {
            return self.notify(Tone::Info, "AWS names no limit for this place.");
        };
        let fitted = analysis.made_to_fit(attachment, sids);
        let (Some(fitted), Some(before)) = (fitted, analysis.size(attachment)) else {
            return self.notify(
                Tone::Warning,
                "This text has errors of syntax or stand-ins without quotes, so it cannot be made smaller. Repair or fill them first.",
            );
        };
        let report = FittingReport::new(before.used, &fitted, &quota, sids);
        if fitted.steps.is_empty() || self.set_text(fitted.text, None) {
            self.announce(&report.summary);
            self.state.fitting = Some(report);
        }
    }
}
