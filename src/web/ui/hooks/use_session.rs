//! The state of the page, the one way to change it, and what follows from a change.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::session::{Action, CopyKind, Effect, State, update};
use crate::web::boot::Host;
use crate::web::editor::{EditorRequest, Target};
use crate::web::platform::focus::focus_id;
use crate::web::platform::{clipboard, download};
use crate::web::ui::field::Field;
use crate::web::ui::screens::SCREEN_TITLE_ID;
use crate::web::ui::shared::Shared;

/// The state as last drawn, and how to change it.
pub struct Session {
    pub state: Shared<State>,
    pub dispatch: Callback<Action>,
    /// What the text editor is to do.
    pub request: Option<EditorRequest>,
    /// What to say to screen readers, with a number of its own for every sentence.
    pub announcement: (u64, AttrValue),
}

/// Keeps the state; [`Session::dispatch`] stays the same for as long as the page lives.
#[hook]
pub fn use_session(host: &Host) -> Session {
    let redraw = use_force_update();
    let store = use_memo((), |()| Store::new(host.clone(), redraw));
    let dispatch = use_memo((), |()| store.dispatcher());
    use_effect({
        let store = store.clone();
        move || {
            if let Some(id) = store.focus.take() {
                focus_id(&id);
            }
        }
    });
    Session {
        state: Shared(store.state.borrow().clone()),
        dispatch: (*dispatch).clone(),
        request: store.request.get(),
        announcement: store.announcement.borrow().clone(),
    }
}

struct Store {
    state: RefCell<Rc<State>>,
    /// The id of the element that takes the focus once the page is drawn.
    focus: RefCell<Option<String>>,
    request: Cell<Option<EditorRequest>>,
    announcement: RefCell<(u64, AttrValue)>,
    /// The number of requests and announcements so far.
    count: Cell<u64>,
    host: Host,
    redraw: UseForceUpdateHandle,
}

impl Store {
    fn new(host: Host, redraw: UseForceUpdateHandle) -> Self {
        Self {
            state: RefCell::new(Rc::new(State::new())),
            focus: RefCell::default(),
            request: Cell::default(),
            announcement: RefCell::default(),
            count: Cell::default(),
            host,
            redraw,
        }
    }

    fn dispatcher(self: &Rc<Self>) -> Callback<Action> {
        let store = self.clone();
        Callback::from(move |action| store.dispatch(action))
    }

    fn dispatch(self: &Rc<Self>, action: Action) {
        let before = self.state.borrow().clone();
        let (after, mut effects) = update(&before, action);
        if after.screen != before.screen {
            self.change_screen(&mut effects);
        }
        self.state.replace(Rc::new(after));
        for effect in effects {
            self.perform(effect);
        }
        self.redraw.force_update();
    }

    /// A new screen is read from its heading on, unless the focus has a place to go to.
    ///
    /// What was asked of the text editor before is not to be done again when it comes back.
    fn change_screen(&self, effects: &mut Vec<Effect>) {
        self.request.set(None);
        effects.retain(|effect| *effect != Effect::FocusEditor);
        if !effects.iter().any(moves_focus) {
            self.focus.replace(Some(SCREEN_TITLE_ID.to_owned()));
        }
    }

    /// Copies and saves at once, while the browser still counts the reader's press; the rest comes with the drawing.
    fn perform(self: &Rc<Self>, effect: Effect) {
        match effect {
            Effect::WriteClipboard { text, kind } => self.copy(text, kind),
            Effect::Download {
                file_name,
                media_type,
                text,
            } => download::save(&file_name, &media_type, &text),
            Effect::RememberText(text) => self.host.remember_text(&text),
            Effect::FocusField(name) => drop(self.focus.replace(Some(Field::control_id(&name)))),
            Effect::SelectInEditor(span) => self.ask_editor(Target::Span(span)),
            Effect::SelectAllInEditor => self.ask_editor(Target::All),
            Effect::FocusEditor => self.ask_editor(Target::Field),
            Effect::Announce(words) => drop(self.announcement.replace((self.next(), words.into()))),
        }
    }

    fn copy(self: &Rc<Self>, text: String, kind: CopyKind) {
        let store = self.clone();
        spawn_local(async move {
            let written = clipboard::write(&text).await;
            store.dispatch(match written {
                Ok(()) => Action::CopyDone(kind),
                Err(clipboard::Refused) => Action::CopyRefused,
            });
        });
    }

    fn ask_editor(&self, target: Target) {
        let id = self.next();
        self.request.set(Some(EditorRequest { id, target }));
    }

    fn next(&self) -> u64 {
        self.count.set(self.count.get() + 1);
        self.count.get()
    }
}

fn moves_focus(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::FocusField(_) | Effect::SelectInEditor(_) | Effect::SelectAllInEditor
    )
}
