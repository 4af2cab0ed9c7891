//! One finding.

use web_sys::Element;
use yew::prelude::*;

use super::accept_form::AcceptForm;
use super::fix_button::FixButton;
use super::prose::Prose;
use crate::engine::acceptance::can_be_accepted;
use crate::engine::checks::Finding;
use crate::session::{AcceptAction, Accepting, Action};
use crate::web::platform::focus::focus_id;
use crate::web::platform::scrolling::show_within;

/// How many places get a button.
const SHOWN: usize = 12;

/// One line on which a finding has a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The first of the finding's places on the line, from 0.
    pub number: usize,
    /// The line in the text on display, from 1.
    pub line: usize,
}

/// A finding, and one of its places, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop {
    pub finding: usize,
    pub place: usize,
}

/// Properties of [`FindingCard`].
#[derive(PartialEq, Properties)]
pub struct FindingCardProps {
    /// The finding's place among all findings, from 0.
    pub number: usize,
    pub finding: Finding,
    pub places: Vec<Place>,
    /// Whether it is the one last gone to.
    pub current: bool,
    /// Its acceptance, while that is under way.
    pub accepting: Option<Accepting>,
    pub dispatch: Callback<Action>,
    /// Gets the place that is asked for.
    pub on_go: Callback<Stop>,
    /// Called after a fix was applied or the finding was accepted, when this card may be gone.
    pub on_fixed: Callback<()>,
}

/// What is wrong, where, why, what to do, and the buttons that do it.
#[component]
pub fn FindingCard(props: &FindingCardProps) -> Html {
    let finding = &props.finding;
    let node = use_showing(props.current);
    html! {
        <article
            ref={node}
            class={classes!("finding-card", props.current.then_some("finding-card-current"))}
            data-code={finding.code}
            aria-current={props.current.then_some("true")}
        >
            <h4 class="finding-card-message"><Prose text={finding.message.clone()} /></h4>
            <p class="finding-card-facts">
                { place_buttons(props.number, &props.places, &props.on_go) }
                <code class="finding-card-code">{ finding.code }</code>
            </p>
            { sentence("finding-card-why", &finding.why) }
            { sentence("finding-card-help", &finding.help) }
            { fixes(props) }
            { further(props) }
            { accept_form(props) }
        </article>
    }
}

/// Brings the card into sight within its panel once it is the current one; the page itself stays at the text.
#[hook]
fn use_showing(current: bool) -> NodeRef {
    let node = use_node_ref();
    let card = node.clone();
    use_effect_with(current, move |&current| {
        if let Some(card) = card.cast::<Element>().filter(|_| current) {
            show_within(&card, ".panel-body");
        }
    });
    node
}

fn sentence(class: &'static str, words: &str) -> Html {
    if words.is_empty() {
        return Html::default();
    }
    html! { <p {class}><Prose text={words.to_owned()} /></p> }
}

/// A button for each line, which goes to the finding's place there.
pub fn place_buttons(finding: usize, places: &[Place], on_go: &Callback<Stop>) -> Html {
    let hidden = places.len().saturating_sub(SHOWN);
    html! {
        <>
            { for places.iter().take(SHOWN).map(|place| place_button(finding, *place, on_go)) }
            if hidden > 0 {
                <span>{ format!("and {hidden} more") }</span>
            }
        </>
    }
}

fn place_button(finding: usize, place: Place, on_go: &Callback<Stop>) -> Html {
    let stop = Stop {
        finding,
        place: place.number,
    };
    let onclick = on_go.reform(move |_| stop);
    html! {
        <button type="button" class="button button-quiet" {onclick}>{ format!("line {}", place.line) }</button>
    }
}

fn fixes(props: &FindingCardProps) -> Html {
    if props.finding.fixes.is_empty() {
        return Html::default();
    }
    let buttons = props.finding.fixes.iter().enumerate().map(|(number, fix)| {
        html! { <li><FixButton fix={fix.clone()} on_apply={apply(props, number)} /></li> }
    });
    html! { <ul class="finding-card-fixes" role="list">{ for buttons }</ul> }
}

fn apply(props: &FindingCardProps, fix: usize) -> Callback<()> {
    let (finding, dispatch, on_fixed) =
        (props.number, props.dispatch.clone(), props.on_fixed.clone());
    Callback::from(move |()| {
        dispatch.emit(Action::ApplyFix { finding, fix });
        on_fixed.emit(());
    })
}

/// Where to read on, and the way to accept what is no error.
fn further(props: &FindingCardProps) -> Html {
    let finding = &props.finding;
    html! {
        <p class="finding-card-facts finding-card-further">
            if let Some(address) = finding.learn_more {
                <a href={address} target="_blank" rel="noopener">
                    { "Learn more" }<span class="visually-hidden">{ " (opens a new tab)" }</span>
                </a>
            }
            if can_be_accepted(finding) {
                { accept_button(props) }
            }
        </p>
    }
}

fn accept_button(props: &FindingCardProps) -> Html {
    let (number, is_open) = (props.number, props.accepting.is_some());
    let onclick = props.dispatch.reform(move |_| match is_open {
        true => Action::Accepting(AcceptAction::Stop),
        false => Action::Accepting(AcceptAction::Begin(number)),
    });
    html! {
        <button
            id={accept_id(number)}
            type="button"
            class="button button-quiet"
            aria-expanded={is_open.to_string()}
            {onclick}
        >
            { "Accept…" }<span class="visually-hidden">{ format!(" {}", props.finding.code) }</span>
        </button>
    }
}

fn accept_form(props: &FindingCardProps) -> Html {
    let Some(accepting) = props.accepting.clone() else {
        return Html::default();
    };
    let number = props.number;
    html! {
        <AcceptForm
            {accepting}
            dispatch={props.dispatch.clone()}
            on_accepted={props.on_fixed.clone()}
            on_closed={Callback::from(move |()| focus_id(&accept_id(number)))}
        />
    }
}

/// The id of the button that opens the field for a reason, which gets the focus back from it.
fn accept_id(number: usize) -> String {
    format!("accept-{number}")
}
