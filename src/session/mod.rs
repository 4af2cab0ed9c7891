//! What the app is: its state, its actions, one update function, effects as data. Pure, and without Yew.
#![deny(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::panic,
    clippy::todo,
    clippy::unimplemented,
    clippy::unreachable,
    missing_docs
)]

mod accept_action;
mod accepting;
mod action;
mod block;
mod carrying_over;
mod compare_action;
mod comparing;
mod document;
mod effect;
mod fitting_report;
mod history;
mod layout_action;
mod message;
mod overview;
mod owner;
mod paste_action;
mod paste_report;
mod pasted;
mod reading;
mod state;
mod traces;
mod typing;
mod update;
mod workspace;
mod wrong_box;

pub use accept_action::AcceptAction;
pub use accepting::Accepting;
pub use action::Action;
pub use block::{Block, BlockStatus};
pub use compare_action::CompareAction;
pub use comparing::{Comparing, Counterpart, CounterpartGroup};
pub use document::Document;
pub use effect::{CopyKind, Effect};
pub use fitting_report::FittingReport;
pub use history::{History, MAX_BYTES, MAX_STEPS};
pub use layout_action::LayoutAction;
pub use message::{Notice, PastingSteps, Refusal, RefusalTarget, Tone};
pub use overview::{DocumentStatus, Elsewhere, ListedDocument, ListedOwner, Partner};
pub use owner::{Owner, OwnerKind};
pub use paste_action::PasteAction;
pub use paste_report::{MOST_AT_ONCE, NamedPolicy, OfferedPolicy, PasteReport};
pub use pasted::{Origin, Pasted};
pub use state::{GalleryState, LARGE_TEXT, ReferenceState, Screen, State};
pub use update::update;
pub use workspace::Workspace;
