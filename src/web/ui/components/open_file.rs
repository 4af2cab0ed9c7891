//! The button that opens a file.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::icon::{Glyph, Icon};
use crate::session::Action;
use crate::web::platform::file;

/// Properties of [`OpenFile`].
#[derive(PartialEq, Properties)]
pub struct OpenFileProps {
    pub dispatch: Callback<Action>,
}

/// A button in front of the browser's own file field, which cannot be given the page's looks.
#[component]
pub fn OpenFile(props: &OpenFileProps) -> Html {
    let field = use_node_ref();
    let onclick = {
        let field = field.clone();
        move |_| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.click();
            }
        }
    };
    let onchange = {
        let dispatch = props.dispatch.clone();
        move |event: Event| open_chosen(&event.target_unchecked_into(), &dispatch)
    };
    html! {
        <>
            <button type="button" class="button" {onclick}><Icon glyph={Glyph::File} />{ "Open a file" }</button>
            <input ref={field} type="file" accept=".json,.txt,.md,.yaml,.yml,.template,.tf,.hcl,.html,application/json,text/*" hidden=true {onchange} />
        </>
    }
}

/// Opens what was chosen, and forgets the choice, so that the same file can be chosen again.
fn open_chosen(field: &HtmlInputElement, dispatch: &Callback<Action>) {
    let file = field.files().and_then(|files| files.get(0));
    field.set_value("");
    if let Some(file) = file {
        open(file, dispatch.clone());
    }
}

/// Reads a file and hands it over.
pub fn open(file: web_sys::File, dispatch: Callback<Action>) {
    spawn_local(async move {
        dispatch.emit(match file::read(file).await {
            Ok(opened) => Action::OpenBytes {
                name: opened.name,
                bytes: opened.bytes,
            },
            Err(reason) => Action::OpenFailed(reason),
        });
    });
}
