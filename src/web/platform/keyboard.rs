//! Keys pressed anywhere on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Calls `on_key` for every key pressed, until the listener is dropped; one that returns true has used the key up.
pub fn listen(on_key: impl Fn(&KeyboardEvent) -> bool + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    let target = gloo::utils::window();
    EventListener::new_with_options(&target, "keydown", options, move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        if !event.default_prevented() && on_key(event) {
            event.prevent_default();
        }
    })
}

/// Whether this is a Mac or an iPad or iPhone, where shortcuts are written with the Command key.
pub fn writes_command_key() -> bool {
    gloo::utils::window()
        .navigator()
        .platform()
        .is_ok_and(|platform| platform.starts_with("Mac") || platform.starts_with("iP"))
}
