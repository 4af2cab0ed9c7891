//! Saving a text as a file, without a request: the browser takes it from memory.

use gloo::file::{Blob, ObjectUrl};
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

/// How long the browser may take to fetch the file from memory, in milliseconds.
const KEPT_FOR: u32 = 60_000;

/// Offers `text` as a file of this name; `media_type` is such as `application/json`.
pub fn save(file_name: &str, media_type: &str, text: &str) {
    let content = Blob::new_with_options(text, Some(media_type));
    let address = ObjectUrl::from(content);
    follow(&address, file_name);
    Timeout::new(KEPT_FOR, move || drop(address)).forget();
}

fn follow(address: &str, file_name: &str) {
    let Ok(link) = gloo::utils::document().create_element("a") else {
        return;
    };
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(address);
    link.set_download(file_name);
    link.click();
}
