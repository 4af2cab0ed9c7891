//! IAM Policy Editor: turns a published AWS policy with stand-ins in it into a correct one for the reader's account.
//!
//! [`engine`] knows policies and nothing of the web; [`session`] is the state of the page and nothing of its looks;
//! `web`, behind the feature of the same name, is the page itself.

pub mod engine;
pub mod session;
#[cfg(feature = "web")]
pub mod web;
