//! One template of the gallery.

use yew::prelude::*;

use crate::engine::templates::{Template, TemplateKind, Variant};
use crate::session::{Action, CompareAction, Counterpart};

/// Properties of [`TemplateCard`].
#[derive(PartialEq, Properties)]
pub struct TemplateCardProps {
    pub template: Template,
    /// Whether a policy is open that can be compared with it.
    pub comparable: bool,
    pub dispatch: Callback<Action>,
}

/// A card that opens its template: the title, what it is for, whose text it is, and what it goes with.
#[component]
pub fn TemplateCard(props: &TemplateCardProps) -> Html {
    let template = &props.template;
    let onclick = props.dispatch.reform({
        let id = template.id.clone();
        move |_| Action::ChooseTemplate(id.clone())
    });
    let title_id = format!("template-{}", template.id);
    html! {
        <>
            <button type="button" class="template-card" {onclick}>
                <span id={title_id.clone()} class="template-card-title">{ &template.title }</span>
                <span class="template-card-purpose">{ &template.summary }</span>
                <span class="template-card-facts">
                    { badge(template.variant) }
                    <span>{ &template.provider }</span>
                    <span>{ kind_label(template.kind) }</span>
                </span>
            </button>
            if props.comparable {
                { compare(props, title_id) }
            }
        </>
    }
}

/// Leads to the comparison of the active policy with the template.
fn compare(props: &TemplateCardProps, title_id: String) -> Html {
    let id = props.template.id.clone();
    let onclick = props
        .dispatch
        .reform(move |_| Action::Compare(CompareAction::With(Counterpart::Template(id.clone()))));
    html! {
        <button type="button" class="button button-quiet template-card-compare" aria-describedby={title_id} {onclick}>
            { "Compare with mine" }
        </button>
    }
}

fn badge(variant: Variant) -> Html {
    match variant {
        Variant::AsPublished => {
            html! { <span class="template-card-badge">{ "As published" }</span> }
        }
        Variant::Tightened => html! {
            <span class="template-card-badge template-card-tightened">{ "Tightened by us" }</span>
        },
    }
}

fn kind_label(kind: TemplateKind) -> &'static str {
    match kind {
        TemplateKind::Identity => "Identity policy",
        TemplateKind::Trust => "Trust policy",
        TemplateKind::Resource => "Resource policy",
        TemplateKind::Scp => "Service control policy",
    }
}
