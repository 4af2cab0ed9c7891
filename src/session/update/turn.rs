//! One action being carried out: the state so far, the effects so far, and the one way to change the workspace.

use crate::engine::analysis::Analysis;
use crate::engine::templates::Template;
use crate::session::message::{Notice, RefusalTarget, Tone};
use crate::session::reading::{self, Readings};
use crate::session::state::Screen;
use crate::session::traces::Traces;
use crate::session::typing::Typing;
use crate::session::{Document, Effect, State, Workspace};
use std::rc::Rc;
use std::sync::Arc;

/// One action being carried out.
pub(super) struct Turn {
    pub(super) state: State,
    effects: Vec<Effect>,
}

/// A change that brings text in from outside.
pub(super) struct Arrival<'a> {
    /// The workspace with the text in it.
    pub(super) workspace: Workspace,
    /// How it may go on with the last step of the history; `None` makes a step of its own.
    pub(super) typing: Option<Typing>,
    /// The text that is new, with what stands round it.
    pub(super) text: &'a str,
    /// What the text is meant for.
    pub(super) target: RefusalTarget,
}

impl Turn {
    pub(super) fn new(state: State) -> Self {
        Turn {
            state,
            effects: Vec::new(),
        }
    }

    pub(super) fn end(self) -> (State, Vec<Effect>) {
        (self.state, self.effects)
    }

    pub(super) fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    pub(super) fn announce(&mut self, sentence: &str) {
        self.ask(Effect::Announce(sentence.to_owned()));
    }

    pub(super) fn notify(&mut self, tone: Tone, text: impl Into<String>) {
        self.state.notices += 1;
        self.state.notice = Some(Notice {
            text: text.into(),
            tone,
            id: self.state.notices,
        });
    }

    /// Changes the workspace, unless the text that arrives brings in a credential; says whether it changed.
    pub(super) fn admit(&mut self, arrival: Arrival<'_>) -> bool {
        if arrival.workspace == self.state.workspace {
            return false;
        }
        let readings = self.readings_of(&arrival.workspace);
        let fresh = self.fresh_among(&readings);
        if let Some(refusal) = super::refusal::of(&arrival, &fresh) {
            if arrival.typing.is_some() {
                self.forget(&super::refusal::traces_of(&arrival, &fresh), &arrival);
            }
            self.state.refusal = Some(refusal);
            return false;
        }
        self.state
            .history
            .record(&self.state.workspace, arrival.typing);
        self.show(arrival.workspace, readings);
        true
    }

    /// Takes what was typed of a credential out of the workspace and its history.
    fn forget(&mut self, traces: &Traces, arrival: &Arrival<'_>) {
        let typed_into = self.state.document().map_or(0, |document| document.id);
        let clean =
            |workspace: &Workspace| traces.taken_out_of(workspace, &arrival.target, typed_into);
        let present = clean(&self.state.workspace);
        self.state.history.rewrite(&present, clean);
        self.put_back(present);
    }

    /// Changes the workspace, as a step of its own, where no text comes from outside.
    pub(super) fn change(&mut self, workspace: Workspace) {
        if workspace != self.state.workspace {
            self.state.history.record(&self.state.workspace, None);
            self.put_back(workspace);
        }
    }

    /// Shows a workspace that the history already knows how to leave.
    pub(super) fn put_back(&mut self, workspace: Workspace) {
        let readings = self.readings_of(&workspace);
        self.show(workspace, readings);
    }

    /// Reads the active text again, now with checks.
    pub(super) fn check_now(&mut self) {
        let catalog = self.state.reference.catalog.as_ref();
        let Some(document) = self.state.workspace.document() else {
            return;
        };
        let request = reading::request(document, &self.state.workspace.values, catalog);
        let checked = (document.id, Rc::new(Analysis::new(request)));
        self.state.readings.extend([checked]);
        self.look_at_active();
    }

    /// Reads every document again, now that something else is known beside them.
    pub(super) fn read_again(&mut self) {
        self.state.readings = self.readings_of(&self.state.workspace);
        self.look_at_active();
    }

    fn readings_of(&self, workspace: &Workspace) -> Readings {
        let catalog = self.state.reference.catalog.as_ref();
        reading::read(workspace, catalog, &self.state.readings)
    }

