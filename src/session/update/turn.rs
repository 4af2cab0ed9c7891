//! One action being carried out: the state so far, the effects so far, and the one way to change the workspace.

use crate::engine::analysis::{Analysis, Request};
use crate::engine::catalog::Catalog;
use crate::engine::checks::Options;
use crate::engine::policy::KindChoice;
use crate::session::message::{Notice, RefusalTarget, Tone};
use crate::session::state::{LARGE_TEXT, Screen};
use crate::session::traces::Traces;
use crate::session::typing::Typing;
use crate::session::{Effect, State, Workspace};
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

/// What is shown of a workspace.
struct Picture {
    analysis: Analysis,
    is_large: bool,
    unchecked: bool,
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
        let picture = self.picture_of(&arrival.workspace);
        if let Some(refusal) = super::refusal::of(&arrival, &picture.analysis) {
            if arrival.typing.is_some() {
                self.forget(
                    &super::refusal::traces_of(&arrival, &picture.analysis),
                    &arrival,
                );
            }
            self.state.refusal = Some(refusal);
            return false;
        }
        self.state
            .history
            .record(&self.state.workspace, arrival.typing);
        self.show(arrival.workspace, picture);
        true
    }

    /// Takes what was typed of a credential out of the workspace and its history.
    fn forget(&mut self, traces: &Traces, arrival: &Arrival<'_>) {
        let clean = |workspace: &Workspace| traces.taken_out_of(workspace, &arrival.target);
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
        let picture = self.picture_of(&workspace);
        self.show(workspace, picture);
    }

    /// Reads the active text again, now with checks.
    pub(super) fn check_now(&mut self) {
        self.state.unchecked = false;
        self.look_at(self.analysis_of(&self.state.workspace, false));
    }

    pub(super) fn analysis_of(&self, workspace: &Workspace, unchecked: bool) -> Analysis {
        analyse(workspace, self.state.reference.catalog.as_ref(), unchecked)
    }

    fn picture_of(&self, workspace: &Workspace) -> Picture {
        let is_large = workspace
            .document()
            .is_some_and(|document| document.text.len() > LARGE_TEXT);
        let was_checked = !self.state.unchecked && is_same_text(workspace, &self.state.workspace);
        let unchecked = is_large && !was_checked;
        Picture {
            analysis: self.analysis_of(workspace, unchecked),
            is_large,
            unchecked,
        }
    }

    /// Puts another analysis on display; a reason that is being typed stays with its finding.
    pub(super) fn look_at(&mut self, analysis: Analysis) {
        let former = std::mem::replace(&mut self.state.analysis, Rc::new(analysis));
        let accepting = self.state.accepting.take();
        self.state.accepting =
            accepting.and_then(|one| one.carried_over(&former, &self.state.analysis));
    }

    fn show(&mut self, workspace: Workspace, picture: Picture) {
        let former = std::mem::replace(&mut self.state.workspace, workspace);
        self.look_at(picture.analysis);
        self.state.shown_plain = picture.is_large;
        self.state.unchecked = picture.unchecked;
        self.state.refusal = None;
        self.leave(&former);
    }

    /// Forgets what was said of the former workspace, and remembers the present one.
    fn leave(&mut self, former: &Workspace) {
        let document = self.state.workspace.document();
        let text = document
            .map(|document| document.text.to_string())
            .unwrap_or_default();
        let id = document.map(|document| document.id);
        self.state.screen = if id.is_some() {
            Screen::Editor
        } else {
            Screen::Start
        };
        let is_opened = former.document().map(|document| document.id) != id;
        self.state.uncopied = id.is_some() && !(is_opened && self.holds_template_as_it_is());
        if !is_same_policy(former, &self.state.workspace) {
            self.state.shows_pasting_steps = false;
        }
        if !is_same_text(former, &self.state.workspace) {
            self.state.visited = None;
            self.ask(Effect::RememberText(text));
        }
    }

    /// Whether the active document is a template that nobody has changed.
    fn holds_template_as_it_is(&self) -> bool {
        let text = self.state.document().map(|document| &*document.text);
        let template = self.state.template();
        template.is_some_and(|template| text == Some(template.text.as_str()))
    }
}

fn is_same_text(one: &Workspace, other: &Workspace) -> bool {
    match (one.document(), other.document()) {
        (Some(one), Some(other)) => Arc::ptr_eq(&one.text, &other.text) || one.text == other.text,
        (None, None) => true,
        _ => false,
    }
}

/// Whether what was copied of the one is still what the other gives.
fn is_same_policy(one: &Workspace, other: &Workspace) -> bool {
    one.values.by_name == other.values.by_name && is_same_text(one, other)
}

/// Reads the active document; an empty text where there is none.
pub(crate) fn analyse(
    workspace: &Workspace,
    catalog: Option<&Arc<Catalog>>,
    unchecked: bool,
) -> Analysis {
    let document = workspace.document();
    let request = Request {
        text: document.map_or("", |document| &document.text),
        declared: document.map_or(&[], |document| &document.declared),
        values: &workspace.values,
        kind: document.map_or(KindChoice::Auto, |document| document.kind),
        attachment: document.and_then(|document| document.attachment),
        options: Options::default(),
        catalog,
        accepted: document.map_or(&[], |document| &document.accepted),
    };
    if unchecked {
        Analysis::unchecked(request)
    } else {
        Analysis::new(request)
    }
}
