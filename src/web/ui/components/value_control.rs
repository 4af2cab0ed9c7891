//! What a value is typed into, or chosen from.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::select_field::use_choice;
use crate::session::Action;
use crate::web::ui::field::{Field, Filling};

/// Properties of [`ValueControl`].
#[derive(Clone, PartialEq, Properties)]
pub struct ValueControlProps {
    pub field: Field,
    pub dispatch: Callback<Action>,
    /// Gets the field's number when Enter says that it is done.
    pub on_done: Callback<usize>,
}

/// A list for a value with choices, several lines for a list of values, one line for the rest.
#[component]
pub fn ValueControl(props: &ValueControlProps) -> Html {
    let field = &props.field;
    if !field.choices.is_empty() {
        html! { <ChoiceControl ..props.clone() /> }
    } else if field.multiline {
        html! { <LinesControl ..props.clone() /> }
    } else {
        html! { <LineControl ..props.clone() /> }
    }
}

#[component]
fn LineControl(props: &ValueControlProps) -> Html {
    let field = &props.field;
    let set = use_setting(props);
    let oninput =
        set.reform(|event: InputEvent| event.target_unchecked_into::<HtmlInputElement>().value());
    html! {
        <input
            id={Field::control_id(&field.name)}
            class="field-control field-code"
            type="text"
            aria-describedby={field.words_id()}
            aria-invalid={invalid(field)}
            placeholder={format!("e.g. {}", field.example)}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            value={field.value.clone()}
            {oninput}
            onkeydown={done_by_enter(props, false)}
            onblur={finished(props)}
        />
    }
}

#[component]
fn LinesControl(props: &ValueControlProps) -> Html {
    let field = &props.field;
    let set = use_setting(props);
    let oninput = set
        .reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <textarea
            id={Field::control_id(&field.name)}
            class="field-control field-code"
            rows="3"
            aria-describedby={field.words_id()}
            aria-invalid={invalid(field)}
            placeholder={format!("One a line, e.g.\n{}", field.example)}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            value={field.value.clone()}
            {oninput}
            onkeydown={done_by_enter(props, true)}
            onblur={finished(props)}
        />
    }
}

#[component]
fn ChoiceControl(props: &ValueControlProps) -> Html {
    let field = &props.field;
    let node = use_node_ref();
    use_choice(&node, field.value.clone().into());
    let set = use_setting(props);
    let onchange =
        set.reform(|event: Event| event.target_unchecked_into::<HtmlSelectElement>().value());
    html! {
        <select
            ref={node}
            id={Field::control_id(&field.name)}
            class="field-control"
            aria-describedby={field.words_id()}
            aria-invalid={invalid(field)}
            {onchange}
            onblur={finished(props)}
        >
            <option value="">{ "Choose one" }</option>
            { for field.choices.iter().map(|choice| html! { <option value={choice.clone()}>{ choice }</option> }) }
        </select>
    }
}

/// Hands over what the control holds, and shows again what the state holds, since the value may have been refused.
#[hook]
fn use_setting(props: &ValueControlProps) -> Callback<String> {
    let show_again = use_force_update();
    let name = props.field.name.clone();
    props.dispatch.reform(move |value| {
        show_again.force_update();
        Action::SetValue {
            name: name.clone(),
            value,
        }
    })
}

fn invalid(field: &Field) -> &'static str {
    match field.filling {
        Filling::Bad(_) => "true",
        Filling::Open | Filling::Good => "false",
    }
}

/// Enter goes on to the next field; where Enter makes a line, it does so together with Ctrl or Cmd.
fn done_by_enter(props: &ValueControlProps, needs_control: bool) -> Callback<KeyboardEvent> {
    let (number, on_done) = (props.field.number, props.on_done.clone());
    Callback::from(move |event: KeyboardEvent| {
        let held = event.ctrl_key() || event.meta_key();
        if event.key() == "Enter" && !event.is_composing() && (held || !needs_control) {
            event.prevent_default();
            on_done.emit(number);
        }
    })
}

fn finished(props: &ValueControlProps) -> Callback<FocusEvent> {
    props.dispatch.reform(|_| Action::FinishValue)
}
