//! The templates on offer: what documents publish first, then what we made of it.

use yew::prelude::*;

use crate::engine::templates::{Gallery, Template, TemplateSet, Variant};
use crate::session::Action;
use crate::web::ui::components::empty_state::EmptyState;
use crate::web::ui::components::icon::Glyph;
use crate::web::ui::components::search_field::SearchField;
use crate::web::ui::components::set_card::SetCard;
use crate::web::ui::components::template_card::TemplateCard;
use crate::web::ui::shared::Shared;

/// Properties of [`GalleryPanel`].
#[derive(PartialEq, Properties)]
pub struct GalleryPanelProps {
    /// None until they are loaded.
    pub templates: Option<Shared<Gallery>>,
    /// Why they could not be loaded.
    pub failure: Option<String>,
    pub query: String,
    /// Whether a policy is open that can be compared with a template.
    pub comparable: bool,
    pub dispatch: Callback<Action>,
}

/// The search and its results.
#[component]
pub fn GalleryPanel(props: &GalleryPanelProps) -> Html {
    html! {
        <section class="gallery" aria-labelledby="gallery-title">
            <div class="gallery-head">
                <h2 id="gallery-title">{ "Templates" }</h2>
                <p class="gallery-words" role="status">{ count(props) }</p>
                <SearchField query={props.query.clone()} dispatch={props.dispatch.clone()} />
            </div>
            { results(props) }
        </section>
    }
}

/// How many templates there are, and how many of them answer the search.
fn count(props: &GalleryPanelProps) -> String {
    let Some(templates) = &props.templates else {
        return String::new();
    };
    let all = templates.search("").len();
    if props.query.trim().is_empty() {
        return format!("{all} templates");
    }
    format!(
        "{} of {all} templates",
        templates.search(&props.query).len()
    )
}

fn results(props: &GalleryPanelProps) -> Html {
    match (&props.templates, &props.failure) {
        (Some(templates), _) => groups(templates, props),
        (None, Some(failure)) => html! {
            <div class="gallery-empty">
                <EmptyState glyph={Glyph::Triangle} title="The templates did not load"><p>{ failure }</p></EmptyState>
            </div>
        },
        (None, None) => html! { <p class="gallery-words">{ "Loading the templates …" }</p> },
    }
}

fn groups(templates: &Gallery, props: &GalleryPanelProps) -> Html {
    let (query, dispatch) = (&props.query, &props.dispatch);
    let (sets, found) = (templates.search_sets(query), templates.search(query));
    if found.is_empty() && sets.is_empty() {
        return nothing_found(query, dispatch);
    }
    let variants = [Variant::AsPublished, Variant::Tightened];
    let groups = variants.map(|variant| group(variant, &found, props));
    html! { <>{ set_group(&sets, dispatch) }{ for groups }</> }
}

/// The sets stand first: who needs one needs all of it.
fn set_group(sets: &[&TemplateSet], dispatch: &Callback<Action>) -> Html {
    if sets.is_empty() {
        return Html::default();
    }
    let card = |set: &&TemplateSet| {
        html! {
            <li key={set.id.clone()}><SetCard set={(*set).clone()} dispatch={dispatch.clone()} /></li>
        }
    };
    html! {
        <section class="gallery-group">
            <div class="gallery-group-head">
                <h3>{ "Sets" }</h3>
                <p class="gallery-words">{ "Policies that belong together, opened together; a value typed once fills them all." }</p>
            </div>
            <ul class="gallery-cards" role="list">{ for sets.iter().map(card) }</ul>
        </section>
    }
}

fn group(variant: Variant, found: &[&Template], props: &GalleryPanelProps) -> Html {
    let templates: Vec<_> = found.iter().filter(|one| one.variant == variant).collect();
    if templates.is_empty() {
        return Html::default();
    }
    let (title, words) = introduction(variant);
    html! {
        <section class="gallery-group">
            <div class="gallery-group-head"><h3>{ title }</h3><p class="gallery-words">{ words }</p></div>
            <ul class="gallery-cards" role="list">
                { for templates.into_iter().map(|template| card(template, props)) }
            </ul>
        </section>
    }
}

fn introduction(variant: Variant) -> (&'static str, &'static str) {
    match variant {
        Variant::AsPublished => (
            "As published",
            "What the documents print, repaired where AWS would reject it, otherwise unchanged.",
        ),
        Variant::Tightened => ("Tightened by us", "The same purposes with less access."),
    }
}

fn card(template: &Template, props: &GalleryPanelProps) -> Html {
    html! {
        <li key={template.id.clone()}>
            <TemplateCard template={template.clone()} comparable={props.comparable} dispatch={props.dispatch.clone()} />
        </li>
    }
}

fn nothing_found(query: &str, dispatch: &Callback<Action>) -> Html {
    let onclick = dispatch.reform(|_| Action::SearchGallery(String::new()));
    html! {
        <div class="gallery-empty">
            <EmptyState glyph={Glyph::Search} title={format!("No template for “{query}”")}>
                <p>{ "Try a provider, a service such as batch, or a kind such as trust. You can also paste a policy of your own above." }</p>
                <button type="button" class="button" {onclick}>{ "Clear the search" }</button>
            </EmptyState>
        </div>
    }
}
