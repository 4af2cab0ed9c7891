//! Where the keyboard is.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

/// Focuses the element with this id and shows it; does nothing where there is none.
pub fn focus_id(id: &str) {
    if let Some(element) = gloo::utils::document().get_element_by_id(id) {
        focus(&element);
    }
}

/// Focuses an element and scrolls it into view.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // An element that cannot take the focus keeps it where it was; nothing else can fail.
        let _ = element.focus();
        element.scroll_into_view_with_bool(false);
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
