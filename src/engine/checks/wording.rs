//! How text from a policy appears in a message.

use crate::engine::syntax::NodeKind;
pub(super) use crate::engine::text::{listed, quoted};

/// The type of a value, for a sentence: `a string`.
pub(super) fn described(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Object => "an object",
        NodeKind::Array => "a list",
        NodeKind::String => "a string",
        NodeKind::Number => "a number",
        NodeKind::True | NodeKind::False => "`true` or `false`",
        NodeKind::Null => "`null`",
        NodeKind::Member | NodeKind::Bare | NodeKind::Missing => "something else",
    }
}
