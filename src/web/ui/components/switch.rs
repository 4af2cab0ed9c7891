//! A labelled switch.

use yew::prelude::*;

/// Properties of [`Switch`].
#[derive(PartialEq, Properties)]
pub struct SwitchProps {
    pub label: AttrValue,
    /// What it does, for the tooltip.
    pub title: AttrValue,
    pub on: bool,
    /// Whether it cannot be changed now.
    #[prop_or_default]
    pub disabled: bool,
    /// Gets the state that was asked for.
    pub on_change: Callback<bool>,
}

/// A button that is on or off.
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    let onclick = props.on_change.reform({
        let on = props.on;
        move |_| !on
    });
    html! {
        <button
            type="button"
            class="switch"
            role="switch"
            aria-checked={props.on.to_string()}
            title={props.title.clone()}
            disabled={props.disabled}
            {onclick}
        >
            <span class="switch-track"></span>
            { props.label.clone() }
        </button>
    }
}
