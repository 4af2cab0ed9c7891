//! The line of documents: one to show, and what can be done with it.

use yew::prelude::*;

use super::document_tabs::DocumentTabs;
use super::icon::{Glyph, Icon};
use super::rename_form::RenameForm;
use crate::session::{Action, ListedDocument, ListedOwner};
use crate::web::platform::focus::focus_id;

/// The id of the button that opens the field for the name, and gets the focus back.
const RENAME_ID: &str = "rename-document";

/// Properties of [`DocumentBar`].
#[derive(PartialEq, Properties)]
pub struct DocumentBarProps {
    /// Every document, by owner.
    pub owners: Vec<ListedOwner>,
    pub dispatch: Callback<Action>,
}

/// Every document with its status, and the buttons for a new one, another name, and closing.
#[component]
pub fn DocumentBar(props: &DocumentBarProps) -> Html {
    let renamed = use_state_eq(|| None::<u32>);
    let documents = || props.owners.iter().flat_map(|owner| &owner.documents);
    let Some(active) = documents().find(|one| one.is_active).cloned() else {
        return Html::default();
    };
    let is_single = documents().count() == 1;
    let on_close = renamed.setter();
    let on_closed = Callback::from(move |()| on_close.set(None));
    html! {
        <nav class={classes!("document-bar", is_single.then_some("document-bar-single"))} aria-label="Your policies">
            <DocumentTabs owners={props.owners.clone()} dispatch={props.dispatch.clone()} />
            if *renamed == Some(active.id) {
                <RenameForm
                    key={active.id}
                    id={active.id}
                    name={active.name.clone()}
                    dispatch={props.dispatch.clone()}
                    {on_closed}
                />
            } else {
                { actions(&active, &renamed, &props.dispatch) }
            }
        </nav>
    }
}

fn actions(
    active: &ListedDocument,
    renamed: &UseStateHandle<Option<u32>>,
    dispatch: &Callback<Action>,
) -> Html {
    let id = active.id;
    let rename = renamed.setter();
    html! {
        <div class="document-actions">
            <button type="button" class="button button-small" onclick={dispatch.reform(|_| Action::NewDocument)}>
                <Icon glyph={Glyph::Plus} size={14} />{ "New policy" }
            </button>
            <button
                type="button"
                id={RENAME_ID}
                class="button button-bare button-small"
                onclick={move |_| rename.set(Some(id))}
            >
                <Icon glyph={Glyph::Pencil} size={14} />{ "Rename" }
                <span class="visually-hidden">{ format!(" {}", active.name) }</span>
            </button>
            <button
                type="button"
                class="button button-bare button-small"
                onclick={dispatch.reform(move |_| Action::CloseDocument(id))}
            >
                <Icon glyph={Glyph::Close} size={14} />{ "Close" }
                <span class="visually-hidden">{ format!(" {}", active.name) }</span>
            </button>
        </div>
    }
}

/// Gives the focus back to where renaming began.
pub fn focus_rename_button() {
    focus_id(RENAME_ID);
}
