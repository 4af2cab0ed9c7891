//! Texts that come in whole: what was recognised is kept with the document, and its policies become documents of their own.

use super::layout::LAYOUT;
use super::opening::PASTED;
use super::refusal;
use super::turn::{Arrival, Turn};
use crate::engine::syntax::{format, parse};
use crate::session::message::{RefusalTarget, Tone};
use crate::session::paste_report::MOST_AT_ONCE;
use crate::session::pasted::{Origin, Pasted};
use crate::session::{Document, Effect, PasteAction, Workspace};
use std::rc::Rc;

impl Turn {
    pub(super) fn go_on_with_paste(&mut self, action: PasteAction) {
        match action {
            PasteAction::OpenPolicy(number) => self.open_policy(number),
            PasteAction::OpenPolicies => self.open_policies(),
            PasteAction::OpenManagedPolicy(name) => self.open_managed_policy(&name),
            PasteAction::BringBack => self.bring_back_pasted(),
            PasteAction::Dismiss => self.dismiss_paste_report(),
        }
    }

    /// A document for a text that comes in whole; `None` where a policy in it is refused that the text around it hid.
    pub(super) fn document_for(&mut self, name: &str, text: &str) -> Option<Document> {
        let id = self.state.workspace.free_id();
        let Some(pasted) = Pasted::read(name, text) else {
            return Some(Document::new(id, name, text));
        };
        (!self.refuses_a_policy(&pasted)).then(|| Rc::new(pasted).whole(id))
    }

    /// Takes over a text that was pasted in the place of the active document's.
    pub(super) fn paste_whole(&mut self, text: String) {
        let name = self
            .state
            .document()
            .map_or(PASTED, |document| &document.name);
        let pasted = Pasted::read(name, &text);
        if pasted
            .as_ref()
            .is_some_and(|pasted| self.refuses_a_policy(pasted))
        {
            return;
        }
        let origin = pasted.map(|pasted| Origin::Whole(Rc::new(pasted)));
        let with_text = self.state.workspace.with_text(&text);
        let entered = self.admit(Arrival {
            workspace: with_text.with_document(|document| document.origin = origin),
            typing: None,
            text: &text,
            target: RefusalTarget::Text,
        });
        if entered {
            self.say_what_was_pasted();
        }
    }

    /// Whether a policy holds a credential; the text around it, percent-encoded for instance, can hide one.
    fn refuses_a_policy(&mut self, pasted: &Pasted) -> bool {
        let refusal = pasted.recognised().policies().find_map(|policy| {
            let name = Some(policy.name.clone());
            refusal::of_text(policy.text.text(), RefusalTarget::Document { name })
        });
        let is_refused = refusal.is_some();
        if is_refused {
            self.state.refusal = refusal;
        }
        is_refused
    }

    /// Says what the active text is; takes the policy out where that asks no question, which is a step of the history by itself.
    pub(super) fn say_what_was_pasted(&mut self) {
        let Some(pasted) = self.whole_paste() else {
            return;
        };
        self.announce(&pasted.recognised().summary);
        if pasted.is_one_wrapped_policy() {
            self.take_out(&pasted);
        }
    }

    /// The pasted text that the active document holds as it came.
    fn whole_paste(&self) -> Option<Rc<Pasted>> {
        let document = self.state.document()?;
        match document.origin.as_ref()? {
            Origin::Whole(pasted) if document.text == *pasted.text() => Some(pasted.clone()),
            _ => None,
        }
    }

    /// Opens one policy beside the pasted text, or in its place where it is the only one; shows it where it is open.
    fn open_policy(&mut self, number: usize) {
        let Some(pasted) = self.whole_paste() else {
            return;
        };
        if let Some(open) = self.state.opened_from(&pasted, number) {
            return self.show_document(open.id);
        }
        if pasted.recognised().policies().count() == 1 {
            return self.take_out(&pasted);
        }
        if let Some(document) = pasted.policy(number, self.state.workspace.free_id()) {
            let workspace = self.state.workspace.with_added(document.clone());
            self.bring_in(workspace, &document);
        }
    }

