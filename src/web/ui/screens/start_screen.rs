//! The start: what the page does, the way in with one's own policy, and the templates.

use yew::prelude::*;

use super::SCREEN_TITLE_ID;
use crate::session::{Action, Document, State};
use crate::web::ui::components::icon::{Glyph, Icon};
use crate::web::ui::components::masthead::Masthead;
use crate::web::ui::components::paste_box::PasteBox;
use crate::web::ui::panels::gallery::GalleryPanel;
use crate::web::ui::shared::Shared;

/// What a reader may rely on.
const PROMISES: [&str; 3] = [
    "Nothing you paste or type leaves this tab.",
    "No sign-in, and no field asks for a credential.",
    "Checked as you type, against what AWS accepts.",
];

/// Properties of [`StartScreen`].
#[derive(PartialEq, Properties)]
pub struct StartScreenProps {
    pub state: Shared<State>,
    pub dispatch: Callback<Action>,
}

/// The first thing one sees.
#[component]
pub fn StartScreen(props: &StartScreenProps) -> Html {
    let state = &props.state;
    html! {
        <>
            <Masthead sealed={state.sealed}>{ way_back(state, &props.dispatch) }</Masthead>
            <main id="main" class="start-screen">
                <section class="start-lead">
                    { words() }
                    <PasteBox dispatch={props.dispatch.clone()} />
                </section>
                { gallery(state, &props.dispatch) }
            </main>
        </>
    }
}

fn words() -> Html {
    html! {
        <div class="start-words">
            <h1 id={SCREEN_TITLE_ID} tabindex="-1">{ "IAM Policy Editor" }</h1>
            <p class="start-what">
                { "Turns a published AWS policy with stand-ins in it into a correct policy for your own account: \
                   fill in a few values, mend what AWS would reject, copy." }
            </p>
            <ul class="start-promises" role="list">{ for PROMISES.into_iter().map(promise) }</ul>
        </div>
    }
}

fn promise(words: &str) -> Html {
    html! { <li><Icon glyph={Glyph::Tick} />{ words }</li> }
}

fn gallery(state: &State, dispatch: &Callback<Action>) -> Html {
    let gallery = &state.gallery;
    html! {
        <GalleryPanel
            templates={gallery.templates.clone().map(Shared)}
            failure={gallery.failure.clone()}
            query={gallery.query.clone()}
            comparable={state.document().is_some_and(|document| !document.is_blank())}
            dispatch={dispatch.clone()}
        />
    }
}

/// Where the way back leads: the one document by its name, several by their number.
fn back_to(state: &State, document: &Document) -> String {
    match state.workspace.documents.len() {
        1 => format!("Back to {}", document.name),
        count => format!("Back to your {count} policies"),
    }
}

/// The button back to what is open, where there is something.
fn way_back(state: &State, dispatch: &Callback<Action>) -> Html {
    let Some(document) = state.document() else {
        return Html::default();
    };
    html! {
        <button type="button" class="button button-small masthead-back" onclick={dispatch.reform(|_| Action::ShowEditor)}>
            { back_to(state, document) }
        </button>
    }
}
