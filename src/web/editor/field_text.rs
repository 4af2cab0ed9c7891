//! What a text field holds, set against what the session holds.

use std::sync::Arc;

use super::offsets::{self, Change, Positions};
use crate::engine::text::{Edit, Edits, Span};

/// The text in a text field, and the session's, which may have refused what was typed.
///
/// The two are one and the same in memory while the field and the session are in step.
pub struct FieldText {
    held: Arc<str>,
    session: Arc<str>,
}

impl FieldText {
    /// A field that holds the session's text.
    pub fn new(text: Arc<str>) -> Self {
        FieldText {
            held: text.clone(),
            session: text,
        }
    }

    /// What the field holds, line breaks as the session writes them.
    pub fn held(&self) -> &Arc<str> {
        &self.held
    }

    /// Takes in changes that were made in the field, and gives them as edits of the session's text.
    ///
    /// `value` reads the whole field, line breaks as LF.
    /// It is asked for only when the changes alone do not tell, which is rare.
    pub fn typed(&mut self, changes: &[Change], value: impl Fn() -> String) -> Edits {
        let exact = self
            .is_in_step()
            .then(|| offsets::edits_from_changes(&self.session, changes));
        let edits = exact
            .flatten()
            .unwrap_or_else(|| edits_to(&self.session, &value()));
        self.held = edits.apply(&self.session).unwrap_or_default().into();
        self.session = self.held.clone();
        edits
    }

    /// Takes in the session's text: as it was given to it, or another one.
    pub fn answered(&mut self, session: &Arc<str>) {
        if *session == self.held {
            self.held = session.clone();
        }
        self.session = session.clone();
    }

    /// What to change in the field so that it holds the session's text, which counts as done.
    pub fn write_back(&mut self) -> Vec<Change> {
        if self.is_in_step() {
            return Vec::new();
        }
        let changes = offsets::changes_between(&self.held, &self.session);
        self.held = self.session.clone();
        changes
    }

    fn is_in_step(&self) -> bool {
        Arc::ptr_eq(&self.held, &self.session)
    }
}

/// Edits that make `text` look like `value`; where line breaks would run together, all are written anew.
fn edits_to(text: &str, value: &str) -> Edits {
    let changes = offsets::changes_between(text, value);
    let whole = || Edits::from(Edit::replace(Span::new(0, text.len()), value));
    offsets::edits_from_changes(text, &changes).unwrap_or_else(whole)
}

/// The position in the field behind the last of some changes, once they are made.
pub fn end_of(changes: &[Change]) -> Option<usize> {
    let (last, earlier) = changes.split_last()?;
    let moved = |at: usize, change: &Change| {
        at + Positions::new(&change.insert).end() + change.from - change.to
    };
    Some(
        earlier
            .iter()
            .fold(last.from + Positions::new(&last.insert).end(), moved),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(from: usize, to: usize, insert: &str) -> Change {
        Change {
            from,
            to,
            insert: insert.to_owned(),
        }
    }

    fn unasked() -> String {
        panic!("the whole field was read")
    }

    #[test]
    fn reports_what_was_typed_and_writes_nothing_back_when_it_is_taken() {
        let mut field = FieldText::new("é\r\nb".into());
        let edits = field.typed(&[change(2, 2, "x")], unasked);
        assert_eq!(edits, Edits::from(Edit::insert(4, "x")));
        field.answered(&"é\r\nxb".into());
        assert_eq!(field.write_back(), []);
        assert_eq!(&**field.held(), "é\r\nxb");
    }

    #[test]
    fn takes_a_refused_edit_out_again() {
        let text: Arc<str> = "{}".into();
        let mut field = FieldText::new(text.clone());
        field.typed(&[change(1, 1, "AKIA")], unasked);
        field.answered(&text);
        assert_eq!(field.write_back(), [change(1, 5, "")]);
        assert_eq!(field.write_back(), []);
    }

    #[test]
    fn counts_typing_from_the_text_of_the_session_while_a_refused_edit_still_stands_in_the_field() {
        let text: Arc<str> = "{}".into();
        let mut field = FieldText::new(text.clone());
        field.typed(&[change(1, 1, "no")], unasked);
        field.answered(&text);
        let edits = field.typed(&[change(3, 3, "!")], || "{no!}".to_owned());
        assert_eq!(edits.apply(&text).as_deref(), Some("{no!}"));
    }

    #[test]
    fn takes_two_keys_in_a_row_before_the_first_is_answered() {
        let mut field = FieldText::new("".into());
        field.typed(&[change(0, 0, "a")], unasked);
        assert_eq!(
            field.typed(&[change(1, 1, "b")], unasked),
            Edits::from(Edit::insert(1, "b"))
        );
    }

    #[test]
    fn writes_all_line_breaks_anew_where_two_would_become_one() {
        let mut field = FieldText::new("a\rb\nc".into());
        let edits = field.typed(&[change(2, 3, "")], || "a\n\nc".to_owned());
        assert_eq!(edits.apply("a\rb\nc").as_deref(), Some("a\n\nc"));
    }

    #[test]
    fn brings_another_text_of_the_session_into_the_field() {
        let mut field = FieldText::new("{\"a\": \"XXX\"}".into());
        field.answered(&"{\"a\": \"1\"}".into());
        assert_eq!(field.write_back(), [change(7, 10, "1")]);
    }

    #[test]
    fn tells_where_the_last_change_ends_when_all_are_made() {
        assert_eq!(end_of(&[change(0, 2, "abc"), change(5, 5, "😀")]), Some(8));
        assert_eq!(end_of(&[]), None);
    }
}
