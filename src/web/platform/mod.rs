//! Thin wrappers round the browser, one file for each of its services.

pub mod clipboard;
pub mod download;
pub mod drop;
pub mod file;
pub mod focus;
pub mod keyboard;
pub mod leaving;
pub mod room;
pub mod scrolling;
