//! The question that stands between a credential and the page.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::prose::Prose;
use crate::session::{Action, Refusal};

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
                <p id="refusal-words"><Prose text={props.refusal.reason.clone()} /></p>
                { answers(&props.refusal, &props.dispatch) }
            </div>
        </dialog>
    }
}

fn answers(refusal: &Refusal, dispatch: &Callback<Action>) -> Html {
    let cut_out = dispatch.reform(|_| Action::PasteWithSecretCut);
    let keep = dispatch.reform(|_| Action::DismissRefusal);
    html! {
        <div class="refusal-dialog-actions">
            if refusal.cut.is_some() {
                <button type="button" class="button" onclick={cut_out}>{ "Paste with the secret cut out" }</button>
            }
            <button type="button" class="button button-primary" autofocus=true onclick={keep}>{ "Keep what I had" }</button>
        </div>
    }
}

/// Opens the dialog over the page, and hands the focus back when it goes.
#[hook]
fn use_modal() -> NodeRef {
    let node = use_node_ref();
    let dialog = node.clone();
    use_effect_with((), move |()| {
        let dialog = dialog.cast::<HtmlDialogElement>();
        if let Some(dialog) = &dialog {
            // It fails only for a dialog that is open already.
            let _ = dialog.show_modal();
        }
        move || {
            if let Some(dialog) = dialog {
                dialog.close();
            }
        }
    });
    node
}
