//! Where to paste the policy.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::prose::Prose;
use crate::session::{Action, PastingSteps};
use crate::web::platform::focus::{focus_id, is_within};
use crate::web::ui::hooks::use_escape::use_escape;

/// The id of the sheet, which the button names as what it controls.
const SHEET_ID: &str = "pasting-steps";

/// The id of the button, which takes the focus when the sheet that had it goes.
const BUTTON_ID: &str = "show-pasting-steps";

/// Properties of [`PastingStepsButton`].
#[derive(PartialEq, Properties)]
pub struct PastingStepsButtonProps {
    /// Whether the steps are on display.
    pub shown: bool,
    pub dispatch: Callback<Action>,
}

/// Shows the steps, before a copy too, and takes them away.
#[component]
pub fn PastingStepsButton(props: &PastingStepsButtonProps) -> Html {
    let shown = props.shown;
    html! {
        <button
            id={BUTTON_ID}
            type="button"
            class={classes!("disclosure-button", shown.then_some("disclosure-button-open"))}
            aria-expanded={shown.to_string()}
            aria-controls={SHEET_ID}
            onclick={props.dispatch.reform(move |_| Action::ShowPastingSteps(!shown))}
        >
            <Icon glyph={Glyph::Angle} size={12} />{ "Where to paste it" }
        </button>
    }
}

/// Properties of [`PastingStepsSheet`].
#[derive(PartialEq, Properties)]
pub struct PastingStepsSheetProps {
    pub steps: PastingSteps,
    pub dispatch: Callback<Action>,
}

/// The steps in the console, and the link to where they begin; Escape closes it from anywhere.
#[component]
pub fn PastingStepsSheet(props: &PastingStepsSheetProps) -> Html {
    let close = use_callback(props.dispatch.clone(), |(), dispatch| {
        if is_within(&format!("#{SHEET_ID}")) {
            focus_id(BUTTON_ID);
        }
        dispatch.emit(Action::ShowPastingSteps(false));
    });
    use_escape(&close);
    let steps = props.steps.steps.iter();
    html! {
        <section id={SHEET_ID} class="pasting-steps" aria-labelledby="pasting-steps-title">
            <div class="pasting-steps-head">
                <h2 id="pasting-steps-title">{ "Where to paste it" }</h2>
                <button
                    type="button"
                    class="button button-bare button-icon button-small"
                    aria-label="Close these steps"
                    onclick={close.reform(|_| ())}
                >
                    <Icon glyph={Glyph::Close} />
                </button>
            </div>
            <ol>{ for steps.map(|step| html! { <li><Prose text={step.clone()} /></li> }) }</ol>
            if let Some(url) = &props.steps.console_url {
                { console_link(url, &props.steps.console_label) }
            }
        </section>
    }
}

fn console_link(url: &str, label: &str) -> Html {
    html! {
        <p>
            <a class="button" href={url.to_owned()} target="_blank" rel="noopener">
                { label.to_owned() }
                <Icon glyph={Glyph::Outward} size={14} />
                <span class="visually-hidden">{ " (opens a new tab)" }</span>
            </a>
        </p>
    }
}
