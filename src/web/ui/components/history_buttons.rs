//! The two buttons of the history.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use crate::session::Action;
use crate::web::platform::keyboard::writes_command_key;

/// Properties of [`HistoryButtons`].
#[derive(PartialEq, Properties)]
pub struct HistoryButtonsProps {
    pub can_undo: bool,
    pub can_redo: bool,
    pub dispatch: Callback<Action>,
}

/// One step back, one step forward.
#[component]
pub fn HistoryButtons(props: &HistoryButtonsProps) -> Html {
    let (undo_keys, redo_keys) = match writes_command_key() {
        true => ("⌘Z", "⇧⌘Z"),
        false => ("Ctrl+Z", "Ctrl+Shift+Z"),
    };
    html! {
        <div class="masthead-actions" role="group" aria-label="History">
            <button
                type="button"
                class="button button-bare button-icon"
                aria-label="Undo"
                title={format!("Undo ({undo_keys})")}
                disabled={!props.can_undo}
                onclick={props.dispatch.reform(|_| Action::Undo)}
            >
                <Icon glyph={Glyph::Undo} />
            </button>
            <button
                type="button"
                class="button button-bare button-icon"
                aria-label="Redo"
                title={format!("Redo ({redo_keys})")}
                disabled={!props.can_redo}
                onclick={props.dispatch.reform(|_| Action::Redo)}
            >
                <Icon glyph={Glyph::Redo} />
            </button>
        </div>
    }
}
