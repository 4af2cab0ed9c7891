//! What the element `<iam-policy-editor>` gets to know.
//!
//! `element/` is the JavaScript that draws it and knows the page round it.

mod state;

pub use state::state;
