//! CodeMirror as a surface.

use std::rc::Rc;

use js_sys::{Array, Uint32Array};
use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::LABEL;
use super::codemirror::{EditorHandle, EditorModule, EditorOptions};
use super::exchange::Exchange;
use super::marks::Marks;
use super::offsets::Change;
use super::surface::{Place, Surface};
use crate::engine::analysis::{Analysis, View};
use crate::session::LARGE_TEXT;

/// One CodeMirror; it goes from the page when it is dropped.
pub struct FullEditor {
    handle: EditorHandle,
    _listeners: Listeners,
}

impl FullEditor {
    /// Makes one inside an empty element, with the text of the exchange and the reader where they were.
    pub fn new(
        module: &EditorModule,
        parent: &Element,
        exchange: &Rc<Exchange>,
        place: Place,
    ) -> Self {
        let options = JsCast::unchecked_into::<EditorOptions>(js_sys::Object::new());
        options.set_label(LABEL);
        options.set_text(&exchange.value());
        options.set_anchor(place.anchor);
        options.set_head(place.head);
        options.set_scroll_top(place.scroll_top);
        options.set_focused(place.focused);
        let listeners = Listeners::new(exchange);
        listeners.attach(&options);
        FullEditor {
            handle: module.create_editor(parent, &options),
            _listeners: listeners,
        }
    }
}

impl Surface for FullEditor {
    fn is_composing(&self) -> bool {
        self.handle.is_composing()
    }

    fn value(&self) -> String {
        self.handle.value()
    }

    fn write(&self, changes: &[Change], follow: Option<usize>) {
        let packed = Array::new();
        for change in changes {
            packed.push(&change.from.into());
            packed.push(&change.to.into());
            packed.push(&change.insert.as_str().into());
        }
        self.handle.write(packed, follow);
    }

    fn mark(&self, analysis: &Rc<Analysis>, view: View) {
        let is_large = analysis.text_of(view).len() > LARGE_TEXT;
        let marks = if is_large {
            Marks::signs_only(analysis, view)
        } else {
            Marks::of(analysis, view)
        };
        self.handle.set_marks(
            Uint32Array::from(&*marks.runs),
            marks
                .names
                .iter()
                .map(|name| JsValue::from_str(name))
                .collect(),
            Uint32Array::from(&*marks.values),
            Uint32Array::from(&*marks.signs),
        );
    }

    fn select(&self, anchor: usize, head: usize) {
        self.handle.select(anchor, head);
    }

    fn focus(&self) {
        self.handle.focus();
    }

    fn place(&self) -> Option<Place> {
        None
    }
}

impl Drop for FullEditor {
    fn drop(&mut self) {
        self.handle.destroy();
    }
}

/// What CodeMirror calls; they live as long as it does.
struct Listeners {
    change: Closure<dyn Fn(Array, bool)>,
    undo: Closure<dyn Fn()>,
    redo: Closure<dyn Fn()>,
    settled: Closure<dyn Fn()>,
    cursor: Closure<dyn Fn(usize)>,
    describe: Closure<dyn Fn(usize) -> Option<String>>,
}

impl Listeners {
    fn new(exchange: &Rc<Exchange>) -> Self {
        let [change, undo, redo, settled, cursor, describe] =
            std::array::from_fn(|_| exchange.clone());
        Listeners {
            change: Closure::new(move |packed: Array, is_pasted| {
                change.typed(&unpacked(&packed), is_pasted);
            }),
            undo: Closure::new(move || undo.undo()),
            redo: Closure::new(move || redo.redo()),
            settled: Closure::new(move || settled.composed()),
            cursor: Closure::new(move |position| cursor.moved(position)),
            describe: Closure::new(move |position| describe.words_at(position)),
        }
    }

    fn attach(&self, options: &EditorOptions) {
        options.set_on_change(&self.change);
        options.set_on_undo(&self.undo);
        options.set_on_redo(&self.redo);
        options.set_on_settled(&self.settled);
        options.set_on_cursor(&self.cursor);
        options.set_describe(&self.describe);
    }
}

/// CodeMirror's `[from, to, inserted, …]`.
fn unpacked(changes: &Array) -> Vec<Change> {
    let number = |index| changes.get(index).as_f64().unwrap_or_default() as usize;
    let change = |index| Change {
        from: number(index),
        to: number(index + 1),
        insert: changes.get(index + 2).as_string().unwrap_or_default(),
    };
    (0..changes.length()).step_by(3).map(change).collect()
}
