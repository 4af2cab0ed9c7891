//! The search for templates.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::session::Action;

/// Properties of [`SearchField`].
#[derive(PartialEq, Properties)]
pub struct SearchFieldProps {
    pub query: AttrValue,
    pub dispatch: Callback<Action>,
}

/// A field whose words narrow the gallery as they are typed.
#[component]
pub fn SearchField(props: &SearchFieldProps) -> Html {
    let refresh = use_force_update();
    let oninput = props.dispatch.reform(move |event: InputEvent| {
        refresh.force_update();
        Action::SearchGallery(event.target_unchecked_into::<HtmlInputElement>().value())
    });
    html! {
        <input
            class="field-control gallery-search"
            type="search"
            aria-label="Search templates"
            placeholder="Search by provider, kind or purpose"
            autocomplete="off"
            spellcheck="false"
            value={props.query.clone()}
            {oninput}
        />
    }
}
