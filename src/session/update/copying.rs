//! Copying and downloading, and what to do with the copy.

use super::turn::Turn;
use crate::engine::analysis::View;
use crate::engine::export::{self, Export, Names};
use crate::engine::summary::heading;
use crate::session::message::Tone;
use crate::session::{CopyKind, Effect};

/// The format that the console takes.
const FORMAT: &str = "json";

impl Turn {
    pub(super) fn copy_policy(&mut self) {
        if let Some(export) = self.finished_policy("Not copied yet", ", or choose Copy as template")
        {
            self.write_to_clipboard(export.text, CopyKind::Policy);
        }
    }

    pub(super) fn copy_template(&mut self) {
        match self.state.document() {
            Some(document) => {
                self.write_to_clipboard(document.text.to_string(), CopyKind::Template)
            }
            None => self.say_that_nothing_is_here(),
        }
    }

    /// Copies who may do what, with the stand-ins that are left, which it names.
    pub(super) fn copy_summary(&mut self) {
        if self.state.unchecked {
            self.check_now();
        }
        match self.state.analysis.verdict().is_empty {
            true => self.say_that_nothing_is_here(),
            false => {
                let text = self.state.analysis.summary_text();
                self.write_to_clipboard(text, CopyKind::Summary);
            }
        }
    }

    pub(super) fn download(&mut self) {
        let Some(export) = self.finished_policy("Not saved yet", "") else {
            return;
        };
        let Some(file_name) = self
            .state
            .document()
            .map(|document| document.file_name(FORMAT))
        else {
            return;
        };
        self.count_as_copied();
        self.state.shows_pasting_steps = true;
        self.say_whether_aws_takes_it("Saved");
        self.ask(Effect::Download {
            file_name,
            media_type: export.media_type.to_owned(),
            text: export.text,
        });
    }

    /// A copy of the policy is what leaving without asks about; one of the summary is not.
    pub(super) fn copy_done(&mut self, kind: CopyKind) {
        if !matches!(kind, CopyKind::Summary | CopyKind::Counterpart) {
            self.count_as_copied();
        }
        match kind {
            CopyKind::Summary => self.notify(Tone::Success, "Summary copied."),
            CopyKind::Counterpart => self.notify(
                Tone::Success,
                "Copied: the policy that yours is compared with.",
            ),
            CopyKind::Policy => {
                self.state.shows_pasting_steps = true;
                self.say_whether_aws_takes_it("Copied");
            }
            CopyKind::Template => self.notify(Tone::Success, "Copied with its stand-ins."),
        }
    }

    /// Selects what was to be copied, so that the keyboard can copy it.
    pub(super) fn copy_refused(&mut self) {
        if self.state.copying == Some(CopyKind::Summary) {
            let heading = heading(self.state.analysis.kind());
            let notice = format!(
                "The browser did not let the page copy. Select the text under {heading} instead."
            );
            return self.notify(Tone::Warning, notice);
        }
        if self.state.copying == Some(CopyKind::Counterpart) {
            let notice =
                "The browser did not let the page copy. Open Text to copy and select it there.";
            return self.notify(Tone::Warning, notice);
        }
        let is_template = self.state.copying == Some(CopyKind::Template);
        self.state.view = if is_template {
            View::Template
        } else {
            View::Filled
        };
        self.state.shows_pasting_steps = !is_template;
        if self.state.shown_plain && !is_template {
            self.notify(
                Tone::Warning,
                "The browser did not let the page copy. Choose Download instead.",
            );
            return;
        }
        self.notify(
            Tone::Warning,
            "The browser did not let the page copy. The text is selected: press Ctrl+C, or Cmd+C on a Mac.",
        );
        self.ask(Effect::SelectAllInEditor);
    }

    fn write_to_clipboard(&mut self, text: String, kind: CopyKind) {
        self.state.copying = Some(kind);
        self.ask(Effect::WriteClipboard { text, kind });
    }

    /// The policy with every value in place; `None` while one is missing, with what was not done, the field to fill in, and the other way there is.
    fn finished_policy(&mut self, not_done: &str, other_way: &str) -> Option<Export> {
        if self.state.unchecked {
            self.check_now();
        }
        if self.state.analysis.verdict().is_empty {
            self.say_that_nothing_is_here();
            return None;
        }
        if let Some(gap) = self.first_gap() {
            let (name, label) = (gap.name.clone(), gap.label.clone());
            let notice = format!("{not_done}: fill in `{label}` first{other_way}.");
            self.notify(Tone::Warning, notice);
            self.ask(Effect::FocusField(name));
            return None;
        }
        let exporter = export::find(FORMAT)?;
        let export = self
            .state
            .analysis
            .export(exporter, &Names::default(), false);
        export.ok()
    }

    fn count_as_copied(&mut self) {
        if let Some(id) = self.state.document().map(|document| document.id) {
            self.state.uncopied.remove(&id);
        }
    }

    fn say_that_nothing_is_here(&mut self) {
        self.notify(Tone::Info, "There is no policy here yet.");
    }

    fn say_whether_aws_takes_it(&mut self, done: &str) {
        let verdict = self.state.analysis.verdict();
        match verdict.is_rejected() {
            false => self.notify(Tone::Success, format!("{done}.")),
            true => self.notify(Tone::Warning, format!("{done}. {}.", verdict.sentence)),
        }
    }
}
