//! The documents as the page lists them: by owner, each with how far it is.

use super::owner::{Owner, Pairing};
use super::{Document, State};
use crate::engine::analysis::Analysis;
use crate::engine::placeholders::{Class, Placeholder, ValueState};
use crate::engine::templates::Template;
use std::collections::BTreeSet;
use std::rc::Rc;

/// The documents of one owner, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedOwner {
    /// Whom or what they belong to, where that is known.
    pub owner: Option<Owner>,
    /// At least one.
    pub documents: Vec<ListedDocument>,
}

/// One document of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedDocument {
    /// The document's id.
    pub id: u32,
    /// What it is called.
    pub name: String,
    /// How far it is.
    pub status: DocumentStatus,
    /// Whether it is on display.
    pub is_active: bool,
}

/// How far a document is; the first that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentStatus {
    /// There is nothing in it.
    Empty,
    /// It is large, and nobody asked for it to be checked.
    Unchecked,
    /// So many findings are errors.
    Errors(usize),
    /// It is larger than its place takes.
    TooLarge,
    /// So many values are missing or not valid.
    Missing(usize),
    /// It can be copied, and nothing was found for which AWS would reject it.
    Ready,
}

impl DocumentStatus {
    /// The status of the document behind an analysis.
    pub fn of(analysis: &Analysis) -> Self {
        let verdict = analysis.verdict();
        match (verdict.is_empty, analysis.is_checked()) {
            (true, _) => Self::Empty,
            (false, false) => Self::Unchecked,
            _ if verdict.errors > 0 => Self::Errors(verdict.errors),
            _ if verdict.is_too_large => Self::TooLarge,
            _ if verdict.missing > 0 => Self::Missing(verdict.missing),
            _ => Self::Ready,
        }
    }

    /// The status in two or three words.
    pub fn words(self) -> String {
        let counted = |count, one: &str, many: &str| match count {
            1 => format!("1 {one}"),
            _ => format!("{count} {many}"),
        };
        match self {
            Self::Empty => "Empty".to_owned(),
            Self::Unchecked => "Not checked yet".to_owned(),
            Self::Errors(count) => counted(count, "error", "errors"),
            Self::TooLarge => "Too large".to_owned(),
            Self::Missing(count) => counted(count, "value missing", "values missing"),
            Self::Ready => "Ready to copy".to_owned(),
        }
    }
}

/// A value that is missing in other documents and not asked for in the active one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// The id of the first document that asks for it.
    pub document: u32,
    /// What that document is called.
    pub document_name: String,
    /// The placeholder's name.
    pub name: String,
    /// What its field is called.
    pub label: String,
    /// Whether a value is still to be filled in or put right.
    pub is_missing: bool,
}

/// A template that completes the active document and is not open yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// The template's id.
    pub id: String,
    /// What the button says.
    pub label: String,
}

impl State {
    /// The documents by owner, in the order of the page: an owner stands where its first document does.
    pub fn listed(&self) -> Vec<ListedOwner> {
        let mut owners: Vec<ListedOwner> = Vec::new();
        for document in &self.workspace.documents {
            let listed = self.list(document);
            let mut known = owners.iter_mut();
            match known.find(|known| known.owner == document.owner) {
                Some(known) => known.documents.push(listed),
                None => owners.push(ListedOwner {
                    owner: document.owner.clone(),
                    documents: vec![listed],
                }),
            }
        }
        owners
    }

    fn list(&self, document: &Document) -> ListedDocument {
        let reading = self.readings.get(&document.id);
        ListedDocument {
            id: document.id,
            name: document.name.clone(),
            status: reading.map_or(DocumentStatus::Empty, |one| DocumentStatus::of(one)),
            is_active: self.document().map(|active| active.id) == Some(document.id),
        }
    }

    /// What only other documents ask for, in their order, each once.
    pub fn asked_elsewhere(&self) -> Vec<Elsewhere> {
        let names = |reading: &Analysis| -> Vec<String> {
            let placeholders = reading.placeholders().iter();
            placeholders.map(|one| one.name.clone()).collect()
        };
        let mut known: BTreeSet<String> = names(&self.analysis).into_iter().collect();
        let mut elsewhere = Vec::new();
        for (document, reading) in self.documents_read() {
            for (number, placeholder) in reading.placeholders().iter().enumerate() {
                if has_field(placeholder) && known.insert(placeholder.name.clone()) {
                    elsewhere.push(asked_in(document, reading, number, placeholder));
                }
            }
        }
        elsewhere
    }

    fn documents_read(&self) -> impl Iterator<Item = (&Document, &Rc<Analysis>)> {
        let documents = self.workspace.documents.iter();
        documents.filter_map(|document| Some((document, self.readings.get(&document.id)?)))
    }

    /// The templates that complete the active document and are not open, in the template's order.
    pub fn partners(&self) -> Vec<Partner> {
        let Some(template) = self.template() else {
            return Vec::new();
        };
        let partners = template.pairs_with.iter().filter(|id| !self.is_open(id));
        partners
            .filter_map(|id| self.gallery.templates.as_ref()?.find(id))
            .map(|partner| Partner {
                id: partner.id.clone(),
                label: partner_label(template, partner),
            })
            .collect()
    }

    fn is_open(&self, template: &str) -> bool {
        let mut documents = self.workspace.documents.iter();
        documents.any(|document| document.template.as_deref() == Some(template))
    }
}

/// Vendors' accounts stay as they are, and the partition is a setting.
fn has_field(placeholder: &Placeholder) -> bool {
    placeholder.class != Class::Vendor && placeholder.kind.id != "partition"
}

fn asked_in(
    document: &Document,
    reading: &Analysis,
    number: usize,
    placeholder: &Placeholder,
) -> Elsewhere {
    let is_missing = match reading.value_state(number) {
        ValueState::Unfilled => placeholder.class == Class::Placeholder,
        ValueState::Invalid(_) => true,
        ValueState::Valid(_) => false,
    };
    Elsewhere {
        document: document.id,
        document_name: document.name.clone(),
        name: placeholder.name.clone(),
        label: placeholder.label.clone(),
        is_missing,
    }
}

/// A role has one trust policy, so that needs no name.
fn partner_label(template: &Template, partner: &Template) -> String {
    match Pairing::of(template, partner) {
        Pairing::ItsTrustPolicy => "Add its trust policy".to_owned(),
        _ => format!("Add “{}”", partner.title),
    }
}
