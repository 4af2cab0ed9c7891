//! What is left of a credential that was typed key by key, from before it could be told for one.

use super::Workspace;
use super::message::RefusalTarget;
use std::collections::BTreeSet;

/// So many bytes of a credential in a row are a piece of it.
const PIECE: usize = 8;

/// The pieces of credentials, to be found again.
pub(super) struct Traces(BTreeSet<Vec<u8>>);

impl Traces {
    /// The pieces of these credentials.
    pub(super) fn of(secrets: &[String]) -> Self {
        let pieces = secrets
            .iter()
            .flat_map(|secret| secret.as_bytes().windows(PIECE));
        Traces(
            pieces
                .filter(|piece| piece.is_ascii())
                .map(<[u8]>::to_vec)
                .collect(),
        )
    }

    /// The workspace without them in what the typing was meant for; all else stays as it is.
    ///
    /// `document` is the id of the one that was typed into.
    pub(super) fn taken_out_of(
        &self,
        workspace: &Workspace,
        target: &RefusalTarget,
        document: u32,
    ) -> Workspace {
        match target {
            RefusalTarget::Value { name } => workspace.with_values(|values| {
                if let Some(value) = values.by_name.get_mut(name)
                    && let Some(rest) = self.rest_of(value)
                {
                    *value = rest;
                }
            }),
            _ => workspace.with_changed(document, |document| {
                if let Some(rest) = self.rest_of(&document.text) {
                    document.text = rest.into();
                }
            }),
        }
    }

    /// The text without the pieces; `None` where it holds none.
    fn rest_of(&self, text: &str) -> Option<String> {
        let mut rest = String::with_capacity(text.len());
        let mut taken_to = 0;
        for (at, character) in text.char_indices() {
            let ahead = text.as_bytes().get(at..at + PIECE);
            if ahead.is_some_and(|ahead| self.0.contains(ahead)) {
                taken_to = at + PIECE;
            }
            if at >= taken_to {
                rest.push(character);
            }
        }
        (rest.len() < text.len()).then_some(rest)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn takes_out_what_is_a_piece_and_nothing_else() {
        let traces = Traces::of(&["ABCDEFGHIJKL".into()]);
        for (text, rest) in [
            ("é ABCDEFGHIJK é", Some("é  é")),
            ("ABCDEFGHéFGHIJKL", Some("éFGHIJKL")),
            ("xEFGHIJKLx", Some("xx")),
            ("ABCDEFG", None),
            ("", None),
        ] {
            assert_eq!(traces.rest_of(text).as_deref(), rest, "{text}");
        }
    }
}