    /// Opens every policy in the place of the pasted text.
    fn open_policies(&mut self) {
        if let Some(pasted) = self.whole_paste() {
            self.take_out(&pasted);
        }
    }

    /// Puts the policies that are not open in the place of the pasted text, and shows the first of them; the text stays while there are more.
    fn take_out(&mut self, pasted: &Rc<Pasted>) {
        let count = pasted.recognised().policies().count();
        let is_open = |number: &usize| self.state.opened_from(pasted, *number).is_some();
        let closed: Vec<usize> = (0..count).filter(|number| !is_open(number)).collect();
        let mut workspace = self.state.workspace.clone();
        let mut taken: Vec<Document> = Vec::new();
        for number in closed.iter().take(MOST_AT_ONCE) {
            if let Some(document) = pasted.policy(*number, workspace.free_id()) {
                workspace = workspace.with_added(document.clone());
                taken.push(document);
            }
        }
        let whole = self.state.document().map(|document| document.id);
        if let Some(whole) = whole.filter(|_| closed.len() <= MOST_AT_ONCE) {
            workspace = workspace.without(whole);
        }
        self.let_in(workspace, &taken);
    }

    /// Takes over a workspace with these documents new in it, and shows the first.
    fn let_in(&mut self, workspace: Workspace, documents: &[Document]) {
        let Some(first) = documents.first() else {
            return;
        };
        let texts: Vec<&str> = documents.iter().map(|document| &*document.text).collect();
        let entered = self.admit(Arrival {
            workspace: workspace.with_shown(first.id),
            typing: None,
            text: &texts.join("\n"),
            target: RefusalTarget::Document { name: None },
        });
        if entered {
            self.ask(Effect::FocusEditor);
        }
    }

    /// Puts the text as it came back in the place of the policy that was taken out of it.
    fn bring_back_pasted(&mut self) {
        let document = self.state.document();
        let Some(Origin::Policy { of, .. }) = document.and_then(|one| one.origin.clone()) else {
            return;
        };
        let whole = of.whole(self.state.workspace.free_id());
        let workspace = self.state.workspace.with_replaced(whole.clone());
        self.bring_in(workspace, &whole);
    }

    /// Takes the report away; that is no change of the document.
    fn dismiss_paste_report(&mut self) {
        let uncopied = self.state.uncopied.clone();
        let workspace = self
            .state
            .workspace
            .with_document(|document| document.origin = None);
        self.put_back(workspace);
        self.state.uncopied = uncopied;
    }

    /// Opens the current text of an AWS managed policy, in the place of the text that names it.
    fn open_managed_policy(&mut self, name: &str) {
        let catalog = self.state.reference.catalog.clone();
        let known = catalog
            .as_ref()
            .and_then(|catalog| catalog.managed_policy(name));
        let (Some(catalog), Some(policy)) = (&catalog, known) else {
            return self.notify(
                Tone::Warning,
                format!("The text of `{name}` is not among the policies that the editor knows."),
            );
        };
        let laid_out = format(&parse(policy.document), LAYOUT);
        let text = laid_out.unwrap_or_else(|| policy.document.to_owned());
        let document = Document::new(self.state.workspace.free_id(), policy.name, text);
        let names_it = self
            .whole_paste()
            .is_some_and(|pasted| pasted.recognised().sources.is_empty());
        let workspace = match names_it {
            true => self.state.workspace.with_replaced(document.clone()),
            false => self.state.workspace.with_added(document.clone()),
        };
        if self.bring_in(workspace, &document) {
            let date = catalog.managed_policies_date();
            self.notify(
                Tone::Info,
                format!(
                    "This is `{name}` in its version {}, as known on {date}.",
                    policy.version
                ),
            );
            self.ask(Effect::FocusEditor);
        }
    }
}
