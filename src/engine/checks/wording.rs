//! How text from a policy appears in a message.

use crate::engine::syntax::NodeKind;
pub(super) use crate::engine::text::{listed, quoted};

/// As [`listed`], but of many texts only the first three and how many more there are: `a`, `b`, `c` and 2 more.
pub(super) fn listed_briefly<'t>(mut texts: impl ExactSizeIterator<Item = &'t str>) -> String {
    if texts.len() <= MOST_LISTED {
        return listed(texts);
    }
    let first: Vec<String> = texts.by_ref().take(MOST_LISTED).map(quoted).collect();
    format!("{} and {} more", first.join(", "), texts.len())
}

const MOST_LISTED: usize = 3;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_the_first_of_many_names() {
        for (names, expected) in [
            (vec!["a", "b", "c"], "`a`, `b` and `c`"),
            (vec!["a", "b", "c", "d", "e"], "`a`, `b`, `c` and 2 more"),
        ] {
            assert_eq!(listed_briefly(names.into_iter()), expected);
        }
    }
}
