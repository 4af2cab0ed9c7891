//! The values that only other documents ask for.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use crate::session::{Action, Elsewhere};

/// Properties of [`ValuesElsewhere`].
#[derive(PartialEq, Properties)]
pub struct ValuesElsewhereProps {
    pub asked: Vec<Elsewhere>,
    pub dispatch: Callback<Action>,
}

/// One line for each, which leads to its field; nothing where there is none.
#[component]
pub fn ValuesElsewhere(props: &ValuesElsewhereProps) -> Html {
    if props.asked.is_empty() {
        return Html::default();
    }
    html! {
        <section class="values-elsewhere" aria-labelledby="values-elsewhere-title">
            <h3 id="values-elsewhere-title">{ "Only in your other policies" }</h3>
            <ul role="list">{ for props.asked.iter().map(|asked| line(asked, &props.dispatch)) }</ul>
        </section>
    }
}

fn line(asked: &Elsewhere, dispatch: &Callback<Action>) -> Html {
    let action = Action::ShowField {
        document: asked.document,
        name: asked.name.clone(),
    };
    let (glyph, words) = match asked.is_missing {
        true => (Glyph::Pencil, "missing in"),
        false => (Glyph::Tick, "used in"),
    };
    html! {
        <li key={asked.name.clone()}>
            <button type="button" class="button button-quiet" onclick={dispatch.reform(move |_| action.clone())}>
                { &asked.label }
            </button>
            <span class="values-elsewhere-words">
                <Icon {glyph} size={12} />{ format!("{words} {}", asked.document_name) }
            </span>
        </li>
    }
}
