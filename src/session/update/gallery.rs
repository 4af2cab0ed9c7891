//! The templates on offer: loading, searching, choosing.

use super::refusal;
use super::turn::Turn;
use crate::engine::policy::{Attachment, KindChoice, PolicyKind};
use crate::engine::templates::{Gallery, Template};
use crate::session::message::{RefusalTarget, Tone};
use crate::session::owner::Pairing;
use crate::session::{Document, Effect, Owner};
use std::rc::Rc;

impl Turn {
    pub(super) fn load_gallery(&mut self, json: &str) {
        match Gallery::read(json) {
            Ok(gallery) => {
                self.state.gallery.templates = Some(Rc::new(gallery));
                self.state.gallery.failure = None;
            }
            Err(error) => {
                self.state.gallery.failure = Some(format!("The templates cannot be read: {error}"))
            }
        }
    }

    pub(super) fn search_gallery(&mut self, query: String) {
        match refusal::of_text(&query, RefusalTarget::Search) {
            Some(refusal) => self.state.refusal = Some(refusal),
            None => self.state.gallery.query = query,
        }
    }

    pub(super) fn choose_template(&mut self, id: &str) {
        if let Some(document) = self.document_from(id)
            && self.open_document(document)
        {
            self.lead_to_first_gap();
        }
    }

    /// Opens a template beside the others; it has the active document's owner where it can belong to that too.
    pub(super) fn add_partner(&mut self, id: &str) {
        let Some(mut document) = self.document_from(id) else {
            return;
        };
        if let (Some(active), Some(first), Some(second)) = (
            self.state.document(),
            self.state.template(),
            self.state.template_of(&document),
        ) {
            let pairing = Pairing::of(first, second);
            document.owner = Owner::of_partner(active.owner.as_ref(), document.owner, pairing);
        }
        let workspace = self.state.workspace.with_added(document.clone());
        if self.bring_in(workspace, &document) {
            self.lead_to_first_gap();
        }
    }

    /// Opens every policy of a set, as one step of the history, and shows the first.
    pub(super) fn choose_set(&mut self, id: &str) {
        let gallery = self.state.gallery.templates.clone();
        let set = gallery.as_ref().and_then(|gallery| gallery.find_set(id));
        let (Some(gallery), Some(set)) = (&gallery, set) else {
            return self.notify(Tone::Warning, "This set is not in the list of templates.");
        };
        let former = self.workspace_to_fill();
        let mut workspace = former.clone();
        for owner in &set.owners {
            for template in owner.templates.iter().filter_map(|id| gallery.find(id)) {
                let mut document = self.document_of(template, workspace.free_id());
                document.owner = Owner::of_set(owner);
                workspace = workspace.with_added(document);
            }
        }
        let mut added = workspace.documents.iter();
        let first = added.find(|document| former.find(document.id).is_none());
        let first = first.map_or(0, |document| document.id);
        self.change(workspace.with_shown(first));
        self.lead_to_first_gap();
    }

    /// A document from the template with this id; `None`, with a notice, where there is none.
    fn document_from(&mut self, id: &str) -> Option<Document> {
        let gallery = self.state.gallery.templates.clone();
        let template = gallery.as_ref().and_then(|gallery| gallery.find(id));
        if template.is_none() {
            self.notify(
                Tone::Warning,
                "This template is not in the list of templates.",
            );
        }
        template.map(|template| self.document_of(template, self.state.workspace.free_id()))
    }

    /// The document that a template gives, in the partition of the workspace.
    fn document_of(&self, template: &Template, id: u32) -> Document {
        let kind = PolicyKind::from_id(template.kind.name());
        Document {
            kind: kind.map_or(KindChoice::Auto, KindChoice::Set),
            attachment: template_attachment(template),
            template: Some(template.id.clone()),
            declared: template.declarations().into(),
            owner: Owner::of_template(template),
            ..Document::new(
                id,
                template.title.as_str(),
                self.state.workspace.in_its_partition(&template.text),
            )
        }
    }

    /// To the first field without a value, or else to the text.
    fn lead_to_first_gap(&mut self) {
        let effect = match self.first_gap() {
            Some(placeholder) => Effect::FocusField(placeholder.name.clone()),
            None => Effect::FocusEditor,
        };
        self.ask(effect);
    }
}

/// Where a template goes; its file says `managed-policy` where the attachment is `managed`.
pub(in crate::session) fn template_attachment(template: &Template) -> Option<Attachment> {
    let target = template.attach_as.target.as_str();
    Attachment::from_id(target.strip_suffix("-policy").unwrap_or(target))
}
