//! The clipboard: writing to it, and what a paste brings from it.

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, Event, HtmlDocument, HtmlTextAreaElement};

/// The browser did not let the text onto the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

/// Puts `text` on the clipboard; to be called while the browser still counts the reader's press.
///
/// # Errors
/// [`Refused`], where the browser or its owner's settings forbid it.
pub async fn write(text: &str) -> Result<(), Refused> {
    if !has_clipboard() {
        return write_by_command(text);
    }
    let written = gloo::utils::window()
        .navigator()
        .clipboard()
        .write_text(text);
    JsFuture::from(written).await.map(drop).map_err(|_| Refused)
}

/// A page that came over plain HTTP has no clipboard object.
fn has_clipboard() -> bool {
    let navigator = gloo::utils::window().navigator();
    Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object())
}

/// The older way: copies what is selected in a field made for it.
fn write_by_command(text: &str) -> Result<(), Refused> {
    let field = field_with(text).ok_or(Refused)?;
    field.select();
    let copied = gloo::utils::document()
        .unchecked_into::<HtmlDocument>()
        .exec_command("copy");
    field.remove();
    match copied {
        Ok(true) => Ok(()),
        _ => Err(Refused),
    }
}

fn field_with(text: &str) -> Option<HtmlTextAreaElement> {
    let field = gloo::utils::document().create_element("textarea").ok()?;
    let field: HtmlTextAreaElement = field.unchecked_into();
    field.set_class_name("visually-hidden");
    field.set_value(text);
    gloo::utils::body().append_child(&field).ok()?;
    Some(field)
}

/// The text that a `paste` event brings; `None` where it brings none.
pub fn pasted_text(event: &Event) -> Option<String> {
    let carried = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?;
    let text = carried.get_data("text/plain").ok()?;
    (!text.is_empty()).then_some(text)
}
