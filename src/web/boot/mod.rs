//! What the boot script hands to the app: data already fetched, the editor's chunk, the seal.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The boot script's object, made by `src/web/boot/host.js`; cloning it clones the reference.
    #[derive(Clone)]
    pub type Host;

    /// The template library as JSON text: `{"templates": [...]}`, the template files in the gallery's order.
    #[wasm_bindgen(method)]
    pub fn templates(this: &Host) -> String;

    /// Resolves to the AWS service reference, a [`LoadedReference`]; never fails.
    #[wasm_bindgen(method, js_name = loadReference)]
    pub async fn load_reference(this: &Host) -> JsValue;

    /// Keeps the text that the trap screen offers for copying, in memory only; the last one counts.
    #[wasm_bindgen(method, js_name = rememberText)]
    pub fn remember_text(this: &Host, text: &str);

    /// Resolves to the module of `src/web/editor/codemirror.js`, fetched once, after the first paint.
    ///
    /// Fails with the browser's error when the chunk cannot be loaded; the page is sealed all the same.
    #[wasm_bindgen(method, catch, js_name = loadEditor)]
    pub async fn load_editor(this: &Host) -> Result<JsValue, JsValue>;

    /// Calls `callback` once, without arguments, when the page can make no request any more.
    ///
    /// At once where it is sealed already; never on the development server, which does not seal.
    #[wasm_bindgen(method, js_name = onSealed)]
    pub fn on_sealed(this: &Host, callback: &js_sys::Function);
}

#[wasm_bindgen]
extern "C" {
    /// What came of fetching the AWS service reference, made by `src/web/boot/reference.js`.
    pub type LoadedReference;

    /// The unpacked content of the file, where it arrived.
    #[wasm_bindgen(method, getter)]
    pub fn content(this: &LoadedReference) -> Option<Uint8Array>;

    /// The unpacked content of the file of AWS managed policies, where it arrived.
    #[wasm_bindgen(method, getter, js_name = managedPolicies)]
    pub fn managed_policies(this: &LoadedReference) -> Option<Uint8Array>;

    /// Why there is none, as sentences.
    #[wasm_bindgen(method, getter)]
    pub fn failure(this: &LoadedReference) -> Option<String>;
}

impl PartialEq for Host {
    fn eq(&self, other: &Self) -> bool {
        js_sys::Object::is(self, other)
    }
}

/// Writes the place of a panic to the console, never its message, which may hold the user's text.
pub fn log_place(place: Option<&std::panic::Location<'_>>) {
    let place = place.map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    gloo::console::error!(format!("The editor stopped at {place}"));
}
