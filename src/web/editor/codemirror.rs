//! CodeMirror as Rust sees it: the module that the boot script loads, and the handle of one editor.

use js_sys::{Array, Uint32Array};
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// The text editor's script, `codemirror.js`, as `Host::load_editor` resolves it.
    #[derive(Clone, PartialEq)]
    pub type EditorModule;

    /// Makes an editor inside an element that has no content of its own.
    #[wasm_bindgen(method, js_name = createEditor)]
    pub fn create_editor(
        this: &EditorModule,
        parent: &Element,
        options: &EditorOptions,
    ) -> EditorHandle;

    /// One editor; positions are those of [`super::offsets`].
    pub type EditorHandle;

    /// Whether an input method is in the middle of a word, which writing would break.
    #[wasm_bindgen(method, js_name = isComposing)]
    pub fn is_composing(this: &EditorHandle) -> bool;

    /// The whole text, line breaks as LF.
    #[wasm_bindgen(method)]
    pub fn value(this: &EditorHandle) -> String;

    /// Makes changes, `[from, to, inserted, …]`, without reporting them back; the cursor goes to `follow`.
    #[wasm_bindgen(method)]
    pub fn write(this: &EditorHandle, changes: Array, follow: Option<usize>);

    /// Draws marks, which `codemirror-marks.js` describes.
    #[wasm_bindgen(method, js_name = setMarks)]
    pub fn set_marks(
        this: &EditorHandle,
        runs: Uint32Array,
        names: Array,
        values: Uint32Array,
        signs: Uint32Array,
    );

    /// Selects, scrolls there and takes the focus.
    #[wasm_bindgen(method)]
    pub fn select(this: &EditorHandle, anchor: usize, head: usize);

    /// Takes the focus.
    #[wasm_bindgen(method)]
    pub fn focus(this: &EditorHandle);

    /// Removes the editor and its listeners.
    #[wasm_bindgen(method)]
    pub fn destroy(this: &EditorHandle);

    /// What `createEditor` wants to know; the fields are described there.
    #[wasm_bindgen(extends = js_sys::Object)]
    pub type EditorOptions;

    #[wasm_bindgen(method, setter)]
    pub fn set_text(this: &EditorOptions, text: &str);
    #[wasm_bindgen(method, setter)]
    pub fn set_label(this: &EditorOptions, label: &str);
    #[wasm_bindgen(method, setter)]
    pub fn set_anchor(this: &EditorOptions, position: usize);
    #[wasm_bindgen(method, setter)]
    pub fn set_head(this: &EditorOptions, position: usize);
    #[wasm_bindgen(method, setter, js_name = scrollTop)]
    pub fn set_scroll_top(this: &EditorOptions, pixels: i32);
    #[wasm_bindgen(method, setter)]
    pub fn set_focused(this: &EditorOptions, focused: bool);
    #[wasm_bindgen(method, setter, js_name = onChange)]
    pub fn set_on_change(this: &EditorOptions, callback: &Closure<dyn Fn(Array, bool)>);
    #[wasm_bindgen(method, setter, js_name = onUndo)]
    pub fn set_on_undo(this: &EditorOptions, callback: &Closure<dyn Fn()>);
    #[wasm_bindgen(method, setter, js_name = onRedo)]
    pub fn set_on_redo(this: &EditorOptions, callback: &Closure<dyn Fn()>);
    #[wasm_bindgen(method, setter, js_name = onSettled)]
    pub fn set_on_settled(this: &EditorOptions, callback: &Closure<dyn Fn()>);
    #[wasm_bindgen(method, setter, js_name = onCursor)]
    pub fn set_on_cursor(this: &EditorOptions, callback: &Closure<dyn Fn(usize)>);
    #[wasm_bindgen(method, setter)]
    pub fn set_describe(this: &EditorOptions, callback: &Closure<dyn Fn(usize) -> Option<String>>);
}
