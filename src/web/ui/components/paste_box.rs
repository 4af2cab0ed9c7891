//! The way in for a policy of one's own: paste it, type it, or open its file.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::open_file::OpenFile;
use crate::session::Action;
use crate::web::platform::clipboard::pasted_text;

/// What an empty box shows: the beginning of a policy.
const EXAMPLE: &str = "{\n    \"Version\": \"2012-10-17\",\n    \"Statement\": [ …";

/// Properties of [`PasteBox`].
#[derive(PartialEq, Properties)]
pub struct PasteBoxProps {
    pub dispatch: Callback<Action>,
}

/// A box that opens the editor with whatever is put into it.
#[component]
pub fn PasteBox(props: &PasteBoxProps) -> Html {
    let oninput = use_taking_text(&props.dispatch);
    html! {
        <section class="paste-box">
            <label class="paste-box-label" for="paste-policy">{ "Paste a policy" }</label>
            <textarea
                id="paste-policy"
                class="field-control field-code paste-box-text"
                placeholder={EXAMPLE}
                spellcheck="false"
                autocapitalize="off"
                autocomplete="off"
                value=""
                {oninput}
                onpaste={take_paste(&props.dispatch)}
            />
            <div class="paste-box-ways">
                <OpenFile dispatch={props.dispatch.clone()} />
                <span>{ "or drop one anywhere on this page" }</span>
            </div>
        </section>
    }
}

/// Hands a paste over as it is: the box would rewrite its line breaks, and takes seconds for a long text.
fn take_paste(dispatch: &Callback<Action>) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: Event| {
        if let Some(text) = pasted_text(&event) {
            event.prevent_default();
            dispatch.emit(Action::OpenText { name: None, text });
        }
    })
}

/// Hands over what was typed into the box, and empties the box, since the text may have been refused.
#[hook]
fn use_taking_text(dispatch: &Callback<Action>) -> Callback<InputEvent> {
    let empty_box = use_force_update();
    let dispatch = dispatch.clone();
    Callback::from(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        if !text.is_empty() {
            dispatch.emit(Action::OpenText { name: None, text });
            empty_box.force_update();
        }
    })
}
