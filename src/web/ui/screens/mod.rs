//! The two screens: the start, and the editor.

pub mod editor_screen;
pub mod start_screen;

/// The id of either screen's heading, which takes the focus when the screen changes.
pub const SCREEN_TITLE_ID: &str = "screen-title";
