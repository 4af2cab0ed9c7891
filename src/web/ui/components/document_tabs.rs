//! The documents beside each other, by owner; one of them is on display.

use yew::prelude::*;

use super::document_status::StatusMark;
use crate::session::{Action, ListedDocument, ListedOwner};
use crate::web::platform::focus::focus_id;
use crate::web::platform::scrolling::show_sideways;

/// Properties of [`DocumentTabs`].
#[derive(PartialEq, Properties)]
pub struct DocumentTabsProps {
    pub owners: Vec<ListedOwner>,
    pub dispatch: Callback<Action>,
}

/// A list of buttons and one stop of the Tab key: arrows, Home and End go from one to the next and show it.
#[component]
pub fn DocumentTabs(props: &DocumentTabsProps) -> Html {
    let order = documents(&props.owners);
    let active = order.iter().find(|one| one.is_active).map(|one| one.id);
    use_effect_with(active, |active| {
        if let Some(id) = active {
            show_sideways(&tab_id(*id), ".document-owners");
        }
    });
    let ids: Vec<u32> = order.iter().map(|one| one.id).collect();
    let onkeydown = keys(ids, active, props.dispatch.clone());
    html! {
        <ul class="document-owners" role="list" {onkeydown}>
            { for props.owners.iter().enumerate().map(|(number, listed)| owner(number, listed, props)) }
        </ul>
    }
}

fn documents(owners: &[ListedOwner]) -> Vec<&ListedDocument> {
    owners.iter().flat_map(|owner| &owner.documents).collect()
}

fn tab_id(document: u32) -> String {
    format!("document-{document}")
}

fn owner(number: usize, listed: &ListedOwner, props: &DocumentTabsProps) -> Html {
    let id = format!("document-owner-{number}");
    let tabs = listed.documents.iter().map(|one| tab(one, &props.dispatch));
    html! {
        <li class="document-owner">
            <p {id} class="document-owner-name">{ heading(listed, props.owners.len()) }</p>
            <ul class="document-tabs" role="list" aria-labelledby={format!("document-owner-{number}")}>{ for tabs }</ul>
        </li>
    }
}

/// Whose policies they are; of those whose owner is not known, that they are others, where there are both.
fn heading(listed: &ListedOwner, owners: usize) -> String {
    match (&listed.owner, owners) {
        (Some(owner), _) => owner.label(),
        (None, 1) => "Policies".to_owned(),
        (None, _) => "Others".to_owned(),
    }
}

fn tab(document: &ListedDocument, dispatch: &Callback<Action>) -> Html {
    let id = document.id;
    html! {
        <li key={id}>
            <button
                type="button"
                id={tab_id(id)}
                class="document-tab"
                aria-current={document.is_active.then_some("true")}
                tabindex={if document.is_active { "0" } else { "-1" }}
                title={document.name.clone()}
                onclick={dispatch.reform(move |_| Action::ShowDocument(id))}
            >
                <span class="document-tab-name">{ &document.name }</span>
                <StatusMark status={document.status} />
            </button>
        </li>
    }
}

fn keys(ids: Vec<u32>, active: Option<u32>, dispatch: Callback<Action>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let place = ids.iter().position(|id| Some(*id) == active);
        let Some(id) = place.and_then(|place| aim(&event.key(), place, &ids)) else {
            return;
        };
        event.prevent_default();
        dispatch.emit(Action::ShowDocument(id));
        focus_id(&tab_id(id));
    })
}

/// Where a key leads; beyond an end it goes on at the other.
fn aim(key: &str, place: usize, ids: &[u32]) -> Option<u32> {
    let last = ids.len().checked_sub(1)?;
    let aim = match key {
        "ArrowRight" if place == last => 0,
        "ArrowRight" => place + 1,
        "ArrowLeft" if place == 0 => last,
        "ArrowLeft" => place - 1,
        "Home" => 0,
        "End" => last,
        _ => return None,
    };
    ids.get(aim).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_go_round() {
        let ids = [7, 3, 5];
        for (key, place, aimed) in [
            ("ArrowRight", 0, Some(3)),
            ("ArrowRight", 2, Some(7)),
            ("ArrowLeft", 0, Some(5)),
            ("ArrowLeft", 1, Some(7)),
            ("Home", 2, Some(7)),
            ("End", 0, Some(5)),
            ("a", 0, None),
        ] {
            assert_eq!(aim(key, place, &ids), aimed, "{key} at {place}");
        }
    }
}
