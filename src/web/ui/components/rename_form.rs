//! The field for a document's name.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::document_bar::focus_rename_button;
use crate::session::Action;
use crate::web::platform::focus::focus_id;

/// The id of the field; one document at a time is renamed.
const NAME_ID: &str = "document-name";

/// Properties of [`RenameForm`].
#[derive(PartialEq, Properties)]
pub struct RenameFormProps {
    /// The document's id.
    pub id: u32,
    /// What it is called now.
    pub name: AttrValue,
    pub dispatch: Callback<Action>,
    /// Called when the field is done with.
    pub on_closed: Callback<()>,
}

/// The name and the two ways out: Enter keeps it, Escape does not.
#[component]
pub fn RenameForm(props: &RenameFormProps) -> Html {
    let field = use_node_ref();
    use_effect_with((), |()| {
        focus_id(NAME_ID);
        focus_rename_button
    });
    let close = props.on_closed.clone();
    let onsubmit = rename(props, field.clone());
    html! {
        <form class="document-actions rename-form" {onsubmit} onkeydown={on_escape(&close)}>
            <label class="visually-hidden" for={NAME_ID}>{ "Name of this policy" }</label>
            <input
                ref={field}
                id={NAME_ID}
                class="field-control"
                type="text"
                autocomplete="off"
                spellcheck="false"
                value={props.name.clone()}
            />
            <button type="submit" class="button button-small button-primary">{ "Rename" }</button>
            <button type="button" class="button button-small" onclick={close.reform(|_| ())}>{ "Cancel" }</button>
        </form>
    }
}

fn rename(props: &RenameFormProps, field: NodeRef) -> Callback<SubmitEvent> {
    let (id, dispatch, close) = (props.id, props.dispatch.clone(), props.on_closed.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.cast::<HtmlInputElement>() {
            let name = field.value();
            dispatch.emit(Action::RenameDocument { id, name });
        }
        close.emit(());
    })
}

fn on_escape(close: &Callback<()>) -> Callback<KeyboardEvent> {
    let close = close.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            close.emit(());
        }
    })
}
