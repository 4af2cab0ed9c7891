//! A labelled list to choose one entry from.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// One entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub id: AttrValue,
    pub label: AttrValue,
}

/// Properties of [`SelectField`].
#[derive(PartialEq, Properties)]
pub struct SelectFieldProps {
    pub label: AttrValue,
    pub choices: Vec<Choice>,
    /// The id of the chosen entry.
    pub chosen: AttrValue,
    /// Gets the id of the entry that was asked for.
    pub on_choose: Callback<String>,
}

/// A label over a select.
#[component]
pub fn SelectField(props: &SelectFieldProps) -> Html {
    let node = use_node_ref();
    use_choice(&node, props.chosen.clone());
    let onchange = props
        .on_choose
        .reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <label class="field">
            <span class="field-label">{ props.label.clone() }</span>
            <select ref={node} class="field-control" {onchange}>
                { for props.choices.iter().map(entry) }
            </select>
        </label>
    }
}

fn entry(choice: &Choice) -> Html {
    html! { <option key={choice.id.to_string()} value={choice.id.clone()}>{ choice.label.clone() }</option> }
}

/// Keeps a select at the chosen entry, also after a choice that was not taken.
#[hook]
pub fn use_choice(node: &NodeRef, chosen: AttrValue) {
    let node = node.clone();
    use_effect(move || {
        if let Some(select) = node.cast::<HtmlSelectElement>() {
            select.set_value(&chosen);
        }
    });
}
