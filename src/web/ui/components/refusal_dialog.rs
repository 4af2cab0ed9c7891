//! The question that stands between a credential and the page.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::prose::Prose;
use crate::session::{Action, Refusal};
use crate::web::platform::focus::focus;

/// Properties of [`RefusalDialog`].
#[derive(PartialEq, Properties)]
pub struct RefusalDialogProps {
    pub refusal: Refusal,
    pub dispatch: Callback<Action>,
}

/// Says what was kept out and why; Escape keeps what was there before.
#[component]
pub fn RefusalDialog(props: &RefusalDialogProps) -> Html {
    let node = use_modal();
    let oncancel = props.dispatch.reform(|event: Event| {
        event.prevent_default();
        Action::DismissRefusal
    });
    html! {
        <dialog
            ref={node}
            class="refusal-dialog"
            role="alertdialog"
            aria-labelledby="refusal-title"
            aria-describedby="refusal-words"
            {oncancel}
        >
            <div class="refusal-dialog-body">
                <h2 id="refusal-title"><Icon glyph={Glyph::Lock} size={20} />{ "This text holds a credential" }</h2>
                <div id="refusal-words">{ words(&props.refusal) }</div>
                { answers(&props.refusal, &props.dispatch) }
            </div>
        </dialog>
    }
}

fn words(refusal: &Refusal) -> Html {
    html! {
        <>
            <p><Prose text={refusal.reason.clone()} /></p>
            <p class="field-words">
                { "A policy never needs one. If it has been on a page or in a chat, deactivate it in the IAM console and make a new one." }
            </p>
        </>
    }
}

fn answers(refusal: &Refusal, dispatch: &Callback<Action>) -> Html {
    let cut = refusal.cut.as_ref().map(|_| {
        let onclick = dispatch.reform(|_| Action::PasteWithSecretCut);
        html! { <button type="button" class="button" {onclick}>{ "Paste with the secret cut out" }</button> }
    });
    let onclick = dispatch.reform(|_| Action::DismissRefusal);
    html! {
        <div class="refusal-dialog-actions">
            { for cut }
            <button type="button" class="button button-primary" autofocus=true {onclick}>{ "Keep what I had" }</button>
        </div>
    }
}

/// Opens the dialog over the page, and hands the focus back when it goes.
#[hook]
fn use_modal() -> NodeRef {
    let node = use_node_ref();
    let dialog = node.clone();
    use_effect_with((), move |()| {
        let before = gloo::utils::document().active_element();
        let dialog = dialog.cast::<HtmlDialogElement>();
        if let Some(dialog) = &dialog {
            // It fails only for a dialog that is open already.
            let _ = dialog.show_modal();
        }
        move || {
            if let Some(dialog) = dialog {
                dialog.close();
            }
            if let Some(before) = before {
                focus(&before);
            }
        }
    });
    node
}
