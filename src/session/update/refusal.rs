//! Keeps credentials out: what is refused, what is said, and taking the text in without its secret.

use super::turn::{Arrival, Turn};
use crate::engine::analysis::Analysis;
use crate::engine::credentials::{self, CredentialKind};
use crate::session::message::{Refusal, RefusalTarget};
use crate::session::traces::Traces;
use std::rc::Rc;
use std::sync::Arc;

/// Why the arriving text cannot be taken in; `analyses` are of the documents that the text changes.
pub(super) fn of(arrival: &Arrival<'_>, analyses: &[Rc<Analysis>]) -> Option<Refusal> {
    let in_place = in_place(arrival, analyses);
    let found = in_place
        .iter()
        .map(|text| kinds_in(text))
        .find(|kinds| !kinds.is_empty())?;
    let outcome = match arrival.typing {
        Some(_) => "what was typed of it is gone",
        None => "what you had is unchanged",
    };
    Some(Refusal {
        reason: reason(&found, outcome),
        cut: without_secrets(arrival.text),
        target: arrival.target.clone(),
    })
}

/// What an arriving text that is typed leaves behind from the keys before.
pub(super) fn traces_of(arrival: &Arrival<'_>, analyses: &[Rc<Analysis>]) -> Traces {
    let in_place = in_place(arrival, analyses);
    let secrets = in_place.iter().flat_map(|text| {
        let found = credentials::find(text).into_iter();
        found.map(|credential| credential.span.text(text).to_owned())
    });
    Traces::of(&secrets.collect::<Vec<String>>())
}

/// Why a text that goes into no document cannot be taken in.
pub(super) fn of_text(text: &str, target: RefusalTarget) -> Option<Refusal> {
    let found = kinds_in(text);
    let outcome = match target {
        RefusalTarget::Reason | RefusalTarget::Compared => "what was typed of it is gone",
        _ => "what you had is unchanged",
    };
    (!found.is_empty()).then(|| Refusal {
        reason: reason(&found, outcome),
        cut: without_secrets(text),
        target,
    })
}

/// Whether a text holds nothing that is refused.
pub(super) fn is_harmless(text: &str) -> bool {
    credentials::find(text).is_empty()
}

/// The arriving text by itself, beside its name, and wherever it then stands.
fn in_place(arrival: &Arrival<'_>, analyses: &[Rc<Analysis>]) -> Vec<Arc<str>> {
    let shown = analyses.iter().map(|one| one.shown().text.clone());
    let by_itself = [arrival.text.into(), beside_its_name(arrival).into()];
    by_itself.into_iter().chain(shown).collect()
}

/// A value as it reads beside the name of its field, which may be what makes it a secret.
fn beside_its_name(arrival: &Arrival<'_>) -> String {
    match &arrival.target {
        RefusalTarget::Value { name } => format!("{name}={}", arrival.text),
        _ => String::new(),
    }
}

/// The kinds of credentials in a text, each once.
fn kinds_in(text: &str) -> Vec<CredentialKind> {
    let mut kinds: Vec<CredentialKind> = credentials::find(text)
        .iter()
        .map(|found| found.kind)
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// `None` where the text by itself holds no secret, so that there is nothing to cut.
fn without_secrets(text: &str) -> Option<String> {
    let cut = credentials::cut(text);
    (cut != text && is_harmless(&cut)).then_some(cut)
}

fn reason(kinds: &[CredentialKind], outcome: &str) -> String {
    let found: Vec<&str> = kinds.iter().map(|kind| kind.describe()).collect();
    format!(
        "This holds {}, so it was kept out and {outcome}. \
         No policy needs one, and whoever reads it can act as its owner: treat it as leaked if it stood in a document.",
        found.join(" and ")
    )
}

impl Turn {
    pub(super) fn paste_with_secret_cut(&mut self) {
        let Some(refusal) = self.state.refusal.take() else {
            return;
        };
        let Some(cut) = refusal.cut else { return };
        match refusal.target {
            RefusalTarget::Document { name } => self.open_text(name, cut),
            RefusalTarget::Text => {
                self.set_text(cut, None);
            }
            RefusalTarget::Value { name } => self.set_value(name, cut),
            RefusalTarget::Name { document } => self.rename_document(document, cut),
            RefusalTarget::Compared => self.set_compared_text(cut),
            RefusalTarget::Search => self.search_gallery(cut),
            RefusalTarget::Reason => self.set_reason(cut),
        }
    }
}
