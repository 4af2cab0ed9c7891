//! What a policy is typed in, as the rest of the editor sees it.

use std::rc::Rc;

use super::offsets::Change;
use crate::engine::analysis::{Analysis, View};

/// A text field or CodeMirror; all positions are those of [`super::offsets`].
pub trait Surface {
    /// Whether an input method is in the middle of a word; nothing may be written until it is through.
    fn is_composing(&self) -> bool;

    /// The whole text, line breaks as LF.
    fn value(&self) -> String;

    /// Makes changes without reporting them back; moves the cursor to `follow` where that is given.
    fn write(&self, changes: &[Change], follow: Option<usize>);

    /// Draws what the analysis says of the text that the surface holds, the text of `view`.
    fn mark(&self, analysis: &Rc<Analysis>, view: View);

    /// Selects, scrolls there and takes the focus.
    fn select(&self, anchor: usize, head: usize);

    /// Takes the focus.
    fn focus(&self);

    /// Where the reader is, for the surface that takes over; `None` where none ever does.
    fn place(&self) -> Option<Place>;
}

/// Where a reader is in the text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place {
    /// The position where the selection was begun.
    pub anchor: usize,
    /// The position where the cursor is.
    pub head: usize,
    /// How far the text is scrolled, in pixels.
    pub scroll_top: i32,
    /// Whether keys go there.
    pub focused: bool,
}
