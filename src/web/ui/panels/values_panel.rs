//! The values to fill in.

use yew::prelude::*;

use crate::engine::analysis::Analysis;
use crate::engine::placeholders::Values;
use crate::session::Action;
use crate::web::platform::focus::focus_id;
use crate::web::ui::components::empty_state::EmptyState;
use crate::web::ui::components::icon::Glyph;
use crate::web::ui::components::prose::Prose;
use crate::web::ui::components::value_field::ValueField;
use crate::web::ui::components::verdict_bar::COPY_POLICY_ID;
use crate::web::ui::field::{Field, Filling, fields};
use crate::web::ui::shared::Shared;

/// Properties of [`ValuesPanel`].
#[derive(PartialEq, Properties)]
pub struct ValuesPanelProps {
    pub analysis: Shared<Analysis>,
    pub values: Values,
    /// Whether the text waits to be checked, and its stand-ins to be found.
    pub unchecked: bool,
    pub dispatch: Callback<Action>,
    /// What there is to know about the template; stands below the fields.
    #[prop_or_default]
    pub children: Html,
}

/// One field for each placeholder, and how many are done.
#[component]
pub fn ValuesPanel(props: &ValuesPanelProps) -> Html {
    let fields = fields(&props.analysis, &props.values);
    html! {
        <section class="panel values-panel" aria-label="Values">
            <div class="panel-head">
                <h2 class="panel-title">{ "Values" }</h2>
                { progress(&fields) }
            </div>
            <div class="panel-body">
                { content(fields, props) }
                { props.children.clone() }
            </div>
        </section>
    }
}

fn content(fields: Vec<Field>, props: &ValuesPanelProps) -> Html {
    if fields.is_empty() {
        return no_field(props.unchecked);
    }
    let on_done = on_done(&fields);
    let value_field = |field: Field| {
        let key = field.name.clone();
        let (dispatch, on_done) = (props.dispatch.clone(), on_done.clone());
        html! { <ValueField {key} {field} {dispatch} {on_done} /> }
    };
    html! { <div class="values-fields">{ for fields.into_iter().map(value_field) }</div> }
}

fn no_field(unchecked: bool) -> Html {
    if unchecked {
        return html! {
            <EmptyState glyph={Glyph::Search} title="Not looked for yet">
                <p>{ "This text is large. Its stand-ins are found when you check it." }</p>
            </EmptyState>
        };
    }
    html! {
        <EmptyState glyph={Glyph::Tick} title="Nothing to fill in">
            <p><Prose text="No stand-ins were found in this policy. Write one as `{{bucket_name}}`, and it becomes a field." /></p>
        </EmptyState>
    }
}

fn progress(fields: &[Field]) -> Html {
    let needed: Vec<&Field> = fields.iter().filter(|field| !field.optional).collect();
    if needed.is_empty() {
        return Html::default();
    }
    let done = needed
        .iter()
        .filter(|field| field.filling == Filling::Good)
        .count();
    let all = needed.len();
    let full = (done == all).then_some("values-meter-full");
    html! {
        <>
            <p class="values-progress" id="values-progress">{ format!("{done} of {all} filled in") }</p>
            <progress
                class={classes!("values-meter", full)}
                aria-labelledby="values-progress"
                max={all.to_string()}
                value={done.to_string()}
            />
        </>
    }
}

/// Goes to the next field that is not done, or to the copy button when all are.
fn on_done(fields: &[Field]) -> Callback<usize> {
    let open: Vec<(usize, String)> = fields
        .iter()
        .filter(|field| field.is_waiting())
        .map(|field| (field.number, Field::control_id(&field.name)))
        .collect();
    Callback::from(move |number: usize| {
        let behind = open.iter().find(|(other, _)| *other > number);
        let before = || open.iter().find(|(other, _)| *other < number);
        match behind.or_else(before) {
            Some((_, id)) => focus_id(id),
            None => focus_id(COPY_POLICY_ID),
        }
    })
}
