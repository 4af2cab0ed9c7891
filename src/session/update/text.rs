//! Editing the text on display.

use super::turn::{Arrival, Turn};
use crate::engine::analysis::View;
use crate::engine::text::{Edit, Edits};
use crate::session::message::{RefusalTarget, Tone};
use crate::session::typing::Typing;

impl Turn {
    pub(super) fn type_into(&mut self, shown: &Edits) {
        if let Some(edits) = self.template_edits(shown) {
            let typing = Typing::of(&edits, self.template());
            self.apply(&edits, typing);
        }
    }

    pub(super) fn paste_into(&mut self, shown: &Edits) {
        let Some(edits) = self.template_edits(shown) else {
            return;
        };
        match edits.apply(self.template()) {
            Some(text) if leaves_nothing(&edits, self.template()) => self.paste_whole(text),
            _ => drop(self.apply(&edits, None)),
        }
    }

    /// Puts `text` in the place of the active document's text.
    pub(super) fn set_text(&mut self, text: String, typing: Option<Typing>) -> bool {
        let workspace = self.state.workspace.with_text(&text);
        self.admit(Arrival {
            workspace,
            typing,
            text: &text,
            target: RefusalTarget::Text,
        })
    }

    /// Applies edits of the template.
    pub(super) fn apply(&mut self, edits: &Edits, typing: Option<Typing>) -> bool {
        let text = edits.apply(self.template());
        text.is_some_and(|text| self.set_text(text, typing))
    }

    /// The active document's text.
    fn template(&self) -> &str {
        self.state.document().map_or("", |document| &document.text)
    }

    /// Edits of the text on display as edits of the template; `None`, with a notice, where they cannot be made.
    fn template_edits(&mut self, shown: &Edits) -> Option<Edits> {
        if shown.apply(self.state.displayed()).is_none() {
            self.notify(
                Tone::Warning,
                "The text had changed meanwhile, so this edit was not made.",
            );
            return None;
        }
        if self.state.view_on_display() == View::Template {
            return Some(shown.clone());
        }
        let edits = self.edits_behind(shown);
        if edits.is_none() {
            self.notify(Tone::Info, self.change_it_in_the_field(shown));
        }
        edits
    }

    fn edits_behind(&self, shown: &Edits) -> Option<Edits> {
        let edits = shown.iter().map(|edit| self.edit_behind(edit));
        Edits::new(edits.collect::<Option<Vec<Edit>>>()?)
    }

    /// The edit of the template; it may replace values together with text round them, but never write into one.
    fn edit_behind(&self, shown: &Edit) -> Option<Edit> {
        let analysis = &self.state.analysis;
        analysis.template_edit(shown).or_else(|| {
            let mut values = analysis
                .shown()
                .map
                .replacements()
                .iter()
                .filter(|value| value.to.overlaps(shown.span));
            let goes_beyond =
                values.all(|value| shown.span.covers(value.to) && shown.span != value.to);
            goes_beyond.then(|| Edit::replace(analysis.to_template(shown.span), shown.text.clone()))
        })
    }

    fn change_it_in_the_field(&self, shown: &Edits) -> String {
        let analysis = &self.state.analysis;
        let touched = |edit: &Edit| {
            analysis
                .shown()
                .pieces
                .iter()
                .find(|piece| piece.to.overlaps(edit.span))
        };
        let piece = shown.iter().find_map(touched);
        let placeholder = piece.and_then(|piece| analysis.placeholders().get(piece.placeholder));
        match placeholder {
            Some(placeholder) => format!(
                "This is a value: change it in the field `{}`.",
                placeholder.label
            ),
            None => "This is a value: change it in its field.".to_owned(),
        }
    }
}

/// Whether nothing of the text stays but blanks.
fn leaves_nothing(edits: &Edits, text: &str) -> bool {
    let deleted = edits.iter().map(|edit| Edit::delete(edit.span)).collect();
    let kept = Edits::new(deleted).and_then(|deleted| deleted.apply(text));
    kept.is_some_and(|kept| kept.trim().is_empty())
}
