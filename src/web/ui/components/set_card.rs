//! One set of the gallery.

use yew::prelude::*;

use crate::engine::templates::TemplateSet;
use crate::session::Action;

/// Properties of [`SetCard`].
#[derive(PartialEq, Properties)]
pub struct SetCardProps {
    pub set: TemplateSet,
    pub dispatch: Callback<Action>,
}

/// A card that opens every policy of its set: the title, what they are for, whose they are.
#[component]
pub fn SetCard(props: &SetCardProps) -> Html {
    let set = &props.set;
    let onclick = props.dispatch.reform({
        let id = set.id.clone();
        move |_| Action::ChooseSet(id.clone())
    });
    let names: Vec<&str> = set.owners.iter().map(|owner| owner.name.as_str()).collect();
    html! {
        <button type="button" class="template-card" {onclick}>
            <span class="template-card-title">{ &set.title }</span>
            <span class="template-card-purpose">{ &set.summary }</span>
            <span class="template-card-facts">
                <span class="template-card-badge">{ format!("{} policies", set.template_ids().count()) }</span>
                <span>{ names.join(", ") }</span>
            </span>
        </button>
    }
}
