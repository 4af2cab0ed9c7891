//! What was recognised in a pasted text, and the ways to its policies.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::named_policy::NamedPolicyCard;
use super::prose::Prose;
use crate::session::{Action, MOST_AT_ONCE, OfferedPolicy, PasteAction, PasteReport};

/// Properties of [`PasteBand`].
#[derive(PartialEq, Properties)]
pub struct PasteBandProps {
    pub report: PasteReport,
    pub dispatch: Callback<Action>,
}

/// One line about the text, then what can be opened of it, then what was done and left aside.
#[component]
pub fn PasteBand(props: &PasteBandProps) -> Html {
    let (report, dispatch) = (&props.report, &props.dispatch);
    let glyph = if report.is_recognised {
        Glyph::File
    } else {
        Glyph::Alert
    };
    html! {
        <section class="paste-band" aria-label="What you pasted">
            <div class="paste-band-head">
                <Icon {glyph} />
                <p class="paste-band-summary"><Prose text={report.summary.clone()} /></p>
                { whole(report, dispatch) }
                { close(dispatch) }
            </div>
            if !report.policies.is_empty() {
                <ul class="paste-band-policies">{ for report.policies.iter().map(|one| policy(one, dispatch)) }</ul>
            }
            { for report.managed_policies.iter().map(|named| html! {
                <NamedPolicyCard key={named.name.clone()} named={named.clone()} dispatch={dispatch.clone()} />
            }) }
            { sentences(report) }
        </section>
    }
}

/// What can be done with the text as a whole.
fn whole(report: &PasteReport, dispatch: &Callback<Action>) -> Html {
    if report.is_taken_out {
        return html! {
            <button type="button" class="button button-small" onclick={dispatch.reform(|_| Action::Paste(PasteAction::BringBack))}>
                <Icon glyph={Glyph::Undo} size={14} />{ "Bring back what I pasted" }
            </button>
        };
    }
    let words = match report.policies.iter().filter(|one| !one.is_open).count() {
        0 => return Html::default(),
        _ if report.policies.len() == 1 => "Open the policy".to_owned(),
        left if left > MOST_AT_ONCE => format!("Open the first {MOST_AT_ONCE}"),
        left if left < report.policies.len() => "Open the rest".to_owned(),
        left => format!("Open all {left}"),
    };
    html! {
        <button type="button" class="button button-small button-primary" onclick={dispatch.reform(|_| Action::Paste(PasteAction::OpenPolicies))}>
            { words }
        </button>
    }
}

fn close(dispatch: &Callback<Action>) -> Html {
    html! {
        <button
            type="button"
            class="button button-bare button-icon button-small paste-band-close"
            aria-label="Close what is said of the paste"
            onclick={dispatch.reform(|_| Action::Paste(PasteAction::Dismiss))}
        >
            <Icon glyph={Glyph::Close} size={14} />
        </button>
    }
}

fn policy(offered: &OfferedPolicy, dispatch: &Callback<Action>) -> Html {
    let number = offered.number;
    let verb = if offered.is_open { "Show" } else { "Open" };
    html! {
        <li key={number}>
            <button type="button" class="button button-small" onclick={dispatch.reform(move |_| Action::Paste(PasteAction::OpenPolicy(number)))}>
                { verb }<span class="visually-hidden">{ format!(" {}", offered.name) }</span>
            </button>
            <span class="paste-band-name">{ &offered.name }</span>
            <span class="field-words">{ words(offered) }</span>
        </li>
    }
}

fn words(offered: &OfferedPolicy) -> String {
    let line = format!("line {}", offered.line);
    match offered.words.is_empty() {
        true => line,
        false => format!("{}, {line}", offered.words),
    }
}

fn sentences(report: &PasteReport) -> Html {
    let sentences = report.done.iter().chain(&report.left_aside);
    let items: Vec<Html> = sentences
        .map(|sentence| html! { <li><Prose text={sentence.clone()} /></li> })
        .collect();
    if items.is_empty() {
        return Html::default();
    }
    html! { <ul class="paste-band-sentences">{ items }</ul> }
}
