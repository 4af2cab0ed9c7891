//! An AWS managed policy that was pasted by its name: what it allows, and what to take instead.

use yew::prelude::*;

use super::prose::Prose;
use crate::session::{Action, NamedPolicy, PasteAction};

/// Properties of [`NamedPolicyCard`].
#[derive(PartialEq, Properties)]
pub struct NamedPolicyCardProps {
    pub named: NamedPolicy,
    pub dispatch: Callback<Action>,
}

/// The policy explained, its text to open, and the better offers: templates first, then policies of AWS that allow less.
#[component]
pub fn NamedPolicyCard(props: &NamedPolicyCardProps) -> Html {
    let NamedPolicyCardProps { named, dispatch } = props;
    html! {
        <div class="named-policy">
            <p><code>{ &named.name }</code>{ " " }<Prose text={named.explanation} /></p>
            { ways(named, dispatch) }
            if !named.narrower.is_empty() {
                <p class="field-words">{ "AWS has narrower ones to attach instead:" }</p>
                <ul class="named-policy-narrower">{ for named.narrower.iter().map(|(name, explanation)| html! {
                    <li><code>{ *name }</code>{ " " }<Prose text={*explanation} /></li>
                }) }</ul>
            }
            if let Some(arn) = &named.arn {
                <p class="field-words">{ "ARN: " }<code>{ arn }</code></p>
            }
        </div>
    }
}

fn ways(named: &NamedPolicy, dispatch: &Callback<Action>) -> Html {
    let templates = named.templates.iter().map(|(id, title)| {
        let id = id.clone();
        let onclick = dispatch.reform(move |_| Action::ChooseTemplate(id.clone()));
        html! { <button type="button" class="button button-small button-primary" {onclick}>{ format!("Take “{title}” instead") }</button> }
    });
    let name = named.name.clone();
    let open =
        dispatch.reform(move |_| Action::Paste(PasteAction::OpenManagedPolicy(name.clone())));
    html! {
        <div class="named-policy-ways">
            { for templates }
            if named.has_text {
                <button type="button" class="button button-small" onclick={open}>
                    { "Open its text" }<span class="visually-hidden">{ format!(": {}", named.name) }</span>
                </button>
            }
        </div>
    }
}
