//! The policy's text to read and to type in: the only place that knows CodeMirror or UTF-16.
//!
//! The session owns the text and the history.
//! What is typed goes to it as edits in bytes, and its answer comes back as the text on display.
//! Whatever the two do not agree on is written back, so an edit that was refused goes at once.

mod codemirror;
mod drawn_policy;
mod exchange;
mod field_text;
mod full_editor;
mod look;
mod marks;
mod offsets;
mod plain_editor;
mod policy_editor;
mod printed_policy;
mod surface;
mod text_area;
mod tooltip;

pub use look::Look;
pub use policy_editor::{EditorRequest, PolicyEditor, PolicyEditorProps, Target};

/// What the text field is called, whichever it is.
const LABEL: &str = "Policy text";
