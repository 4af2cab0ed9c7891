//! The component of the policy's text.

use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::prelude::*;

use super::codemirror::EditorModule;
use super::exchange::Exchange;
use super::full_editor::FullEditor;
use super::plain_editor::{ExchangeHandle, PlainEditor};
use super::printed_policy::PrintedPolicy;
use crate::engine::analysis::{Analysis, View};
use crate::engine::text::{Edits, Span};
use crate::web::boot::Host;

/// Properties of [`PolicyEditor`].
#[derive(Clone, Properties)]
pub struct PolicyEditorProps {
    /// The text on display, the session's word; what was typed and is not in it is taken out again.
    pub text: Arc<str>,
    /// What is known of the text; compared by pointer.
    pub analysis: Rc<Analysis>,
    /// Which of the analysis's texts is on display.
    pub view: View,
    /// Where CodeMirror comes from.
    pub host: Host,
    /// CodeMirror has taken the place of the plain text field.
    pub on_ready: Callback<()>,
    /// Something was typed; the session must answer before the callback returns.
    pub on_edit: Callback<Edits>,
    /// Something was pasted or dropped; as `on_edit`.
    pub on_paste: Callback<Edits>,
    /// The keys for taking a step back were pressed.
    pub on_undo: Callback<()>,
    /// The keys for making a step again were pressed.
    pub on_redo: Callback<()>,
    /// The cursor went to this byte of the text on display.
    #[prop_or_default]
    pub on_cursor: Callback<usize>,
    /// What the editor is to do.
    #[prop_or_default]
    pub request: Option<EditorRequest>,
}

impl PartialEq for PolicyEditorProps {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.text, &other.text)
            && Rc::ptr_eq(&self.analysis, &other.analysis)
            && self.view == other.view
            && self.host == other.host
            && self.on_ready == other.on_ready
            && self.on_edit == other.on_edit
            && self.on_paste == other.on_paste
            && self.on_undo == other.on_undo
            && self.on_redo == other.on_redo
            && self.on_cursor == other.on_cursor
            && self.request == other.request
    }
}

/// One thing for the editor to do, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditorRequest {
    /// Tells requests apart, so that the same place can be asked for again.
    pub id: u64,
    /// What is wanted.
    pub target: Target,
}

/// What a request selects; the editor takes the focus in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// These bytes of the text on display, brought into view.
    Span(Span),
    /// The whole text.
    All,
    /// Whatever is selected already.
    Field,
}

/// The policy's text to read and to type in.
///
/// A plain text field over text drawn by Yew, and CodeMirror in its place as soon as that is loaded.
#[component]
pub fn PolicyEditor(props: &PolicyEditorProps) -> Html {
    let exchange = use_exchange(props);
    let parent = use_node_ref();
    let is_full = use_full_editor(props, &exchange, &parent);
    html! {
        <div class="policy-editor">
            if !is_full {
                <PlainEditor editor={props.clone()} exchange={ExchangeHandle(exchange)} />
            }
            <div class="full-editor" ref={parent} />
            <PrintedPolicy ..props.clone() />
        </div>
    }
}

/// The exchange of this editor, in step with the page after every render.
#[hook]
fn use_exchange(props: &PolicyEditorProps) -> Rc<Exchange> {
    let look_again = use_force_update();
    let exchange = use_memo((), |()| Exchange::new(props.clone(), look_again));
    exchange.hear(props);
    {
        let exchange = exchange.clone();
        use_effect(move || exchange.settle());
    }
    {
        let exchange = exchange.clone();
        use_effect_with((), move |()| move || exchange.end());
    }
    exchange
}

/// Puts CodeMirror into the element once it is loaded and no composition is under way; whether it is there.
#[hook]
fn use_full_editor(props: &PolicyEditorProps, exchange: &Rc<Exchange>, parent: &NodeRef) -> bool {
    let is_full = use_state_eq(|| false);
    let module = use_editor_module(&props.host);
    let (exchange, parent, on_ready) = (exchange.clone(), parent.clone(), props.on_ready.clone());
    let is_there = *is_full;
    use_effect(move || {
        let (false, Some(module)) = (is_there, module) else {
            return;
        };
        let (Some(parent), Some(place)) = (parent.cast::<Element>(), exchange.place_to_continue())
        else {
            return;
        };
        exchange.continue_in(Rc::new(FullEditor::new(&module, &parent, &exchange, place)));
        exchange.settle();
        is_full.set(true);
        on_ready.emit(());
    });
    is_there
}

/// CodeMirror's module; `None` until it is loaded, and for good where it cannot be.
#[hook]
fn use_editor_module(host: &Host) -> Option<EditorModule> {
    let module = use_state(|| None);
    let (host, setter) = (host.clone(), module.setter());
    use_effect_with((), move |()| {
        spawn_local(async move {
            if let Ok(loaded) = host.load_editor().await {
                setter.set(Some(loaded.unchecked_into::<EditorModule>()));
            }
        });
    });
    (*module).clone()
}
