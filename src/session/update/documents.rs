//! The documents beside each other: showing, closing and naming them.

use super::refusal;
use super::turn::Turn;
use crate::session::message::{RefusalTarget, Tone};
use crate::session::{Document, Effect};

impl Turn {
    /// Puts a document on display; that is no step of the history.
    pub(super) fn show_document(&mut self, id: u32) {
        if self.state.workspace.find(id).is_some() {
            self.put_back(self.state.workspace.with_shown(id));
        }
    }

    pub(super) fn show_field(&mut self, document: u32, name: String) {
        self.show_document(document);
        self.ask(Effect::FocusField(name));
    }

    pub(super) fn close_document(&mut self, id: u32) {
        let Some(name) = self.state.workspace.find(id).map(|one| one.name.clone()) else {
            return;
        };
        self.change(self.state.workspace.without(id));
        self.notify(
            Tone::Info,
            format!("`{name}` is closed. Undo brings it back."),
        );
    }

    pub(super) fn rename_document(&mut self, id: u32, name: String) {
        let target = RefusalTarget::Name { document: id };
        if let Some(refusal) = refusal::of_text(&name, target) {
            self.state.refusal = Some(refusal);
            return;
        }
        let name = name.trim();
        if !name.is_empty() {
            let renamed = |document: &mut Document| document.name = name.to_owned();
            self.change(self.state.workspace.with_changed(id, renamed));
        }
    }
}
