//! What the page is to do outside the state.

use crate::engine::text::Span;

/// Which text is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyKind {
    /// The filled policy.
    Policy,
    /// The text with its stand-ins.
    Template,
    /// Who may do what.
    Summary,
    /// The policy that the active one is compared with.
    Counterpart,
}

/// One thing for the page to do after an update; they are carried out in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Put the text on the clipboard and report [`super::Action::CopyDone`] or [`super::Action::CopyRefused`].
    WriteClipboard {
        /// The text to copy.
        text: String,
        /// Which text it is.
        kind: CopyKind,
    },
    /// Save the text as a file.
    Download {
        /// The name of the file, with its extension.
        file_name: String,
        /// The MIME type.
        media_type: String,
        /// The content.
        text: String,
    },
    /// Move the focus to the field of the placeholder with this name.
    FocusField(String),
    /// Select the bytes of the text on display and bring them into view.
    SelectInEditor(Span),
    /// Select the whole text on display.
    SelectAllInEditor,
    /// Move the focus to the text editor.
    FocusEditor,
    /// Say the sentence to screen readers.
    Announce(String),
    /// Keep the text, with its stand-ins, for the screen that follows a crash.
    RememberText(String),
}
