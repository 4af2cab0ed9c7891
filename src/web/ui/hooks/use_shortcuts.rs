//! The keys of the history.

use web_sys::KeyboardEvent;
use yew::prelude::*;

use crate::session::Action;
use crate::web::platform::focus::TypedField;
use crate::web::platform::keyboard;

/// Ctrl or Cmd with Z takes a step back, with Shift and Z or with Y a step forward; in a field that was just typed in, these keys are the browser's.
#[hook]
pub fn use_shortcuts(dispatch: &Callback<Action>) {
    let dispatch = dispatch.clone();
    use_effect_with((), move |()| {
        let typed_field = TypedField::watch();
        let listener = keyboard::listen(move |event| match history_step(event) {
            Some(step) if !typed_field.is_target(event) => {
                dispatch.emit(step);
                true
            }
            _ => false,
        });
        move || drop(listener)
    });
}

fn history_step(event: &KeyboardEvent) -> Option<Action> {
    let held = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    match (held, event.shift_key(), event.key().to_lowercase().as_str()) {
        (true, false, "z") => Some(Action::Undo),
        (true, true, "z") | (true, false, "y") => Some(Action::Redo),
        _ => None,
    }
}
