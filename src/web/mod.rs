//! The page: Yew components over [`crate::session`], and thin wrappers round the browser.

pub mod boot;
pub mod editor;
pub mod embed;
pub mod platform;
pub mod ui;

use boot::Host;
use ui::{App, AppProps};

/// Mounts the app in place of the loading text, the element with the id `app`.
pub fn mount(host: Host) {
    yew::set_custom_panic_hook(Box::new(|panic| boot::log_place(panic.location())));
    let Some(root) = gloo::utils::document().get_element_by_id("app") else {
        return;
    };
    yew::Renderer::<App>::with_root_and_props(root, AppProps { host }).render();
}
