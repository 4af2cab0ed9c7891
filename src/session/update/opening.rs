//! Opening a policy, beside those that hold work, and moving between the two screens.

use super::refusal::is_harmless;
use super::turn::{Arrival, Turn};
use crate::engine::acceptance::is_accepted_findings;
use crate::engine::syntax::{self, SyntaxError, SyntaxErrorKind};
use crate::engine::text::Span;
use crate::session::document::name_of_file;
use crate::session::message::{RefusalTarget, Tone};
use crate::session::state::Screen;
use crate::session::workspace::UNTITLED;
use crate::session::{Document, Effect, Workspace};

/// What a pasted document is called.
pub(super) const PASTED: &str = "Pasted policy";

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
        let document = self.document_for(name.as_deref().unwrap_or(PASTED), &text);
        if document.is_some_and(|document| self.open_document(document)) {
            self.ask(Effect::FocusEditor);
            self.go_on_typing(&text);
            self.say_what_was_pasted();
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

    /// Opens a document of which only name and text are known.
    fn open(&mut self, name: String, text: &str) -> bool {
        self.open_document(Document::new(self.state.workspace.free_id(), name, text))
    }

    /// Opens a document; says whether it was let in.
    ///
    /// It takes the place of a blank one, and of a template that stands alone as it was opened.
    pub(super) fn open_document(&mut self, document: Document) -> bool {
        let workspace = &self.state.workspace;
        let looked_at = self.template_only_looked_at();
        let next = match looked_at.is_some() {
            true => workspace.with_replaced(document.clone()),
            false => workspace.with_opened(document.clone()),
        };
        let opened = self.bring_in(next, &document);
        if let Some(former) = looked_at.filter(|former| opened && *former != document.name) {
            let name = &document.name;
            let notice = format!(
                "`{name}` took the place of `{former}`, which was as you opened it. Undo brings it back."
            );
            self.notify(Tone::Info, notice);
        }
        opened
    }

    /// Takes over a workspace with `document` new in it; says whether it was let in.
    pub(super) fn bring_in(&mut self, workspace: Workspace, document: &Document) -> bool {
        self.admit(Arrival {
            workspace,
            typing: None,
            text: &document.text,
            target: RefusalTarget::Document {
                name: Some(document.name.clone()),
            },
        })
    }

    /// The workspace for what is opened next, without what would give way to it.
    pub(super) fn workspace_to_fill(&self) -> Workspace {
        let workspace = &self.state.workspace;
        let gives_way = workspace
            .document()
            .filter(|active| active.is_blank() || self.template_only_looked_at().is_some());
        match gives_way {
            Some(active) => workspace.without(active.id),
            None => workspace.clone(),
        }
    }

    /// The name of the only document, where it is a template that nobody has touched.
    fn template_only_looked_at(&self) -> Option<String> {
        let [only] = self.state.workspace.documents.as_slice() else {
            return None;
        };
        let is_touched =
            self.state.is_uncopied() || !self.state.workspace.values.by_name.is_empty();
        let is_as_opened = !is_touched && self.holds_template_as_it_is(only);
        is_as_opened.then(|| only.name.clone())
    }
}
