//! The browser's question before the page is left.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;

/// Makes the browser ask before the page is closed or left, until the listener is dropped.
pub fn ask_before() -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    let target = gloo::utils::window();
    EventListener::new_with_options(&target, "beforeunload", options, |event| {
        event.prevent_default();
        let event: &BeforeUnloadEvent = event.unchecked_ref();
        event.set_return_value("unsaved");
    })
}
