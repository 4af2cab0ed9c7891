//! What there is to know about the template a document came from.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::prose::Prose;
use crate::engine::templates::{Source, Template};
use crate::session::{Action, Partner};

/// Properties of [`TemplateNotes`].
#[derive(PartialEq, Properties)]
pub struct TemplateNotesProps {
    /// None for a policy of the reader's own.
    pub template: Option<Template>,
    /// What completes it and is not open yet.
    pub partners: Vec<Partner>,
    pub dispatch: Callback<Action>,
}

/// What goes with it, notes, findings that stay on purpose, and the documents behind it.
#[component]
pub fn TemplateNotes(props: &TemplateNotesProps) -> Html {
    let Some(template) = &props.template else {
        return Html::default();
    };
    html! {
        <details class="template-notes" open=true>
            <summary class="template-notes-summary"><Icon glyph={Glyph::Angle} size={12} />{ "About this template" }</summary>
            <div class="template-notes-body">
                <p><Prose text={template.summary.clone()} /></p>
                { partners(props) }
                { sentences("Before you use it", template.notes.iter().map(|note| prose(note)).collect()) }
                { sentences("Findings that stay on purpose", template.known_findings.iter().map(|known| prose(&known.why)).collect()) }
                { sentences("Attach with it", template.managed_policies.iter().map(|arn| html! { <code>{ arn }</code> }).collect()) }
                { sentences("Sources", template.sources.iter().map(source).collect()) }
            </div>
        </details>
    }
}

/// One button for each policy that completes this one.
fn partners(props: &TemplateNotesProps) -> Html {
    if props.partners.is_empty() {
        return Html::default();
    }
    let button = |partner: &Partner| {
        let id = partner.id.clone();
        let onclick = props
            .dispatch
            .reform(move |_| Action::AddPartner(id.clone()));
        html! {
            <button type="button" class="button button-small template-notes-partner" {onclick}>
                <Icon glyph={Glyph::Plus} size={14} />{ &partner.label }
            </button>
        }
    };
    html! {
        <>
            <h3>{ "Goes with it" }</h3>
            <div class="template-notes-partners">{ for props.partners.iter().map(button) }</div>
        </>
    }
}

/// A heading over a list; nothing where the list is empty.
fn sentences(title: &str, entries: Vec<Html>) -> Html {
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <>
            <h3>{ title }</h3>
            <ul>{ for entries.into_iter().map(|entry| html! { <li>{ entry }</li> }) }</ul>
        </>
    }
}

fn prose(text: &str) -> Html {
    html! { <Prose text={text.to_owned()} /> }
}

fn source(source: &Source) -> Html {
    html! { { format!("{} ({})", source.reference, source.date) } }
}
