//! The verdict and the button that copies: always within reach.

use web_sys::Element;
use yew::prelude::*;

use super::data_line::DataLine;
use super::icon::{Glyph, Icon};
use super::pasting_steps::{PastingStepsButton, PastingStepsSheet};
use crate::engine::analysis::{NOT_LOOKED_AT, Verdict};
use crate::session::{Action, PastingSteps, ReferenceState};
use crate::web::ui::hooks::use_escape::use_escape;

/// The id of the copy button, by which the focus finds it.
pub const COPY_POLICY_ID: &str = "copy-policy";

/// Properties of [`VerdictBar`].
#[derive(PartialEq, Properties)]
pub struct VerdictBarProps {
    pub verdict: Verdict,
    /// Whether the text waits to be checked.
    pub unchecked: bool,
    /// The data that the verdict rests on, as a sentence.
    pub rests_on: AttrValue,
    /// The AWS reference, loaded or not.
    pub reference: ReferenceState,
    /// Where to paste the policy; none where that is not known.
    pub steps: Option<PastingSteps>,
    /// Whether the steps are on display.
    pub shows_steps: bool,
    pub dispatch: Callback<Action>,
}

/// One line of verdict, what it does not cover, and the way out.
#[component]
pub fn VerdictBar(props: &VerdictBarProps) -> Html {
    html! {
        <div class="verdict-bar">
            <div class="verdict-bar-words">
                { verdict(props) }
                <div class="verdict-bar-more">
                    <Limits rests_on={props.rests_on.clone()} />
                    if props.steps.is_some() {
                        <PastingStepsButton shown={props.shows_steps} dispatch={props.dispatch.clone()} />
                    }
                    <DataLine reference={props.reference.clone()} />
                </div>
            </div>
            <div class="verdict-bar-actions">
                <button
                    id={COPY_POLICY_ID}
                    type="button"
                    class="button button-primary"
                    onclick={props.dispatch.reform(|_| Action::CopyPolicy)}
                >
                    <Icon glyph={Glyph::Copy} />{ "Copy policy" }
                </button>
            </div>
            if let Some(steps) = props.steps.clone().filter(|_| props.shows_steps) {
                <PastingStepsSheet {steps} dispatch={props.dispatch.clone()} />
            }
        </div>
    }
}

fn verdict(props: &VerdictBarProps) -> Html {
    let standing = Standing::of(props);
    html! {
        <p class={classes!("verdict", standing.class())} role="status" data-testid="verdict">
            <Icon glyph={standing.glyph()} size={18} />
            <span>{ line(&props.verdict) }</span>
        </p>
    }
}

/// The sentence, and in the same line how many values are missing: without them it accepts nothing.
fn line(verdict: &Verdict) -> String {
    let joint = if verdict.is_rejected() { "and" } else { "but" };
    match verdict.values.as_ref().filter(|_| !verdict.is_empty) {
        Some(values) => format!("{}, {joint} {values}", verdict.sentence),
        None => verdict.sentence.clone(),
    }
}

/// What the verdict's looks say.
#[derive(Clone, Copy)]
enum Standing {
    Unknown,
    Rejected,
    Waiting,
    Accepted,
}

impl Standing {
    fn of(props: &VerdictBarProps) -> Self {
        let verdict = &props.verdict;
        if props.unchecked || verdict.is_empty {
            Self::Unknown
        } else if verdict.is_rejected() {
            Self::Rejected
        } else if verdict.missing > 0 {
            Self::Waiting
        } else {
            Self::Accepted
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Unknown => "verdict-unknown",
            Self::Rejected => "verdict-rejected",
            Self::Waiting => "verdict-waiting",
            Self::Accepted => "verdict-accepted",
        }
    }

    fn glyph(self) -> Glyph {
        match self {
            Self::Unknown => Glyph::Guard,
            Self::Rejected => Glyph::Alert,
            Self::Waiting => Glyph::Triangle,
            Self::Accepted => Glyph::Tick,
        }
    }
}

/// Properties of [`Limits`].
#[derive(PartialEq, Properties)]
struct LimitsProps {
    rests_on: AttrValue,
}

/// What the verdict rests on, and what it does not take into account; Escape closes it.
#[component]
fn Limits(props: &LimitsProps) -> Html {
    let node = use_node_ref();
    let close = use_callback(node.clone(), |(), node| {
        if let Some(details) = node.cast::<Element>() {
            // Taking away an attribute that is not there does nothing.
            let _ = details.remove_attribute("open");
        }
    });
    use_escape(&close);
    html! {
        <details ref={node} class="disclosure verdict-limits">
            <summary class="disclosure-summary"><Icon glyph={Glyph::Angle} size={12} />{ "What was not looked at" }</summary>
            <div class="disclosure-sheet">
                <p>{ NOT_LOOKED_AT }</p>
                <p>{ props.rests_on.clone() }</p>
            </div>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_accepts_plainly_while_values_are_missing() {
        for (errors, values, expected) in [
            (0, None, "Sentence"),
            (
                0,
                Some("1 value is missing"),
                "Sentence, but 1 value is missing",
            ),
            (
                2,
                Some("1 value is missing"),
                "Sentence, and 1 value is missing",
            ),
        ] {
            let verdict = Verdict {
                errors,
                accepted: 0,
                is_too_large: false,
                missing: usize::from(values.is_some()),
                is_empty: false,
                sentence: "Sentence".into(),
                values: values.map(str::to_owned),
            };
            assert_eq!(line(&verdict), expected);
        }
    }
}
