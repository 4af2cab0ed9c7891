//! One of the four groups of findings.

use yew::prelude::*;

use super::finding_card::{FindingCard, Place, Stop};
use super::icon::Icon;
use super::severity;
use crate::engine::analysis::Analysis;
use crate::engine::checks::FindingType;
use crate::session::{Accepting, Action};
use crate::web::ui::shared::Shared;

/// How many findings are shown at first, and how many more at each request.
const PAGE: usize = 50;

/// What all findings of a document share.
#[derive(Clone, PartialEq)]
pub struct Findings {
    pub analysis: Shared<Analysis>,
    /// Where each finding is, in the order of the findings.
    pub places: Shared<Vec<Vec<Place>>>,
    /// The finding last gone to.
    pub current: Option<usize>,
    /// The finding that is being accepted.
    pub accepting: Option<Accepting>,
    pub dispatch: Callback<Action>,
    pub on_go: Callback<Stop>,
    pub on_fixed: Callback<()>,
}

/// Properties of [`FindingGroup`].
#[derive(PartialEq, Properties)]
pub struct FindingGroupProps {
    pub severity: FindingType,
    pub findings: Findings,
}

/// The group's heading with its count, and its findings.
#[component]
pub fn FindingGroup(props: &FindingGroupProps) -> Html {
    let shown = use_state(|| PAGE);
    let numbers = numbers(props);
    let some = (!numbers.is_empty()).then_some("findings-group-some");
    html! {
        <section class={classes!("findings-group", severity::class(props.severity), some)}>
            { head(props, numbers.len()) }
            if !numbers.is_empty() {
                <div class="findings-list">
                    { for numbers.iter().take(*shown).map(|number| card(*number, &props.findings)) }
                    { more(numbers.len(), &shown) }
                </div>
            }
        </section>
    }
}

fn numbers(props: &FindingGroupProps) -> Vec<usize> {
    let findings = props.findings.analysis.findings().iter().enumerate();
    findings
        .filter(|(_, finding)| severity::is_open(finding, props.severity))
        .map(|(number, _)| number)
        .collect()
}

fn head(props: &FindingGroupProps, count: usize) -> Html {
    let severity = props.severity;
    let mut accepted = props.findings.analysis.accepted_findings();
    let none = match accepted.any(|(_, finding)| finding.finding_type == severity) {
        true => "all accepted",
        false => "none found",
    };
    html! {
        <div class="findings-group-head">
            <Icon glyph={severity::glyph(severity)} />
            <h3>{ severity::title(severity) }</h3>
            <span class="findings-group-count">{ count }</span>
            if count == 0 {
                <span class="findings-group-none">{ none }</span>
            }
        </div>
    }
}

fn card(number: usize, findings: &Findings) -> Html {
    let Some(finding) = findings.analysis.findings().get(number) else {
        return Html::default();
    };
    html! {
        <FindingCard
            key={number}
            {number}
            finding={finding.clone()}
            places={findings.places.get(number).cloned().unwrap_or_default()}
            current={findings.current == Some(number)}
            accepting={findings.accepting.clone().filter(|one| one.finding == number)}
            dispatch={findings.dispatch.clone()}
            on_go={findings.on_go.clone()}
            on_fixed={findings.on_fixed.clone()}
        />
    }
}

fn more(count: usize, shown: &UseStateHandle<usize>) -> Html {
    let hidden = count.saturating_sub(**shown);
    if hidden == 0 {
        return Html::default();
    }
    let onclick = {
        let shown = shown.clone();
        move |_| shown.set(*shown + PAGE)
    };
    html! {
        <button type="button" class="button" {onclick}>{ format!("Show {} of {hidden} more", hidden.min(PAGE)) }</button>
    }
}
