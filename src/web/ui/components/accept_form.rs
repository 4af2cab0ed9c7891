//! The field for the reason why a finding is accepted.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::engine::acceptance::{MAX_REASON, tidy_reason};
use crate::session::{AcceptAction, Accepting, Action};
use crate::web::platform::focus::focus_id;

/// The id of the field; only one finding at a time is being accepted.
const REASON_ID: &str = "accept-reason";
/// The id of the words that describe it.
const WORDS_ID: &str = "accept-reason-words";

/// Properties of [`AcceptForm`].
#[derive(PartialEq, Properties)]
pub struct AcceptFormProps {
    pub accepting: Accepting,
    pub dispatch: Callback<Action>,
    /// Called when the finding was accepted, and its card has moved away.
    pub on_accepted: Callback<()>,
    /// Called when the field was closed.
    pub on_closed: Callback<()>,
}

/// The reason and the two ways out: Enter accepts, Escape closes.
#[component]
pub fn AcceptForm(props: &AcceptFormProps) -> Html {
    use_effect_with((), |()| focus_id(REASON_ID));
    let show_again = use_force_update();
    let oninput = props.dispatch.reform(move |event: InputEvent| {
        // What was refused is not in the state, so the field has to be drawn anew.
        show_again.force_update();
        Action::Accepting(AcceptAction::SetReason(
            event.target_unchecked_into::<HtmlTextAreaElement>().value(),
        ))
    });
    let (accept, close) = (accept(props), close(props));
    let onsubmit = accept.reform(|event: SubmitEvent| event.prevent_default());
    html! {
        <form class="accept-form" {onsubmit}>
            <label class="field-label" for={REASON_ID}>{ "Why you accept it" }</label>
            <textarea
                id={REASON_ID}
                class="field-control"
                rows="2"
                maxlength={MAX_REASON.to_string()}
                aria-describedby={WORDS_ID}
                aria-invalid={props.accepting.problem.is_some().to_string()}
                autocomplete="off"
                value={props.accepting.reason.clone()}
                {oninput}
                onkeydown={keys(accept, close.clone())}
            />
            { words(&props.accepting) }
            <div class="accept-form-actions">
                <button type="submit" class="button button-small button-primary">{ "Accept" }</button>
                <button type="button" class="button button-small" onclick={close.reform(|_| ())}>{ "Cancel" }</button>
            </div>
        </form>
    }
}

/// What is wrong with the reason, or else what it is for.
fn words(accepting: &Accepting) -> Html {
    match accepting.problem {
        Some(problem) => {
            html! { <p id={WORDS_ID} class="field-problem" role="alert">{ problem.message() }</p> }
        }
        None => html! {
            <p id={WORDS_ID} class="field-words">
                { "It stays listed as accepted, and counts again when its statement changes." }
            </p>
        },
    }
}

fn accept(props: &AcceptFormProps) -> Callback<()> {
    let is_accepted = tidy_reason(&props.accepting.reason).is_ok();
    let (dispatch, on_accepted) = (props.dispatch.clone(), props.on_accepted.clone());
    Callback::from(move |()| {
        dispatch.emit(Action::Accepting(AcceptAction::Accept));
        if is_accepted {
            on_accepted.emit(());
        } else {
            focus_id(REASON_ID);
        }
    })
}

fn close(props: &AcceptFormProps) -> Callback<()> {
    let (dispatch, on_closed) = (props.dispatch.clone(), props.on_closed.clone());
    Callback::from(move |()| {
        dispatch.emit(Action::Accepting(AcceptAction::Stop));
        on_closed.emit(());
    })
}

/// A reason is one line, so that Enter has nothing else to do.
fn keys(accept: Callback<()>, close: Callback<()>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let way_out = match event.key().as_str() {
            "Enter" if !event.is_composing() => &accept,
            "Escape" => &close,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        way_out.emit(());
    })
}
