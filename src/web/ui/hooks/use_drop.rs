//! Files and text dropped anywhere on the page.

use yew::prelude::*;

use crate::session::Action;
use crate::web::platform::drop::{DragStep, DropZone, Dropped};
use crate::web::ui::components::open_file::open;

/// Opens what is dropped; true while something is held over the page.
#[hook]
pub fn use_drop(dispatch: &Callback<Action>) -> bool {
    let held = use_state_eq(|| false);
    use_effect_with((), {
        let (held, dispatch) = (held.clone(), dispatch.clone());
        move |()| {
            let zone = DropZone::new(move |step| match step {
                DragStep::Over => held.set(true),
                DragStep::Gone => held.set(false),
                DragStep::Dropped(dropped) => {
                    held.set(false);
                    take(dropped, &dispatch);
                }
            });
            move || drop(zone)
        }
    });
    *held
}

fn take(dropped: Dropped, dispatch: &Callback<Action>) {
    match dropped {
        Dropped::File(file) => open(file, dispatch.clone()),
        Dropped::Text(text) => dispatch.emit(Action::OpenText { name: None, text }),
    }
}
