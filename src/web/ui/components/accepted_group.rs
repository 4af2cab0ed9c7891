//! The findings that were accepted: still in sight, apart from the others.

use yew::prelude::*;

use super::accepted_card::AcceptedCard;
use super::finding_group::Findings;
use super::icon::{Glyph, Icon};
use crate::session::{AcceptAction, Action};

/// Properties of [`AcceptedGroup`].
#[derive(PartialEq, Properties)]
pub struct AcceptedGroupProps {
    pub findings: Findings,
}

/// The heading with its count, the findings with their reasons, and the file to keep them in; nothing where none was accepted.
#[component]
pub fn AcceptedGroup(props: &AcceptedGroupProps) -> Html {
    let findings = &props.findings;
    let numbers: Vec<usize> = findings
        .analysis
        .accepted_findings()
        .map(|(number, _)| number)
        .collect();
    let outdated = findings.analysis.outdated_acceptances().len();
    if numbers.is_empty() && outdated == 0 {
        return Html::default();
    }
    html! {
        <section class="findings-group accepted-group" aria-labelledby="accepted-title">
            <div class="findings-group-head">
                <Icon glyph={Glyph::Tick} />
                <h3 id="accepted-title">{ "Accepted" }</h3>
                <span class="findings-group-count">{ numbers.len() }</span>
                { save(&findings.dispatch) }
            </div>
            <div class="findings-list">{ for numbers.iter().map(|number| card(*number, findings)) }</div>
            { left_over(outdated, findings) }
        </section>
    }
}

fn card(number: usize, findings: &Findings) -> Html {
    let Some(finding) = findings.analysis.findings().get(number) else {
        return Html::default();
    };
    html! {
        <AcceptedCard
            key={number}
            {number}
            finding={finding.clone()}
            places={findings.places.get(number).cloned().unwrap_or_default()}
            dispatch={findings.dispatch.clone()}
            on_go={findings.on_go.clone()}
            on_reopened={findings.on_fixed.clone()}
        />
    }
}

fn save(dispatch: &Callback<Action>) -> Html {
    html! {
        <button
            type="button"
            class="button button-small accepted-group-save"
            title="A file for your next visit, and for iam-policy-check --accept"
            onclick={dispatch.reform(|_| Action::Accepting(AcceptAction::Download))}
        >
            <Icon glyph={Glyph::Download} size={14} />{ "Save accepted" }
        </button>
    }
}

/// What was accepted once and is not there any more, or reads differently now.
fn left_over(outdated: usize, findings: &Findings) -> Html {
    let words = match outdated {
        0 => return Html::default(),
        1 => {
            "1 accepted finding no longer applies: it is gone, or its statement has changed.".into()
        }
        _ => format!(
            "{outdated} accepted findings no longer apply: they are gone, or their statements have changed."
        ),
    };
    let onclick = {
        let (dispatch, on_fixed) = (findings.dispatch.clone(), findings.on_fixed.clone());
        move |_| {
            dispatch.emit(Action::Accepting(AcceptAction::ForgetOutdated));
            on_fixed.emit(());
        }
    };
    html! {
        <p class="accepted-group-outdated">
            { words }{ " " }
            <button type="button" class="button button-quiet" {onclick}>
                { if outdated == 1 { "Forget it" } else { "Forget them" } }
            </button>
        </p>
    }
}
