//! Everything the page shows, as one value.

use super::accepting::Accepting;
use super::comparing::Comparing;
use super::history::History;
use super::message::{Notice, PastingSteps, Refusal};
use super::reading::{self, Readings};
use super::update::template_attachment;
use super::workspace::Workspace;
use super::{CopyKind, Document, FittingReport};
use crate::engine::analysis::{Analysis, View};
use crate::engine::catalog::Catalog;
use crate::engine::policy::Attachment;
use crate::engine::templates::{Gallery, Template};
use crate::engine::text::Span;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

/// A text of more bytes than this is shown plain and checked on request.
pub const LARGE_TEXT: usize = 1_000_000;

/// Which page is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Screen {
    /// The templates, and a box for a policy of one's own.
    Start,
    /// The documents.
    Editor,
}

/// The templates on offer.
#[derive(Debug, Clone, Default)]
pub struct GalleryState {
    /// `None` until they are loaded.
    pub templates: Option<Rc<Gallery>>,
    /// Why they could not be loaded, as a sentence.
    pub failure: Option<String>,
    /// The words that are searched for.
    pub query: String,
}

/// The AWS service reference, which arrives after the page.
#[derive(Debug, Clone, Default)]
pub struct ReferenceState {
    /// `None` until it is loaded; until then only syntax and grammar are checked.
    pub catalog: Option<Arc<Catalog>>,
    /// Why there is none, as sentences.
    pub failure: Option<String>,
}

/// Two states are the same with the very same catalog; its content is not compared.
impl PartialEq for ReferenceState {
    fn eq(&self, other: &Self) -> bool {
        let place = |state: &Self| state.catalog.as_ref().map(Arc::as_ptr);
        place(self) == place(other) && self.failure == other.failure
    }
}

/// Everything the page shows; cheap to clone.
#[derive(Debug, Clone)]
pub struct State {
    /// What the history keeps.
    pub workspace: Workspace,
    /// The steps to take back and to make again.
    pub history: History,
    /// Which page is shown.
    pub screen: Screen,
    /// Which text was asked for; see [`State::view_on_display`].
    pub view: View,
    /// The templates on offer.
    pub gallery: GalleryState,
    /// What is known of AWS's services.
    pub reference: ReferenceState,
    /// Of the active document and its values, always current; unchecked where the text is large, until that is asked for.
    pub analysis: Rc<Analysis>,
    /// Of every document, by its id.
    pub(super) readings: Readings,
    /// Whether the text editor is there.
    pub editor_ready: bool,
    /// Whether the page can make no request any more.
    pub sealed: bool,
    /// What just happened.
    pub notice: Option<Notice>,
    /// Text that was kept out.
    pub refusal: Option<Refusal>,
    /// The finding that is being accepted.
    pub accepting: Option<Accepting>,
    /// The comparison of the active policy with another one.
    pub comparing: Option<Comparing>,
    /// What was done to make the active document fit, until it changes again.
    pub fitting: Option<FittingReport>,
    /// Whether [`State::pasting_steps`] are on display.
    pub shows_pasting_steps: bool,
    /// The ids of the documents that changed since their last copy or download, or since a template was opened.
    pub(super) uncopied: BTreeSet<u32>,
    /// Whether the active text is too large to be marked up and checked at every key.
    pub shown_plain: bool,
    /// Whether the active text waits for [`super::Action::CheckNow`]; only a large one does.
    pub unchecked: bool,
    /// The number of notices so far.
    pub(super) notices: u64,
    /// The copy that the clipboard was last asked for.
    pub(super) copying: Option<CopyKind>,
    /// The use of a placeholder that was last gone to, in bytes of the template.
    pub(super) visited: Option<Span>,
}

impl State {
    /// The start page, with nothing open.
    pub fn new() -> Self {
        State {
            analysis: Rc::new(reading::read_nothing(None)),
            readings: Readings::new(),
            workspace: Workspace::new(),
            history: History::default(),
            screen: Screen::Start,
            view: View::Filled,
            gallery: GalleryState::default(),
            reference: ReferenceState::default(),
            editor_ready: false,
            sealed: false,
            notice: None,
            refusal: None,
            accepting: None,
            comparing: None,
            fitting: None,
            shows_pasting_steps: false,
            uncopied: BTreeSet::new(),
            shown_plain: false,
            unchecked: false,
            notices: 0,
            copying: None,
            visited: None,
        }
    }

    /// The active document; `None` until the first one is opened.
    pub fn document(&self) -> Option<&Document> {
        self.workspace.document()
    }

    /// Whether a document holds work that was not copied, so that leaving asks.
    pub fn is_uncopied(&self) -> bool {
        !self.uncopied.is_empty()
    }

    /// The view whose text is on display: a large text is always shown as the template.
    pub fn view_on_display(&self) -> View {
        if self.shown_plain {
            View::Template
        } else {
            self.view
        }
    }

    /// The text on display.
    pub fn displayed(&self) -> &Arc<str> {
        self.analysis.text_of(self.view_on_display())
    }

    /// Where the active document goes: as chosen, or the usual place for its kind.
    pub fn attachment(&self) -> Option<Attachment> {
        let chosen = self.document().and_then(|document| document.attachment);
        chosen.or_else(|| self.analysis.attachment())
    }

    /// Where the active document is to be pasted: as its template says, or else as is usual for the place.
    pub fn pasting_steps(&self) -> Option<PastingSteps> {
        let attachment = self.attachment()?;
        let own = self
            .template()
            .filter(|template| template_attachment(template) == Some(attachment))
            .map(|template| template.where_to_paste.clone());
        let usual = || attachment.steps().iter().map(|step| (*step).to_owned());
        Some(PastingSteps {
            steps: own.unwrap_or_else(|| usual().collect()),
            console_url: attachment.console_url(&self.workspace.values.partition),
            console_label: "Open the AWS console".to_owned(),
        })
    }

    /// The template that the active document came from.
    pub fn template(&self) -> Option<&Template> {
        self.template_of(self.document()?)
    }

    /// The template that a document came from.
    pub(super) fn template_of(&self, document: &Document) -> Option<&Template> {
        let id = document.template.as_deref()?;
        self.gallery.templates.as_ref()?.find(id)
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is a step to make again.
    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }
}

impl Default for State {
    fn default() -> Self {
        Self::new()
    }
}
