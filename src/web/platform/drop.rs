//! Files and text that are dragged onto the page.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, Event};

use super::focus::is_editable_target;

/// What was let go over the page.
#[derive(Debug, Clone)]
pub enum Dropped {
    /// The first of the files.
    File(web_sys::File),
    /// Selected text.
    Text(String),
}

/// What happens while something is dragged.
#[derive(Debug, Clone)]
pub enum DragStep {
    /// It is over the page.
    Over,
    /// It has left the page again.
    Gone,
    /// It was let go.
    Dropped(Dropped),
}

/// Listens on the whole window until it is dropped; text dragged into a field stays the field's.
pub struct DropZone {
    _listeners: [EventListener; 4],
}

impl DropZone {
    /// Calls `on_step` at each step of a drag that concerns the page.
    pub fn new(on_step: impl Fn(DragStep) + 'static) -> Self {
        let on_step = Rc::new(on_step);
        let depth = Rc::new(Cell::new(0_u32));
        Self {
            _listeners: [
                entering(on_step.clone(), depth.clone()),
                hovering(),
                leaving(on_step.clone(), depth.clone()),
                dropping(on_step, depth),
            ],
        }
    }
}

/// The browser tells of every element entered and left, so the page counts how deep the pointer is.
fn entering(on_step: Rc<impl Fn(DragStep) + 'static>, depth: Rc<Cell<u32>>) -> EventListener {
    listen("dragenter", move |event, _| {
        event.prevent_default();
        depth.set(depth.get() + 1);
        on_step(DragStep::Over);
    })
}

fn hovering() -> EventListener {
    listen("dragover", |event, _| event.prevent_default())
}

fn leaving(on_step: Rc<impl Fn(DragStep) + 'static>, depth: Rc<Cell<u32>>) -> EventListener {
    listen("dragleave", move |_, _| {
        depth.set(depth.get().saturating_sub(1));
        if depth.get() == 0 {
            on_step(DragStep::Gone);
        }
    })
}

fn dropping(on_step: Rc<impl Fn(DragStep) + 'static>, depth: Rc<Cell<u32>>) -> EventListener {
    listen("drop", move |event, carried| {
        event.prevent_default();
        event.stop_propagation();
        depth.set(0);
        on_step(taken_from(&carried).map_or(DragStep::Gone, DragStep::Dropped));
    })
}

/// Listens before the text editor does, which would put a dropped file into its text.
fn listen(name: &'static str, act: impl Fn(&DragEvent, DataTransfer) + 'static) -> EventListener {
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    let target = gloo::utils::window();
    EventListener::new_with_options(&target, name, options, move |event| {
        let event: &DragEvent = event.unchecked_ref();
        if let Some(carried) = event.data_transfer()
            && concerns_page(event, &carried)
        {
            act(event, carried);
        }
    })
}

fn concerns_page(event: &Event, carried: &DataTransfer) -> bool {
    let kinds = carried.types();
    let carries = |kind: &str| kinds.includes(&kind.into(), 0);
    carries("Files") || (carries("text/plain") && !is_editable_target(event))
}

fn taken_from(carried: &DataTransfer) -> Option<Dropped> {
    let file = carried.files().and_then(|files| files.get(0));
    if let Some(file) = file {
        return Some(Dropped::File(file));
    }
    let text = carried.get_data("text/plain").ok()?;
    (!text.is_empty()).then_some(Dropped::Text(text))
}
