//! A plain text field as a surface: what one types in until CodeMirror is there, or where it never comes.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlTextAreaElement, InputEvent, KeyboardEvent};

use super::exchange::Exchange;
use super::offsets::Change;
use super::surface::{Place, Surface};
use crate::engine::analysis::{Analysis, View};

/// The text field of [`super::plain_editor::PlainEditor`].
pub struct TextArea {
    field: HtmlTextAreaElement,
    is_composing: Rc<Cell<bool>>,
    _listeners: Vec<EventListener>,
}

impl TextArea {
    /// Listens to the field, which holds the text of the exchange.
    pub fn new(field: HtmlTextAreaElement, exchange: &Rc<Exchange>) -> Self {
        let is_composing = Rc::new(Cell::new(false));
        let mut listeners = composition(&field, exchange, &is_composing);
        listeners.push(typing(&field, exchange));
        listeners.push(cursor(&field, exchange));
        listeners.extend(history(&field, exchange));
        TextArea {
            field,
            is_composing,
            _listeners: listeners,
        }
    }

    /// The element that scrolls, with the field and the drawn text inside.
    fn scroller(&self) -> Option<Element> {
        self.field.closest(".plain-editor").ok()?
    }

    /// Scrolls the line of a position to the middle; all lines are of one height.
    fn reveal(&self, position: usize) {
        let Some(scroller) = self.scroller() else {
            return;
        };
        let value = self.field.value();
        let is_break = |unit: &u16| *unit == u16::from(b'\n');
        let line = value.encode_utf16().take(position).filter(is_break).count();
        let lines = value.matches('\n').count() + 1;
        let top = self.field.client_height() as usize * line / lines;
        scroller.set_scroll_top(top as i32 - scroller.client_height() / 2);
    }
}

impl Surface for TextArea {
    fn is_composing(&self) -> bool {
        self.is_composing.get()
    }

    fn value(&self) -> String {
        self.field.value()
    }

    /// The calls fail for positions outside the text only.
    fn write(&self, changes: &[Change], follow: Option<usize>) {
        for Change { from, to, insert } in changes.iter().rev() {
            let (from, to) = (*from as u32, *to as u32);
            let _ = self
                .field
                .set_range_text_with_start_and_end_and_mode(insert, from, to, "preserve");
        }
        if let Some(position) = follow {
            let _ = self
                .field
                .set_selection_range(position as u32, position as u32);
            self.reveal(position);
        }
    }

    /// Yew draws the text beneath.
    fn mark(&self, _: &Rc<Analysis>, _: View) {}

    fn select(&self, anchor: usize, head: usize) {
        let _ = self.field.set_selection_range(anchor as u32, head as u32);
        self.focus();
        self.reveal(head);
    }

    fn focus(&self) {
        let _ = self.field.focus();
    }

    fn place(&self) -> Option<Place> {
        let (start, end) = selection(&self.field);
        let direction = self.field.selection_direction().ok().flatten();
        let is_backward = direction.as_deref() == Some("backward");
        let (anchor, head) = if is_backward {
            (end, start)
        } else {
            (start, end)
        };
        Some(Place {
            anchor,
            head,
            scroll_top: self.scroller().map_or(0, |scroller| scroller.scroll_top()),
            focused: self.field.matches(":focus").unwrap_or(false),
        })
    }
}

/// The field stays in the page until Yew draws again; two fields of one name must not be there together.
impl Drop for TextArea {
    fn drop(&mut self) {
        self.field.set_hidden(true);
    }
}

fn selection(field: &HtmlTextAreaElement) -> (usize, usize) {
    let start = field.selection_start().ok().flatten();
    let end = field.selection_end().ok().flatten();
    (
        start.unwrap_or_default() as usize,
        end.unwrap_or_default() as usize,
    )
}

fn typing(field: &HtmlTextAreaElement, exchange: &Rc<Exchange>) -> EventListener {
    let (holder, exchange) = (field.clone(), exchange.clone());
    EventListener::new(field, "input", move |event| {
        let kind = input_type(event);
        let is_pasted = matches!(
            &*kind,
            "insertFromPaste" | "insertFromDrop" | "insertFromYank"
        );
        exchange.typed_value(&holder.value(), is_pasted);
    })
}

fn cursor(field: &HtmlTextAreaElement, exchange: &Rc<Exchange>) -> EventListener {
    let (holder, exchange) = (field.clone(), exchange.clone());
    EventListener::new(field, "selectionchange", move |_| {
        exchange.moved(selection(&holder).1)
    })
}

fn composition(
    field: &HtmlTextAreaElement,
    exchange: &Rc<Exchange>,
    is_composing: &Rc<Cell<bool>>,
) -> Vec<EventListener> {
    let (begun, ended, exchange) = (is_composing.clone(), is_composing.clone(), exchange.clone());
    vec![
        EventListener::new(field, "compositionstart", move |_| begun.set(true)),
        EventListener::new(field, "compositionend", move |_| {
            ended.set(false);
            exchange.composed();
        }),
    ]
}

/// A step in the history, which is the session's: the field's own knows nothing of values and fixes.
#[derive(Clone, Copy)]
enum Step {
    Back,
    Again,
}

/// By key, and by the browser's menu.
fn history(field: &HtmlTextAreaElement, exchange: &Rc<Exchange>) -> [EventListener; 2] {
    ["keydown", "beforeinput"].map(|name| {
        let exchange = exchange.clone();
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(field, name, options, move |event| {
            match step_by_key(event).or_else(|| step_by_menu(event)) {
                Some(Step::Back) => exchange.undo(),
                Some(Step::Again) => exchange.redo(),
                None => return,
            }
            event.prevent_default();
        })
    })
}

fn step_by_key(event: &Event) -> Option<Step> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    if !(key.ctrl_key() || key.meta_key()) || key.alt_key() {
        return None;
    }
    match (&*key.key().to_lowercase(), key.shift_key()) {
        ("z", false) => Some(Step::Back),
        ("z", true) | ("y", false) => Some(Step::Again),
        _ => None,
    }
}

fn step_by_menu(event: &Event) -> Option<Step> {
    match &*input_type(event) {
        "historyUndo" => Some(Step::Back),
        "historyRedo" => Some(Step::Again),
        _ => None,
    }
}

fn input_type(event: &Event) -> String {
    event
        .dyn_ref::<InputEvent>()
        .map(InputEvent::input_type)
        .unwrap_or_default()
}
