//! The templates on offer: loading, searching, choosing.

use super::refusal;
use super::turn::Turn;
use crate::engine::placeholders::Declaration;
use crate::engine::policy::{Attachment, KindChoice, PolicyKind};
use crate::engine::templates::{DeclaredPlaceholder, Gallery, Template};
use crate::session::message::{RefusalTarget, Tone};
use crate::session::{Document, Effect};
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
        let gallery = self.state.gallery.templates.clone();
        let Some(template) = gallery.as_ref().and_then(|gallery| gallery.find(id)) else {
            self.notify(
                Tone::Warning,
                "This template is not in the list of templates.",
            );
            return;
        };
        if self.open_document(document_of(template, self.state.workspace.free_id())) {
            self.lead_to_first_gap();
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

fn document_of(template: &Template, id: u32) -> Document {
    Document {
        kind: PolicyKind::from_id(template.kind.name()).map_or(KindChoice::Auto, KindChoice::Set),
        attachment: template_attachment(template),
        template: Some(template.id.clone()),
        declared: template.placeholders.iter().map(declaration_of).collect(),
        ..Document::new(id, template.title.as_str(), template.text.as_str())
    }
}

/// Where a template goes; its file says `managed-policy` where the attachment is `managed`.
pub(in crate::session) fn template_attachment(template: &Template) -> Option<Attachment> {
    let target = template.attach_as.target.as_str();
    Attachment::from_id(target.strip_suffix("-policy").unwrap_or(target))
}

fn declaration_of(placeholder: &DeclaredPlaceholder) -> Declaration {
    Declaration {
        name: placeholder.name.clone(),
        type_id: placeholder.placeholder_type.clone(),
        label: placeholder.label.clone(),
        hint: placeholder.hint.clone(),
        example: placeholder.example.lines().map(str::to_owned).collect(),
        default: placeholder.default.clone(),
        choices: placeholder.choices.clone(),
        ..Declaration::default()
    }
}
