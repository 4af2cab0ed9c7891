//! What the components do besides drawing, one hook a file.

pub mod use_drop;
pub mod use_escape;
pub mod use_finding_steps;
pub mod use_host;
pub mod use_leave_question;
pub mod use_session;
pub mod use_shortcuts;
