//! Carries out one action: the state it leads to, and what the page is to do.

mod accepting;
mod comparing;
mod copying;
mod documents;
mod fixes;
mod gallery;
mod layout;
mod opening;
mod pasting;
mod places;
mod reference;
mod refusal;
mod settings;
mod steps;
mod text;
mod turn;
mod values;

use super::{Action, Effect, State, Tone};
pub(super) use gallery::template_attachment;
use turn::Turn;

/// The state after `action`, and the effects for the page to carry out in order.
pub fn update(state: &State, action: Action) -> (State, Vec<Effect>) {
    let mut turn = Turn::new(state.clone());
    turn.begin(&action);
    turn.carry_out(action);
    turn.end()
}

impl Turn {
    /// What was being typed ends, and the last notice goes, where the action means that.
    fn begin(&mut self, action: &Action) {
        if action.ends_typing() {
            self.state.history.end_typing();
        }
        if action.answers_notice() {
            self.state.notice = None;
        }
    }

    fn carry_out(&mut self, action: Action) {
        match action {
            Action::GalleryLoaded(json) => self.load_gallery(&json),
            Action::GalleryFailed(reason) => self.state.gallery.failure = Some(reason),
            Action::ReferenceLoaded {
                content,
                managed_policies,
            } => self.load_reference(&content, managed_policies.as_deref()),
            Action::ReferenceFailed(reason) => self.state.reference.failure = Some(reason),
            Action::SearchGallery(query) => self.search_gallery(query),
            Action::ChooseTemplate(id) => self.choose_template(&id),
            Action::ChooseSet(id) => self.choose_set(&id),
            Action::ShowGallery => self.show_gallery(),
            Action::ShowEditor => self.show_editor(),
            Action::NewDocument => self.new_document(),
            Action::ShowDocument(id) => self.show_document(id),
            Action::ShowField { document, name } => self.show_field(document, name),
            Action::CloseDocument(id) => self.close_document(id),
            Action::RenameDocument { id, name } => self.rename_document(id, name),
            Action::AddPartner(id) => self.add_partner(&id),
            Action::OpenText { name, text } => self.open_text(name, text),
            Action::OpenBytes { name, bytes } => self.open_bytes(&name, &bytes),
            Action::LayOut(action) => self.lay_out(action),
            Action::Paste(action) => self.go_on_with_paste(action),
            Action::OpenFailed(reason) => self.notify(Tone::Warning, reason),
            Action::EditShown(edits) => self.type_into(&edits),
            Action::PasteInto(edits) => self.paste_into(&edits),
            Action::SetValue { name, value } => self.set_value(name, value),
            Action::SetPartition(id) => self.set_partition(&id),
            Action::SetKind(kind) => self.set_kind(kind),
            Action::SetAttachment(attachment) => self.set_attachment(attachment),
            Action::SetView(view) => self.state.view = view,
            Action::ApplyFix { finding, fix } => self.apply_fix(finding, fix),
            Action::FixAll => self.fix_all(),
            Action::Accepting(action) => self.go_on_accepting(action),
            Action::Compare(action) => self.go_on_comparing(action),
            Action::GoToPlace { finding, place } => self.go_to_place(finding, place),
            Action::GoToPlaceholder(placeholder) => self.go_to_placeholder(placeholder),
            Action::CopyPolicy => self.copy_policy(),
            Action::CopyTemplate => self.copy_template(),
            Action::CopySummary => self.copy_summary(),
            Action::Download => self.download(),
            Action::CopyDone(kind) => self.copy_done(kind),
            Action::CopyRefused => self.copy_refused(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::PasteWithSecretCut => self.paste_with_secret_cut(),
            Action::DismissRefusal => self.state.refusal = None,
            Action::ShowPastingSteps(shown) => self.state.shows_pasting_steps = shown,
            Action::CheckNow => self.check_now(),
            Action::EditorReady => self.state.editor_ready = true,
            Action::Sealed => self.state.sealed = true,
            Action::DismissNotice | Action::FinishValue => {}
        }
    }
}
