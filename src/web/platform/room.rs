//! How much room the window has.

/// The least width, in CSS pixels, at which the parts of the editor stand side by side; as in its style sheet.
const WIDTH_OF_COLUMNS: f64 = 1100.0;

/// The least height at which they scroll on their own.
const HEIGHT_OF_COLUMNS: f64 = 576.0;

/// Whether the parts of the editor stand side by side, each with its own scrolling.
pub fn has_columns() -> bool {
    let window = gloo::utils::window();
    let size = |length: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>| {
        length
            .ok()
            .and_then(|length| length.as_f64())
            .unwrap_or_default()
    };
    size(window.inner_width()) >= WIDTH_OF_COLUMNS
        && size(window.inner_height()) >= HEIGHT_OF_COLUMNS
}
