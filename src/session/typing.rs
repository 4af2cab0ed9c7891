//! Which keys belong to one step of the history.

use crate::engine::text::{Edit, Edits, Span};

/// A change that comes about key by key, so that the next one may belong to the same step.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Typing {
    /// One character, or a line break with the indentation behind it; the place where it now stands.
    Insertion {
        span: Span,
        begins_with_space: bool,
        ends_with_space: bool,
    },
    /// One character less; the place where it stood.
    Deletion(Span),
    /// In the field of the placeholder with this name.
    Field(String),
}

impl Typing {
    /// Edits of `text` as typing; `None` where they are more than one key makes.
    pub(super) fn of(edits: &Edits, text: &str) -> Option<Self> {
        let mut all = edits.iter();
        let (Some(edit), None) = (all.next(), all.next()) else {
            return None;
        };
        match (edit.span.is_empty(), edit.text.is_empty()) {
            (true, false) => Self::insertion(edit),
            (false, true) => {
                is_one_character(edit.span.text(text)).then_some(Self::Deletion(edit.span))
            }
            _ => None,
        }
    }

    fn insertion(edit: &Edit) -> Option<Self> {
        let is_one_key = is_one_character(&edit.text) || is_line_break(&edit.text);
        is_one_key.then(|| Self::Insertion {
            span: Span::new(edit.span.start, edit.span.start + edit.text.len()),
            begins_with_space: edit.text.starts_with(char::is_whitespace),
            ends_with_space: edit.text.ends_with(char::is_whitespace),
        })
    }

    /// Whether `next` belongs to the same step: it follows at the same place, and begins no new word.
    pub(super) fn goes_on_in(&self, next: &Typing) -> bool {
        match (self, next) {
            (
                Self::Insertion {
                    span,
                    ends_with_space,
                    ..
                },
                Self::Insertion {
                    span: next,
                    begins_with_space,
                    ..
                },
            ) => next.start == span.end && (!ends_with_space || *begins_with_space),
            (Self::Deletion(span), Self::Deletion(next)) => {
                next.end == span.start || next.start == span.start
            }
            (Self::Field(name), Self::Field(next)) => name == next,
            _ => false,
        }
    }
}

fn is_one_character(text: &str) -> bool {
    let mut characters = text.chars();
    characters.next().is_some() && characters.next().is_none()
}

/// A line break, with the indentation that editors put behind it.
fn is_line_break(text: &str) -> bool {
    let rest = text
        .strip_prefix("\r\n")
        .or_else(|| text.strip_prefix('\n'));
    rest.is_some_and(|rest| {
        rest.chars()
            .all(|character| matches!(character, ' ' | '\t'))
    })
}
