//! The parts of the screens.

pub mod compare_panel;
pub mod findings_panel;
pub mod gallery;
pub mod policy_panel;
pub mod summary_panel;
pub mod values_panel;
