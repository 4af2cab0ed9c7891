//! Everything that undo brings back: the documents, and the values they share.

use super::document::Document;
use crate::engine::placeholders::Values;
use std::sync::Arc;

/// The documents and the values they share; cheap to clone, since texts are shared.
#[derive(Debug, Clone, PartialEq)]
pub struct Workspace {
    /// In the order of the page; empty until the first one is opened.
    pub documents: Vec<Document>,
    /// The place of the document on display, from 0.
    pub active: usize,
    /// The values typed, by placeholder name, and the partition.
    pub values: Values,
}

impl Workspace {
    /// No document, no value.
    pub fn new() -> Self {
        Workspace {
            documents: Vec::new(),
            active: 0,
            values: Values::default(),
        }
    }

    /// The active document; `None` while there is none.
    pub fn document(&self) -> Option<&Document> {
        self.documents.get(self.active)
    }

    /// The same workspace after `change` to the active document, where there is one.
    pub(super) fn with_document(&self, change: impl FnOnce(&mut Document)) -> Self {
        let mut next = self.clone();
        if let Some(document) = next.documents.get_mut(next.active) {
            change(document);
        }
        next
    }

    /// The same workspace with another text in the active document, which is made where there is none.
    pub(super) fn with_text(&self, text: &str) -> Self {
        if self.document().is_none() {
            return self.with_opened(Document::new(self.free_id(), UNTITLED, text));
        }
        self.with_document(|document| document.text = text.into())
    }

    /// The same workspace with `document` on display: in the place of an active one that is blank, or else beside the others.
    pub(super) fn with_opened(&self, document: Document) -> Self {
        match self.document().is_some_and(Document::is_blank) {
            true => self.with_replaced(document),
            false => self.with_added(document),
        }
    }

    /// The same workspace with `document` on display in the place of the active one, where there is one.
    pub(super) fn with_replaced(&self, document: Document) -> Self {
        match self.document() {
            Some(_) => self.with_document(|place| *place = document),
            None => self.with_added(document),
        }
    }

    /// The same workspace with `document` on display, behind those with the same owner or else behind all.
    pub(super) fn with_added(&self, document: Document) -> Self {
        let mut next = self.clone();
        let kin = |other: &Document| other.owner.is_some() && other.owner == document.owner;
        let last_of_kin = self.documents.iter().rposition(kin);
        next.active = last_of_kin.map_or(self.documents.len(), |last| last + 1);
        next.documents.insert(next.active, document);
        next
    }

    /// The same workspace without the document with this id; its place goes to the next one, or else to the one before.
    pub(super) fn without(&self, id: u32) -> Self {
        let mut next = self.clone();
        if let Some(place) = self.place_of(id) {
            next.documents.remove(place);
            let is_before = place < self.active;
            let last = next.documents.len().saturating_sub(1);
            next.active = (self.active - usize::from(is_before)).min(last);
        }
        next
    }

    /// The same workspace with the document with this id on display; unchanged where there is none.
    pub(super) fn with_shown(&self, id: u32) -> Self {
        let active = self.place_of(id).unwrap_or(self.active);
        Workspace {
            active,
            ..self.clone()
        }
    }

    /// The document with this id.
    pub fn find(&self, id: u32) -> Option<&Document> {
        self.documents.iter().find(|document| document.id == id)
    }

    fn place_of(&self, id: u32) -> Option<usize> {
        self.documents.iter().position(|document| document.id == id)
    }

    /// The same workspace after `change` to the document with this id, where there is one.
    pub(super) fn with_changed(&self, id: u32, change: impl FnOnce(&mut Document)) -> Self {
        let mut next = self.clone();
        let mut documents = next.documents.iter_mut();
        if let Some(document) = documents.find(|document| document.id == id) {
            change(document);
        }
        next
    }

    /// The same workspace after `change` to the values.
    pub(super) fn with_values(&self, change: impl FnOnce(&mut Values)) -> Self {
        let mut next = self.clone();
        change(&mut next.values);
        next
    }

    /// An id that no document has.
    pub(super) fn free_id(&self) -> u32 {
        let highest = self.documents.iter().map(|document| document.id).max();
        highest.unwrap_or_default().wrapping_add(1)
    }

    /// The bytes that this workspace keeps alive beside those that it shares with `other`.
    pub(super) fn bytes_beside(&self, other: Option<&Workspace>) -> usize {
        let shared = |text: &Arc<str>| {
            other.is_some_and(|other| {
                let mut texts = other.documents.iter().map(|document| &document.text);
                texts.any(|theirs| Arc::ptr_eq(theirs, text))
            })
        };
        let texts = self.documents.iter().map(|document| &document.text);
        let text_bytes: usize = texts
            .filter(|text| !shared(text))
            .map(|text| text.len())
            .sum();
        text_bytes + self.value_bytes() + self.accepted_bytes()
    }

    fn accepted_bytes(&self) -> usize {
        let accepted = self
            .documents
            .iter()
            .flat_map(|document| document.accepted.iter());
        accepted.map(|one| one.code.len() + one.reason.len()).sum()
    }

    fn value_bytes(&self) -> usize {
        let values = self.values.by_name.iter();
        values.map(|(name, value)| name.len() + value.len()).sum()
    }
}

impl Default for Workspace {
    fn default() -> Self {
        Self::new()
    }
}

/// What a document is called that has neither a file nor a template.
pub(super) const UNTITLED: &str = "Untitled policy";
