//! Opening a policy, which takes the place of the active one, and moving between the two screens.

use super::refusal::is_harmless;
use super::turn::{Arrival, Turn};
use crate::engine::acceptance::is_accepted_findings;
use crate::engine::syntax::{self, SyntaxError, SyntaxErrorKind};
use crate::engine::text::Span;
use crate::session::document::name_of_file;
use crate::session::message::{RefusalTarget, Tone};
use crate::session::state::Screen;
use crate::session::workspace::UNTITLED;
use crate::session::{Document, Effect};

/// What a pasted document is called.
const PASTED: &str = "Pasted policy";

impl Turn {
    pub(super) fn show_gallery(&mut self) {
        self.state.screen = Screen::Start;
    }

    pub(super) fn show_editor(&mut self) {
        if self.state.document().is_some() {
            self.state.screen = Screen::Editor;
        }
    }

    pub(super) fn new_document(&mut self) {
        if self.open(UNTITLED.to_owned(), "") {
            self.ask(Effect::FocusEditor);
        }
    }

    pub(super) fn open_text(&mut self, name: Option<String>, text: String) {
        if is_accepted_findings(&text) {
            return self.open_accepted(name, &text);
        }
        let name = name.filter(|name| is_harmless(name) && !name.trim().is_empty());
        if self.open(name.unwrap_or_else(|| PASTED.to_owned()), &text) {
            self.ask(Effect::FocusEditor);
            self.go_on_typing(&text);
        }
    }

    pub(super) fn open_bytes(&mut self, file_name: &str, bytes: &[u8]) {
        let decoded = syntax::decode(bytes);
        let no_text = |error: &&SyntaxError| error.kind == SyntaxErrorKind::NotText;
        if let Some(error) = decoded.errors.iter().find(no_text) {
            return self.say_how_it_was_read(error);
        }
        self.open_text(Some(name_of_file(file_name)), decoded.text);
        let assumed = decoded
            .errors
            .first()
            .filter(|_| self.state.refusal.is_none());
        if let Some(error) = assumed {
            self.say_how_it_was_read(error);
        }
    }

    fn say_how_it_was_read(&mut self, error: &SyntaxError) {
        let SyntaxError {
            message, why, help, ..
        } = error;
        self.notify(Tone::Warning, format!("{message} {why} {help}"));
    }

    /// A first character typed on the start page is followed by the next ones.
    fn go_on_typing(&mut self, text: &str) {
        if text.chars().count() == 1 {
            self.ask(Effect::SelectInEditor(Span::at(text.len())));
        }
    }

    /// Puts a document of which only name and text are known in the place of the active one.
    fn open(&mut self, name: String, text: &str) -> bool {
        self.open_document(Document::new(self.state.workspace.free_id(), name, text))
    }

    /// Puts a document in the place of the active one; says whether it was let in.
    pub(super) fn open_document(&mut self, document: Document) -> bool {
        let replaced = self.work_to_replace();
        let (name, text) = (document.name.clone(), document.text.clone());
        let opened = self.admit(Arrival {
            workspace: self.state.workspace.with_opened(document),
            typing: None,
            text: &text,
            target: RefusalTarget::Document {
                name: Some(name.clone()),
            },
        });
        if let Some(former) = replaced.filter(|_| opened) {
            let former = match former == name {
                true => "the one before".to_owned(),
                false => format!("`{former}`"),
            };
            let notice = format!("`{name}` took the place of {former}. Undo brings it back.");
            self.notify(Tone::Info, notice);
        }
        opened
    }

    /// The name of the active document, where it holds work that was not copied.
    fn work_to_replace(&self) -> Option<String> {
        let document = self.state.document().filter(|_| self.state.uncopied)?;
        (!document.text.trim().is_empty()).then(|| document.name.clone())
    }
}
