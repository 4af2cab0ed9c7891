//! The page: Yew components over [`crate::session`], and thin wrappers round the browser.

use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <main><h1>{ "IAM Policy Editor" }</h1></main> }
}

/// Mounts the app on the element with the id `app`, or on the body where there is none.
pub fn mount() {
    let document = gloo::utils::document();
    match document.get_element_by_id("app") {
        Some(root) => yew::Renderer::<App>::with_root(root).render(),
        None => yew::Renderer::<App>::new().render(),
    };
}
