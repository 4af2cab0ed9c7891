//! Where the keyboard is.

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

/// Whether the event happens in something one types into, also inside a shadow root.
pub fn is_editable_target(event: &Event) -> bool {
    let innermost: JsValue = event.composed_path().get(0);
    innermost
        .dyn_ref::<HtmlElement>()
        .is_some_and(|element| element.is_content_editable() || takes_text(element))
}

fn takes_text(element: &HtmlElement) -> bool {
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
}