    /// Those among the readings that are not on record yet.
    fn fresh_among(&self, readings: &Readings) -> Vec<Rc<Analysis>> {
        let known = |id: &u32, reading: &Rc<Analysis>| {
            let former = self.state.readings.get(id);
            former.is_some_and(|former| Rc::ptr_eq(former, reading))
        };
        let fresh = readings.iter().filter(|(id, reading)| !known(id, reading));
        fresh.map(|(_, reading)| reading.clone()).collect()
    }

    /// Puts the reading of the active document on display; a reason that is being typed stays with its finding.
    fn look_at_active(&mut self) {
        let id = self.state.document().map(|document| document.id);
        let reading = id.and_then(|id| self.state.readings.get(&id)).cloned();
        self.state.shown_plain = self
            .state
            .document()
            .is_some_and(|document| reading::is_large(&document.text));
        let reading = reading.unwrap_or_else(|| {
            Rc::new(reading::read_nothing(self.state.reference.catalog.as_ref()))
        });
        self.state.unchecked = !reading.is_checked();
        let former = std::mem::replace(&mut self.state.analysis, reading);
        let accepting = self.state.accepting.take();
        self.state.accepting =
            accepting.and_then(|one| one.carried_over(&former, &self.state.analysis));
        self.compare_again();
    }

    fn show(&mut self, workspace: Workspace, readings: Readings) {
        let former = std::mem::replace(&mut self.state.workspace, workspace);
        let read = std::mem::replace(&mut self.state.readings, readings);
        if id_of(&former) != id_of(&self.state.workspace) {
            self.state.accepting = None;
        }
        if self.state.document().is_none() {
            self.state.comparing = None;
        }
        self.look_at_active();
        self.state.refusal = None;
        self.note_changes(&former, &read);
        self.leave(&former);
    }

    /// Marks what was changed as uncopied, and forgets what is not there any more.
    fn note_changes(&mut self, former: &Workspace, read: &Readings) {
        let State {
            workspace,
            readings,
            ..
        } = &self.state;
        let shown = |readings: &Readings, id| readings.get(&id).map(|one| one.shown().text.clone());
        let uncopied = workspace.documents.iter().filter(|document| {
            let id = document.id;
            let is_work = match former.find(id) {
                Some(before) => before != *document || shown(read, id) != shown(readings, id),
                None => !self.holds_template_as_it_is(document),
            };
            !document.is_blank() && (is_work || self.state.uncopied.contains(&id))
        });
        self.state.uncopied = uncopied.map(|document| document.id).collect();
    }

    /// Forgets what was said of the former document, and remembers the present one.
    fn leave(&mut self, former: &Workspace) {
        let document = self.state.workspace.document();
        let text = document
            .map(|document| document.text.to_string())
            .unwrap_or_default();
        self.state.screen = match document {
            Some(_) => Screen::Editor,
            None => Screen::Start,
        };
        if !is_same_policy(former, &self.state.workspace) {
            self.state.shows_pasting_steps = false;
            self.state.fitting = None;
        }
        if !is_same_text(former, &self.state.workspace) {
            self.state.visited = None;
            self.ask(Effect::RememberText(text));
        }
    }

    /// Whether the document is a template that nobody has changed.
    pub(super) fn holds_template_as_it_is(&self, document: &Document) -> bool {
        let template = self.state.template_of(document);
        let as_opened = |template: &Template| self.state.workspace.in_its_partition(&template.text);
        template.is_some_and(|template| *document.text == *as_opened(template))
    }
}

fn id_of(workspace: &Workspace) -> Option<u32> {
    workspace.document().map(|document| document.id)
}

fn is_same_text(one: &Workspace, other: &Workspace) -> bool {
    match (one.document(), other.document()) {
        (Some(one), Some(other)) => {
            one.id == other.id && (Arc::ptr_eq(&one.text, &other.text) || one.text == other.text)
        }
        (None, None) => true,
        _ => false,
    }
}

/// Whether what was copied of the one is still what the other gives.
fn is_same_policy(one: &Workspace, other: &Workspace) -> bool {
    one.values.by_name == other.values.by_name && is_same_text(one, other)
}
