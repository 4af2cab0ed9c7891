//! How the types' own tests say what is accepted and what is refused.

use super::{PlaceholderType, Problem};

/// Each accepted value with what it becomes.
pub(in super::super) fn accepts(placeholder_type: &PlaceholderType, cases: &[(&str, &str)]) {
    for (typed, normalised) in cases {
        let result = placeholder_type.accept(typed);
        assert_eq!(result.as_deref(), Ok(*normalised), "{typed:?}");
    }
}

/// Each refused value with the message that says why.
pub(in super::super) fn refuses(placeholder_type: &PlaceholderType, cases: &[(&str, &str)]) {
    for (typed, message) in cases {
        let result = placeholder_type.accept(typed);
        assert_eq!(result, Err(Problem::new(*message)), "{typed:?}");
    }
}
