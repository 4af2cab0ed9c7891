//! The page's WebAssembly: exports `mount` to the boot script, `src/web/boot/main.js`.

use iam_policy_editor::web::{self, boot::Host};
use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the app; the boot script calls it once, when the template data is there.
#[wasm_bindgen]
pub fn mount(host: Host) {
    web::mount(host);
}

fn main() {}
