//! What the page says of the text that the active document was pasted as, and what it offers.

use super::pasted::{Origin, Pasted};
use super::{Document, State};
use crate::engine::policy::PolicyKind;
use crate::engine::unwrapping::{FoundPolicy, ManagedPolicy, Paste, Source};
use std::rc::Rc;

/// So many policies are opened at once at most.
pub const MOST_AT_ONCE: usize = 50;

/// What was recognised in a pasted text, and what can be done with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PasteReport {
    /// What the text is, in one sentence; where nothing was recognised, what the editor accepts.
    pub summary: String,
    /// Whether there is a policy in it, or the name of one.
    pub is_recognised: bool,
    /// Whether the document on display is one of its policies, and not the text as it came.
    pub is_taken_out: bool,
    /// The policies to open; empty where one of them is on display.
    pub policies: Vec<OfferedPolicy>,
    /// The AWS managed policies that it names.
    pub managed_policies: Vec<NamedPolicy>,
    /// What was done to get at the policies, each in one sentence.
    pub done: Vec<String>,
    /// What was left aside and why, each in one sentence.
    pub left_aside: Vec<String>,
}

/// A policy that can be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedPolicy {
    /// Its place among the policies of the text, from 0.
    pub number: usize,
    /// What its document will be called.
    pub name: String,
    /// Whom it belongs to and what kind it is, in a few words; may be empty.
    pub words: String,
    /// The line of the pasted text that it begins on, from 1.
    pub line: usize,
    /// Whether it is open.
    pub is_open: bool,
}

/// An AWS managed policy that is named instead of a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPolicy {
    /// Its name.
    pub name: String,
    /// Its ARN, where that is known.
    pub arn: Option<String>,
    /// What it allows, in one sentence.
    pub explanation: &'static str,
    /// Whether its text is known and can be opened.
    pub has_text: bool,
    /// The templates to take instead, each with its id and title.
    pub templates: Vec<(String, String)>,
    /// AWS managed policies that allow less, the widest first, each with its name and what it allows.
    pub narrower: Vec<(&'static str, &'static str)>,
}

impl State {
    /// What to say of the text that the active document came in with; `None` where there is nothing to say, or no longer.
    pub fn paste_report(&self) -> Option<PasteReport> {
        let document = self.document()?;
        let origin = document.origin.as_ref()?;
        let pasted = origin.pasted();
        let is_taken_out = matches!(origin, Origin::Policy { .. });
        if !is_taken_out && document.text != *pasted.text() {
            return None;
        }
        let paste = pasted.recognised();
        let named = paste.managed_policies.iter();
        Some(PasteReport {
            summary: paste.summary.clone(),
            is_recognised: !(paste.sources.is_empty() && paste.managed_policies.is_empty()),
            is_taken_out,
            policies: match is_taken_out {
                true => Vec::new(),
                false => self.offered(pasted),
            },
            managed_policies: named.map(|one| self.named(one)).collect(),
            done: sentences(&paste.done, paste, |source| &source.done),
            left_aside: sentences(&paste.left_aside, paste, |source| &source.left_aside),
        })
    }

    fn offered(&self, pasted: &Rc<Pasted>) -> Vec<OfferedPolicy> {
        let policies = pasted.recognised().policies().enumerate();
        policies
            .map(|(number, found)| OfferedPolicy {
                number,
                name: found.name.clone(),
                words: words(found),
                line: found.line,
                is_open: self.opened_from(pasted, number).is_some(),
            })
            .collect()
    }

    /// The document of a policy that was taken out of the text.
    pub(super) fn opened_from(&self, pasted: &Rc<Pasted>, wanted: usize) -> Option<&Document> {
        let mut documents = self.workspace.documents.iter();
        documents.find(|document| match &document.origin {
            Some(Origin::Policy { of, number }) => *number == wanted && Rc::ptr_eq(of, pasted),
            _ => false,
        })
    }

    fn named(&self, policy: &ManagedPolicy) -> NamedPolicy {
        let gallery = self.gallery.templates.as_ref();
        let catalog = self.reference.catalog.as_ref();
        let title = |id: &&str| Some(((*id).to_owned(), gallery?.find(id)?.title.clone()));
        NamedPolicy {
            name: policy.name.clone(),
            arn: policy.arn.clone(),
            explanation: policy.explanation,
            has_text: catalog.is_some_and(|catalog| catalog.managed_policy(&policy.name).is_some()),
            templates: policy.better.iter().filter_map(title).collect(),
            narrower: policy.narrower(),
        }
    }
}

/// The sentences about the text as a whole and about its sources, but for what the summary says already.
fn sentences(
    of_text: &[String],
    paste: &Paste,
    of_source: fn(&Source) -> &Vec<String>,
) -> Vec<String> {
    let of_sources = paste.sources.iter().flat_map(of_source);
    let all = of_text.iter().chain(of_sources);
    all.filter(|sentence| **sentence != paste.summary)
        .cloned()
        .collect()
}

/// What kind of policy it is and whose: `Trust policy of a role: App`, or `role App` where the text does not say the kind.
fn words(found: &FoundPolicy) -> String {
    let place = match (found.attachment, found.kind) {
        (Some(attachment), _) => Some(attachment.label()),
        (None, Some(PolicyKind::Identity) | None) => None,
        (None, Some(kind)) => Some(kind.label()),
    };
    match (place, &found.owner) {
        (Some(place), Some(owner)) => format!("{place}: {}", owner.id),
        (None, Some(owner)) => format!("{} {}", owner.what, owner.id),
        (place, None) => place.unwrap_or_default().to_owned(),
    }
}
