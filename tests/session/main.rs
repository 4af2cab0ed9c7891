//! The page's behaviour, driven by lists of actions: what they leave in the state, and what they ask of the page.

mod accepting;
mod comparing;
mod copying;
mod credentials;
mod documents;
mod history;
mod large_texts;
mod layout;
mod opening;
mod partition;
mod pasting;
mod places;
mod reference;
mod sequences;
mod typing;
mod values;

use iam_policy_editor::engine::templates::{SET_IDS, TEMPLATE_IDS};
use iam_policy_editor::engine::text::{Edit, Edits, Span};
use iam_policy_editor::session::{AcceptAction, Action, Effect, State, update};

/// The published policy with two missing commas and two kinds of stand-ins.
const BROKEN: &str = include_str!("../fixtures/published/batchly-onboarding-user.json.txt");

const TRUST: &str = r#"{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"Service": "batch.amazonaws.com"}, "Action": "sts:AssumeRole"}}"#;

/// A page with a person in front of it.
struct Page {
    state: State,
    /// What the last action asked for.
    effects: Vec<Effect>,
}

impl Page {
    fn new() -> Self {
        Page {
            state: State::new(),
            effects: Vec::new(),
        }
    }

    /// The editor with a pasted policy.
    fn with(text: &str) -> Self {
        Page::new().then(paste(text))
    }

    /// The start page with the templates loaded.
    fn with_gallery() -> Self {
        Page::new().then(Action::GalleryLoaded(library()))
    }

    fn act(&mut self, action: Action) {
        (self.state, self.effects) = update(&self.state, action);
    }

    fn then(mut self, action: Action) -> Self {
        self.act(action);
        self
    }

    fn then_all(self, actions: impl IntoIterator<Item = Action>) -> Self {
        actions.into_iter().fold(self, Page::then)
    }

    /// Types at a place of the text on display, a key at a time.
    fn typing(self, at: usize, text: &str) -> Self {
        let places = text.char_indices().map(|(offset, _)| at + offset);
        self.then_all(
            places
                .zip(text.chars())
                .map(|(place, key)| insert(place, &key.to_string())),
        )
    }

    /// The text with its stand-ins.
    fn text(&self) -> &str {
        self.state.document().map_or("", |document| &document.text)
    }

    fn notice(&self) -> &str {
        self.state.notice.as_ref().map_or("", |notice| &notice.text)
    }

    fn value(&self, name: &str) -> &str {
        self.state
            .workspace
            .values
            .by_name
            .get(name)
            .map_or("", String::as_str)
    }

    /// The number of the first finding with this code.
    fn finding(&self, code: &str) -> usize {
        let mut findings = self.state.analysis.findings().iter();
        findings.position(|finding| finding.code == code).unwrap()
    }

    /// How many steps can be taken back.
    fn steps(&self) -> usize {
        let mut state = self.state.clone();
        let mut steps = 0;
        while state.can_undo() {
            state = update(&state, Action::Undo).0;
            steps += 1;
        }
        steps
    }
}

fn paste(text: &str) -> Action {
    Action::OpenText {
        name: None,
        text: text.into(),
    }
}

fn insert(at: usize, text: &str) -> Action {
    Action::EditShown(Edits::from(Edit::insert(at, text)))
}

fn delete(start: usize, end: usize) -> Action {
    Action::EditShown(Edits::from(Edit::delete(Span::new(start, end))))
}

fn replace(start: usize, end: usize, text: &str) -> Action {
    Action::EditShown(Edits::from(Edit::replace(Span::new(start, end), text)))
}

fn value(name: &str, value: &str) -> Action {
    Action::SetValue {
        name: name.into(),
        value: value.into(),
    }
}

fn choose(id: &str) -> Action {
    Action::ChooseTemplate(id.into())
}

/// The bundled template file, put together from the library.
fn library() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/engine/templates/library");
    let read = |id: &&str| std::fs::read_to_string(format!("{folder}/{id}.json")).unwrap();
    let files: Vec<String> = TEMPLATE_IDS.iter().map(read).collect();
    let sets = concat!(env!("CARGO_MANIFEST_DIR"), "/src/engine/templates/sets");
    let read_set = |id: &&str| std::fs::read_to_string(format!("{sets}/{id}.json")).unwrap();
    let sets: Vec<String> = SET_IDS.iter().map(read_set).collect();
    format!(
        "{{\"templates\": [{}], \"sets\": [{}]}}",
        files.join(","),
        sets.join(",")
    )
}
