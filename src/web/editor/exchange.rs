//! What passes between the session and the surface that the policy is typed in.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::functional::UseForceUpdateHandle;

use super::field_text::{self, FieldText};
use super::offsets::{Change, Positions};
use super::policy_editor::{EditorRequest, PolicyEditorProps, Target};
use super::surface::{Place, Surface};
use super::tooltip;

/// Reports to the session what is typed, and brings its text, its marks and its requests to the surface.
///
/// It outlives the surface, so that CodeMirror takes over from the text field without a key lost.
pub struct Exchange {
    props: RefCell<PolicyEditorProps>,
    text: RefCell<FieldText>,
    surface: RefCell<Option<Rc<dyn Surface>>>,
    /// The last request that was carried out.
    requested: Cell<Option<u64>>,
    /// Whether the cursor goes along with the next change of the session's, as after an undo.
    follows: Cell<bool>,
    /// Whether the marks on the surface are not those of the text.
    is_unmarked: Cell<bool>,
    look_again: UseForceUpdateHandle,
}

impl Exchange {
    /// Begins with the session's text in the surface to come; `look_again` leads to a call of [`Exchange::settle`].
    pub fn new(props: PolicyEditorProps, look_again: UseForceUpdateHandle) -> Self {
        Exchange {
            text: RefCell::new(FieldText::new(props.text.clone())),
            props: RefCell::new(props),
            surface: RefCell::new(None),
            requested: Cell::new(None),
            follows: Cell::new(false),
            is_unmarked: Cell::new(true),
            look_again,
        }
    }

    /// From now on the policy is typed here; the surface must hold what [`Exchange::value`] says.
    pub fn continue_in(&self, surface: Rc<dyn Surface>) {
        self.is_unmarked.set(true);
        let former = self.surface.replace(Some(surface));
        drop(former);
    }

    /// Lets go of the surface.
    pub fn end(&self) {
        let former = self.surface.take();
        drop(former);
    }

    /// What the surface holds.
    pub fn value(&self) -> String {
        self.text.borrow().held().to_string()
    }

    /// Where the reader is in the surface; `None` while nothing may take its place.
    pub fn place_to_continue(&self) -> Option<Place> {
        self.surface()
            .filter(|surface| !surface.is_composing())?
            .place()
    }

    /// Changes were made in the surface.
    pub fn typed(&self, changes: &[Change], is_pasted: bool) {
        let Some(surface) = self.surface() else {
            return;
        };
        let edits = self.text.borrow_mut().typed(changes, || surface.value());
        self.is_unmarked.set(true);
        let props = self.props();
        let report = if is_pasted {
            props.on_paste
        } else {
            props.on_edit
        };
        report.emit(edits);
        self.look_again.force_update();
    }

    /// The surface now holds this, line breaks as LF.
    pub fn typed_value(&self, value: &str, is_pasted: bool) {
        let changes = super::offsets::changes_between(self.text.borrow().held(), value);
        self.typed(&changes, is_pasted);
    }

    /// The former state is wanted back.
    pub fn undo(&self) {
        self.follows.set(true);
        self.props().on_undo.emit(());
    }

    /// What was undone is wanted again.
    pub fn redo(&self) {
        self.follows.set(true);
        self.props().on_redo.emit(());
    }

    /// The cursor has moved.
    pub fn moved(&self, position: usize) {
        let held = self.text.borrow().held().clone();
        let on_cursor = self.props().on_cursor;
        on_cursor.emit(Positions::new(&held).byte(position));
    }

    /// A composition has come to its end.
    pub fn composed(&self) {
        self.look_again.force_update();
    }

    /// What the tooltip at a position says.
    pub fn words_at(&self, position: usize) -> Option<String> {
        let held = self.text.borrow().held().clone();
        let props = self.props();
        tooltip::words_at(
            &props.analysis,
            props.view,
            Positions::new(&held).byte(position),
        )
    }

    /// Takes in what the page says now.
    pub fn hear(&self, props: &PolicyEditorProps) {
        let former = self.props.replace(props.clone());
        self.text.borrow_mut().answered(&props.text);
        if !Rc::ptr_eq(&former.analysis, &props.analysis) || former.view != props.view {
            self.is_unmarked.set(true);
        }
    }

    /// Brings the surface into step with the page, unless a composition is under way.
    pub fn settle(&self) {
        let Some(surface) = self.surface().filter(|surface| !surface.is_composing()) else {
            return;
        };
        let changes = self.text.borrow_mut().write_back();
        let follows = self.follows.take();
        if !changes.is_empty() {
            self.is_unmarked.set(true);
            let end = follows.then(|| field_text::end_of(&changes));
            surface.write(&changes, end.flatten());
        }
        let props = self.props();
        if self.is_unmarked.take() {
            surface.mark(&props.analysis, props.view);
        }
        if let Some(request) = props.request {
            self.carry_out(&request, &*surface);
        }
    }

    fn carry_out(&self, request: &EditorRequest, surface: &dyn Surface) {
        if self.requested.replace(Some(request.id)) == Some(request.id) {
            return;
        }
        let held = self.text.borrow().held().clone();
        let positions = Positions::new(&held);
        match request.target {
            Target::Span(span) => {
                surface.select(positions.position(span.start), positions.position(span.end));
            }
            Target::All => surface.select(0, positions.end()),
            Target::Field => surface.focus(),
        }
    }

    fn props(&self) -> PolicyEditorProps {
        self.props.borrow().clone()
    }

    fn surface(&self) -> Option<Rc<dyn Surface>> {
        self.surface.borrow().clone()
    }
}
