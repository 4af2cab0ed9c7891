//! What was done to make a policy fit, between its text and its size.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::prose::Prose;
use crate::engine::fitting::{Sids, Step};
use crate::engine::policy::with_commas;
use crate::session::{Action, FittingReport, LayoutAction};

/// Properties of [`FittingCard`].
#[derive(PartialEq, Properties)]
pub struct FittingCardProps {
    pub report: FittingReport,
    pub dispatch: Callback<Action>,
}

/// One line about what came of it, the size before, then each step with the size after it.
#[component]
pub fn FittingCard(props: &FittingCardProps) -> Html {
    let FittingCardProps { report, dispatch } = props;
    html! {
        <section class="fitting-card" aria-label="Made to fit">
            <p class="fitting-card-summary"><Prose text={report.summary.clone()} /></p>
            <p class="field-words">{ &report.before }</p>
            if !report.steps.is_empty() {
                // What scrolls has to be reached by the keyboard.
                <ol class="fitting-card-steps" tabindex="0" aria-label="Steps">{ for report.steps.iter().map(step) }</ol>
            }
            { ways_on(report, dispatch) }
            <button
                type="button"
                class="button button-bare button-icon button-small fitting-card-close"
                aria-label="Close what was done to make it fit"
                onclick={dispatch.reform(|_| Action::LayOut(LayoutAction::CloseReport))}
            >
                <Icon glyph={Glyph::Close} size={14} />
            </button>
        </section>
    }
}

fn step(step: &Step) -> Html {
    html! {
        <li>
            <Prose text={step.what.clone()} />
            <span class="field-words">{ format!(" Size then: {}.", with_commas(step.size)) }</span>
        </li>
    }
}

fn ways_on(report: &FittingReport, dispatch: &Callback<Action>) -> Html {
    let drop_names = dispatch.reform(|_| Action::LayOut(LayoutAction::MakeItFit(Sids::DropAll)));
    html! {
        <div class="fitting-card-actions">
            if report.may_drop_names {
                <button type="button" class="button button-small" onclick={drop_names}>
                    { "Leave out the names of statements too" }
                </button>
            }
            if !report.steps.is_empty() {
                <button type="button" class="button button-small" onclick={dispatch.reform(|_| Action::Undo)}>
                    <Icon glyph={Glyph::Undo} size={14} />{ "Undo all of this" }
                </button>
            }
        </div>
    }
}
