//! One value to fill in.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::prose::Prose;
use super::value_control::ValueControl;
use crate::session::Action;
use crate::web::ui::field::{Field, Filling};

/// Properties of [`ValueField`].
#[derive(PartialEq, Properties)]
pub struct ValueFieldProps {
    pub field: Field,
    pub dispatch: Callback<Action>,
    /// Gets the field's number when its reader is done with it.
    pub on_done: Callback<usize>,
}

/// Label and uses, what is typed, and what there is to say about it.
#[component]
pub fn ValueField(props: &ValueFieldProps) -> Html {
    let field = &props.field;
    let (class, mark) = look(&field.filling);
    html! {
        <div class="field value-field">
            <div class="value-field-head">
                <label class="field-label" for={Field::control_id(&field.name)}>{ &field.label }</label>
                { uses(field, &props.dispatch) }
            </div>
            <div class={classes!("value-field-box", class)}>
                <ValueControl field={field.clone()} dispatch={props.dispatch.clone()} on_done={props.on_done.clone()} />
                if let Some(glyph) = mark {
                    <Icon {glyph} />
                }
            </div>
            <div id={field.words_id()} class="value-field-words">{ words(field) }</div>
        </div>
    }
}

fn look(filling: &Filling) -> (Option<&'static str>, Option<Glyph>) {
    match filling {
        Filling::Open => (None, None),
        Filling::Good => (Some("value-field-good"), Some(Glyph::Tick)),
        Filling::Bad(_) => (Some("value-field-bad"), Some(Glyph::Alert)),
    }
}

/// How often the value stands in the text, as the button that goes from one place to the next.
fn uses(field: &Field, dispatch: &Callback<Action>) -> Html {
    let number = field.number;
    let onclick = dispatch.reform(move |_| Action::GoToPlaceholder(number));
    let count = match field.uses {
        1 => "1 use".to_owned(),
        uses => format!("{uses} uses"),
    };
    html! {
        <button type="button" class="button button-quiet" title="Show the next one in the text" {onclick}>
            { count }
            <span class="visually-hidden">{ format!(" of {}: show the next one in the text", field.label) }</span>
        </button>
    }
}

fn words(field: &Field) -> Html {
    html! {
        <>
            { state(field) }
            <p class="field-words"><Prose text={field.help.clone()} /></p>
            { written(field) }
            { for field.remarks.iter().map(|remark| html! {
                <p class="value-field-remark"><Prose text={remark.clone()} /></p>
            }) }
        </>
    }
}

fn state(field: &Field) -> Html {
    match &field.filling {
        Filling::Open if field.optional => {
            html! { <p class="field-words">{ "Leave it empty to keep what stands there." }</p> }
        }
        Filling::Open => html! { <span class="visually-hidden">{ "Not filled in yet. " }</span> },
        Filling::Good => html! { <span class="visually-hidden">{ "Filled in. " }</span> },
        Filling::Bad(problem) => {
            html! { <p class="field-problem"><span><Prose text={problem.clone()} /></span></p> }
        }
    }
}

fn written(field: &Field) -> Html {
    let spellings = field
        .written
        .iter()
        .map(|spelling| html! { <>{ " " }<code>{ spelling }</code></> });
    html! { <p class="field-words value-field-written">{ "Stands for" }{ for spellings }</p> }
}
