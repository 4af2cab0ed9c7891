//! One finding that was accepted.

use yew::prelude::*;

use super::finding_card::{Place, Stop, place_buttons};
use super::prose::Prose;
use super::severity;
use crate::engine::checks::Finding;
use crate::session::{AcceptAction, Action};

/// Properties of [`AcceptedCard`].
#[derive(PartialEq, Properties)]
pub struct AcceptedCardProps {
    /// The finding's place among all findings, from 0.
    pub number: usize,
    pub finding: Finding,
    pub places: Vec<Place>,
    pub dispatch: Callback<Action>,
    /// Gets the place that is asked for.
    pub on_go: Callback<Stop>,
    /// Called when the finding was reopened, and this card has moved away.
    pub on_reopened: Callback<()>,
}

/// What was found, where, why it was accepted, and the way back.
#[component]
pub fn AcceptedCard(props: &AcceptedCardProps) -> Html {
    let finding = &props.finding;
    let reason = finding.accepted.clone().unwrap_or_default();
    html! {
        <article
            class={classes!("finding-card", "accepted-card", severity::class(finding.finding_type))}
            data-accepted={finding.code}
        >
            <h4 class="finding-card-message"><Prose text={finding.message.clone()} /></h4>
            <p class="finding-card-facts">
                <span>{ severity::title(finding.finding_type) }</span>
                { place_buttons(props.number, &props.places, &props.on_go) }
                <code class="finding-card-code">{ finding.code }</code>
            </p>
            <p class="accepted-card-reason"><strong>{ "Accepted:" }</strong>{ " " }{ reason }</p>
            <button
                type="button"
                class="button button-small accepted-card-reopen"
                onclick={reopen(props)}
            >
                { "Reopen" }<span class="visually-hidden">{ format!(" {}", finding.code) }</span>
            </button>
        </article>
    }
}

fn reopen(props: &AcceptedCardProps) -> Callback<MouseEvent> {
    let (number, dispatch, on_reopened) = (
        props.number,
        props.dispatch.clone(),
        props.on_reopened.clone(),
    );
    Callback::from(move |_| {
        dispatch.emit(Action::Accepting(AcceptAction::Reopen(number)));
        on_reopened.emit(());
    })
}
