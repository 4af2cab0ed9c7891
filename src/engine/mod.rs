//! Everything the editor knows about policies. Pure: no web, no I/O, no clock, no randomness, no global state.
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

pub mod acceptance;
pub mod analysis;
pub mod catalog;
pub mod checks;
pub mod credentials;
pub mod export;
pub mod fitting;
pub mod highlight;
pub mod matching;
pub mod meaning;
pub mod placeholders;
pub mod policy;
pub mod summary;
pub mod syntax;
pub mod templates;
pub mod text;
pub mod unwrapping;
