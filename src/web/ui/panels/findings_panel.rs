//! What there is to say about the policy.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::analysis::{Analysis, View};
use crate::engine::checks::{Finding, FindingType, FixKind};
use crate::engine::text::{LineIndex, Span};
use crate::session::{Accepting, Action};
use crate::web::platform::focus::focus_id;
use crate::web::ui::components::accepted_group::AcceptedGroup;
use crate::web::ui::components::empty_state::EmptyState;
use crate::web::ui::components::finding_card::{Place, Stop};
use crate::web::ui::components::finding_group::{FindingGroup, Findings};
use crate::web::ui::components::finding_steps::{Direction, FindingSteps};
use crate::web::ui::components::icon::Glyph;
use crate::web::ui::components::severity::SEVERITIES;
use crate::web::ui::shared::Shared;

/// The id of the panel's heading, which takes the focus when the card that had it is gone.
const TITLE_ID: &str = "findings-title";

/// Properties of [`FindingsPanel`].
#[derive(Clone, PartialEq, Properties)]
pub struct FindingsPanelProps {
    pub analysis: Shared<Analysis>,
    /// The view whose lines the findings name.
    pub view: View,
    /// Whether the text waits to be checked.
    pub unchecked: bool,
    /// The finding that is being accepted.
    pub accepting: Option<Accepting>,
    /// The finding last gone to.
    pub current: Option<usize>,
    /// Gets the place to go to.
    pub on_go: Callback<Stop>,
    /// Gets the way to go on to the next finding.
    pub on_step: Callback<Direction>,
    pub dispatch: Callback<Action>,
}

/// The findings in their groups, the repairs, and the way through them.
#[component]
pub fn FindingsPanel(props: &FindingsPanelProps) -> Html {
    html! {
        <section class="panel findings-panel" aria-label="Findings">
            <div class="panel-head">
                <h2 id={TITLE_ID} class="panel-title" tabindex="-1">{ "Findings" }</h2>
                if props.analysis.open_findings().next().is_some() && !props.analysis.verdict().is_empty {
                    <FindingSteps on_step={props.on_step.clone()} />
                }
                <div class="panel-actions">{ fix_all(props) }</div>
            </div>
            <div class="panel-body">
                <FindingsContent ..props.clone() />
            </div>
        </section>
    }
}

#[component]
fn FindingsContent(props: &FindingsPanelProps) -> Html {
    let places = use_places(&props.analysis, props.view);
    let on_fixed = use_callback((), |(), ()| focus_id(TITLE_ID));
    if props.unchecked {
        return unchecked(&props.dispatch);
    }
    if props.analysis.verdict().is_empty {
        return nothing_to_check();
    }
    if props.analysis.findings().is_empty() && props.analysis.outdated_acceptances().is_empty() {
        return nothing_found();
    }
    let findings = Findings {
        analysis: props.analysis.clone(),
        places: Shared(places),
        current: props.current,
        accepting: props.accepting.clone(),
        dispatch: props.dispatch.clone(),
        on_go: props.on_go.clone(),
        on_fixed,
    };
    html! {
        <ContextProvider<Shared<Analysis>> context={props.analysis.clone()}>
            <div class="findings-groups">
                { for SEVERITIES.map(|severity| html! { <FindingGroup {severity} findings={findings.clone()} /> }) }
                <AcceptedGroup {findings} />
            </div>
        </ContextProvider<Shared<Analysis>>>
    }
}

/// Where each finding is in the text on display, a line once.
#[hook]
fn use_places(analysis: &Shared<Analysis>, view: View) -> Rc<Vec<Vec<Place>>> {
    use_memo((analysis.clone(), view), |(analysis, view)| {
        let index = LineIndex::new(analysis.text_of(*view));
        let line_of = |span| match view {
            View::Filled => index.position(analysis.to_shown(span).start).line,
            View::Template => index.position(span.start).line,
        };
        let findings = analysis.findings().iter();
        findings.map(|finding| places(finding, line_of)).collect()
    })
}

fn places(finding: &Finding, line_of: impl Fn(Span) -> usize) -> Vec<Place> {
    let lines = finding
        .locations
        .iter()
        .map(|location| line_of(location.span));
    let mut places: Vec<Place> = lines
        .enumerate()
        .map(|(number, line)| Place { number, line })
        .collect();
    places.dedup_by_key(|place| place.line);
    places
}

/// The button for every repair at once, where there are any.
fn fix_all(props: &FindingsPanelProps) -> Html {
    let (repairs, label) = repairs(&props.analysis);
    if repairs == 0 || props.analysis.verdict().is_empty {
        return Html::default();
    }
    let onclick = {
        let dispatch = props.dispatch.clone();
        move |_| {
            dispatch.emit(Action::FixAll);
            focus_id(TITLE_ID);
        }
    };
    html! {
        <button
            type="button"
            class="button button-small button-primary"
            title="Makes every repair that needs no decision of yours"
            {onclick}
        >
            { label }
        </button>
    }
}

/// How many errors can be repaired, and the label that says so; it tells where others stay.
fn repairs(analysis: &Analysis) -> (usize, String) {
    let findings = analysis.findings().iter();
    let repairs = findings
        .filter(|finding| is_repairable_error(finding))
        .count();
    let errors = analysis.verdict().errors;
    let label = match repairs == errors {
        true => format!("Fix all errors ({repairs})"),
        false => format!("Fix all errors ({repairs}/{errors})"),
    };
    (repairs, label)
}

fn is_repairable_error(finding: &Finding) -> bool {
    finding.finding_type == FindingType::Error
        && finding.fixes.iter().any(|fix| fix.kind == FixKind::Repair)
}

fn nothing_to_check() -> Html {
    html! {
        <EmptyState glyph={Glyph::Search} title="Nothing to check yet">
            <p>{ "Type or paste a policy, or choose a template." }</p>
        </EmptyState>
    }
}

fn nothing_found() -> Html {
    html! {
        <EmptyState glyph={Glyph::Shield} title="Nothing found" good=true>
            <p>{ "No errors, no security findings, no warnings and no suggestions." }</p>
        </EmptyState>
    }
}

fn unchecked(dispatch: &Callback<Action>) -> Html {
    html! {
        <EmptyState glyph={Glyph::Search} title="Not checked yet">
            <p>{ "This text is large, so it is checked when you ask for it." }</p>
            <button type="button" class="button" onclick={dispatch.reform(|_| Action::CheckNow)}>{ "Check now" }</button>
        </EmptyState>
    }
}
