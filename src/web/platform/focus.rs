//! Where the keyboard is.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement};

/// Focuses the element with this id, which also scrolls it into view; does nothing where there is none.
pub fn focus_id(id: &str) {
    let element = gloo::utils::document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // What cannot take the focus leaves it where it was; nothing else can fail.
        let _ = element.focus();
    }
}

/// Whether the focus is on or inside an element that matches the selector.
pub fn is_within(selector: &str) -> bool {
    let focused = gloo::utils::document().active_element();
    focused.is_some_and(|focused| matches!(focused.closest(selector), Ok(Some(_))))
}

/// Whether the event happens in something one types into, also inside a shadow root.
pub fn is_editable_target(event: &Event) -> bool {
    innermost(event)
        .dyn_ref::<HtmlElement>()
        .is_some_and(|element| element.is_content_editable() || takes_text(element))
}

fn innermost(event: &Event) -> JsValue {
    event.composed_path().get(0)
}

/// A select takes keys too, but has nothing to take back.
fn takes_text(element: &HtmlElement) -> bool {
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA")
}

/// The field that was typed in since the focus came to it, for as long as this is kept.
///
/// The browser takes back what was typed there; in a field just come to, it has nothing to take back.
pub struct TypedField {
    field: Rc<RefCell<JsValue>>,
    _listeners: [EventListener; 2],
}

impl TypedField {
    /// Begins to listen.
    pub fn watch() -> Self {
        let window = gloo::utils::window();
        let field = Rc::new(RefCell::new(JsValue::UNDEFINED));
        let (typed, left) = (field.clone(), field.clone());
        let on_input = EventListener::new(&window, "input", move |event| {
            typed.replace(innermost(event));
        });
        let on_focus = EventListener::new(&window, "focusin", move |_| {
            left.replace(JsValue::UNDEFINED);
        });
        TypedField {
            field,
            _listeners: [on_input, on_focus],
        }
    }

    /// Whether the event happens in that field.
    pub fn is_target(&self, event: &Event) -> bool {
        is_editable_target(event) && *self.field.borrow() == innermost(event)
    }
}
