//! What a person does, and what the page reports back.

use super::{AcceptAction, CompareAction, CopyKind, LayoutAction, PasteAction};
use crate::engine::analysis::View;
use crate::engine::policy::{Attachment, KindChoice};
use crate::engine::text::Edits;

/// One thing that happened, to be given to [`super::update`].
///
/// Text in an action may hold a credential, so an action is never kept, shown or logged.
#[derive(Clone, PartialEq)]
pub enum Action {
    /// The template file was fetched: its JSON text.
    GalleryLoaded(String),
    /// The template file could not be fetched: why, as a sentence.
    GalleryFailed(String),
    /// The AWS service reference was fetched.
    ReferenceLoaded {
        /// The unpacked content of its file.
        content: Vec<u8>,
        /// The unpacked content of the file of AWS managed policies, where it came as well.
        managed_policies: Option<Vec<u8>>,
    },
    /// The AWS service reference could not be fetched: why, as a sentence.
    ReferenceFailed(String),
    /// The words to search templates for.
    SearchGallery(String),
    /// The template with this id is opened.
    ChooseTemplate(String),
    /// The policies of the set with this id are opened.
    ChooseSet(String),
    /// To the start page; the documents stay.
    ShowGallery,
    /// Back to the documents.
    ShowEditor,
    /// An empty document is opened.
    NewDocument,
    /// The document with this id goes on display.
    ShowDocument(u32),
    /// The document with this id goes on display, and the field of the placeholder with this name takes the focus.
    ShowField {
        /// The document's id.
        document: u32,
        /// The placeholder's name.
        name: String,
    },
    /// The document with this id is closed.
    CloseDocument(u32),
    /// The document with this id gets a name; a blank one is ignored.
    RenameDocument {
        /// The document's id.
        id: u32,
        /// What it is to be called.
        name: String,
    },
    /// The template with this id is opened beside the others, as one that completes the active document.
    AddPartner(String),
    /// Text pasted or typed on the start page, or dropped; it is opened.
    OpenText {
        /// What the document is called; `None` derives a name.
        name: Option<String>,
        /// The text as it came.
        text: String,
    },
    /// A file is opened.
    OpenBytes {
        /// The name of the file.
        name: String,
        /// Its content, in any encoding that can be told.
        bytes: Vec<u8>,
    },
    /// The whole text of the active document is written anew.
    LayOut(LayoutAction),
    /// Something about the text that the active document was pasted as.
    Paste(PasteAction),
    /// A file could not be read: why, as sentences.
    OpenFailed(String),
    /// Typing in the policy: edits of the text on display ([`super::State::displayed`]).
    EditShown(Edits),
    /// A paste into the policy: as [`Action::EditShown`], and a history step of its own.
    PasteInto(Edits),
    /// The content of a field, at every key.
    SetValue {
        /// The placeholder's name.
        name: String,
        /// What the field holds, as typed.
        value: String,
    },
    /// The field was left: further typing in it is a new history step.
    FinishValue,
    /// The partition for the whole workspace, by its id; one that does not exist is ignored.
    SetPartition(String),
    /// The kind of the active document.
    SetKind(KindChoice),
    /// Where the active document goes.
    SetAttachment(Attachment),
    /// Which text is on display.
    SetView(View),
    /// Applies a fix of a finding.
    ApplyFix {
        /// The finding's place in [`crate::engine::analysis::Analysis::findings`], from 0.
        finding: usize,
        /// The fix's place in the finding, from 0.
        fix: usize,
    },
    /// Applies every repair.
    FixAll,
    /// Something about the findings that are accepted.
    Accepting(AcceptAction),
    /// Something about the comparison of the active policy with another one.
    Compare(CompareAction),
    /// Selects one of a finding's places.
    GoToPlace {
        /// The finding's place among the findings, from 0.
        finding: usize,
        /// The place's number among the finding's locations, from 0.
        place: usize,
    },
    /// Selects the next use of the placeholder with this number, from 0; after the last one comes the first again.
    GoToPlaceholder(usize),
    /// Copies the filled policy.
    CopyPolicy,
    /// Copies the text with its stand-ins.
    CopyTemplate,
    /// Copies who may do what.
    CopySummary,
    /// Saves the filled policy as a file.
    Download,
    /// The clipboard took the text.
    CopyDone(CopyKind),
    /// The clipboard refused the text.
    CopyRefused,
    /// One step back in the history.
    Undo,
    /// One step forward in the history.
    Redo,
    /// Takes in the refused text without its secret.
    PasteWithSecretCut,
    /// Keeps what was there before the refused text.
    DismissRefusal,
    /// Takes the notice away.
    DismissNotice,
    /// Shows where to paste the policy, or takes that away.
    ShowPastingSteps(bool),
    /// Checks a text that is too large to be checked at every key.
    CheckNow,
    /// The text editor is there.
    EditorReady,
    /// The page can make no request any more.
    Sealed,
}

impl Action {
    /// Whether what is typed next begins a history step of its own.
    pub(super) fn ends_typing(&self) -> bool {
        let is_typing = matches!(
            self,
            Action::EditShown(_)
                | Action::SetValue { .. }
                | Action::Accepting(AcceptAction::SetReason(_))
                | Action::Compare(CompareAction::SetText(_))
        );
        !is_typing && !self.is_news()
    }

    /// Whether the last notice is out of date with this action.
    pub(super) fn answers_notice(&self) -> bool {
        !self.is_news() && !matches!(self, Action::FinishValue)
    }

    /// Whether the page reports something by itself.
    fn is_news(&self) -> bool {
        matches!(
            self,
            Action::GalleryLoaded(_)
                | Action::GalleryFailed(_)
                | Action::ReferenceLoaded { .. }
                | Action::ReferenceFailed(_)
                | Action::EditorReady
                | Action::Sealed
                | Action::CopyDone(_)
                | Action::CopyRefused
        )
    }
}
