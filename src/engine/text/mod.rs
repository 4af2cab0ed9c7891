//! Places in a text and changes to it: spans, edits, lines, how two versions of one text relate, and how it is quoted.
//!
//! Every offset here counts UTF-8 bytes from the start of the text, and every span is half-open.

mod edit;
mod line_index;
mod lines;
mod offset_map;
mod ordering;
mod quoted;
mod span;

pub use edit::{Edit, Edits};
pub use line_index::{LineIndex, Position};
pub use lines::own_lines;
pub use offset_map::{OffsetMap, Replacement};
pub use ordering::{sort_by, sort_by_key};
pub use quoted::{joined, listed, quoted, quoted_within};
pub use span::Span;
