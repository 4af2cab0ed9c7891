//! Pasted texts, taken apart: which policies stand in a page, a template, a command or a response, and whose they are.
//!
//! [`read`] never refuses: it gives the policies as JSON with stand-ins in it, says in sentences what it did and what it left aside,
//! and where it finds nothing, what the editor accepts.
//! Every kind of wrapping becomes JSON first, with the places it came from kept, and one reader finds the policies in that.
//! Errors of the policies themselves stay in them, for the editor to show.
//! Knows `text`, `syntax` and `policy`, and nothing of findings.

mod copying;
mod excerpt;
mod finder;
mod here_document;
mod json;
mod json_documents;
mod layout;
mod managed_policy;
mod margin;
mod markdown;
mod mending;
mod origin;
mod paste;
mod policy_text;
mod reading;
mod shell;
mod template;
mod terraform;
mod yaml;

pub use excerpt::Excerpt;
pub use managed_policy::ManagedPolicy;
pub use paste::{Form, FoundPolicy, Notation, Owner, Paste, Source};
pub use reading::{MOST_BYTES, UNNAMED, read};
