//! The key that closes what lies over the page.

use yew::prelude::*;

use crate::web::platform::keyboard;

/// Calls back at every press of Escape that nothing inside has used up.
#[hook]
pub fn use_escape(on_escape: &Callback<()>) {
    use_effect_with(on_escape.clone(), |on_escape| {
        let on_escape = on_escape.clone();
        let listener = keyboard::listen(move |event| {
            if event.key() == "Escape" {
                on_escape.emit(());
            }
            false
        });
        move || drop(listener)
    });
}
