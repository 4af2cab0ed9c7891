//! Who may do what.

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::analysis::Analysis;
use crate::engine::summary::{Line, Mark, heading};
use crate::session::Action;
use crate::web::platform::room::has_columns;
use crate::web::ui::components::icon::{Glyph, Icon};
use crate::web::ui::components::prose::Prose;
use crate::web::ui::shared::Shared;

const TITLE_ID: &str = "summary-title";

/// The id of what the heading opens.
const BODY_ID: &str = "summary";

/// A heading that opens onto who may do what, open at first where there is room; summed up only while it is open.
///
/// A hook rather than a component, which would cost the page several kilobytes.
#[hook]
pub fn use_summary_panel(analysis: &Shared<Analysis>, dispatch: &Callback<Action>) -> Html {
    let open = use_state(has_columns);
    let lines = use_lines(analysis, *open);
    let title = title(heading(analysis.kind()), &open);
    html! {
        <section class="panel summary-panel" aria-labelledby={TITLE_ID}>
            <div class="panel-head">
                <h2 class="panel-title">{ title }</h2>
                <div class="panel-actions">{ copy(dispatch) }</div>
            </div>
            if *open {
                <div id={BODY_ID} class="panel-body" tabindex="0" role="group" aria-labelledby={TITLE_ID}>
                    { body(&lines) }
                </div>
            }
        </section>
    }
}

/// What opens and closes the panel.
fn title(heading: &'static str, open: &UseStateHandle<bool>) -> Html {
    let onclick = {
        let open = open.clone();
        move |_| open.set(!*open)
    };
    html! {
        <button
            type="button"
            id={TITLE_ID}
            class={classes!("summary-toggle", open.then_some("summary-toggle-open"))}
            aria-expanded={open.to_string()}
            aria-controls={BODY_ID}
            {onclick}
        >
            <Icon glyph={Glyph::Angle} size={14} />{ heading }
        </button>
    }
}

/// The lines of the summary; none while it is closed, or where there is nothing to sum up.
#[hook]
fn use_lines(analysis: &Shared<Analysis>, open: bool) -> Rc<Vec<Line>> {
    use_memo((analysis.clone(), open), |(analysis, open)| {
        let summary = if *open { analysis.summary() } else { None };
        summary.map(|summary| summary.lines()).unwrap_or_default()
    })
}

fn copy(dispatch: &Callback<Action>) -> Html {
    html! {
        <button
            type="button"
            class="button button-small"
            title="Copies the verdict and who may do what, for a chat or a review"
            onclick={dispatch.reform(|_| Action::CopySummary)}
        >
            { "Copy summary" }
        </button>
    }
}

fn body(lines: &[Line]) -> Html {
    if lines.is_empty() {
        return html! { <p class="summary-nothing">{ "There is no statement to sum up yet." }</p> };
    }
    html! { <ul class="summary-lines">{ for lines.iter().map(line) }</ul> }
}

fn line(line: &Line) -> Html {
    let mark = match line.mark {
        Mark::Remark => "summary-remark",
        Mark::Entry => "summary-entry",
        Mark::Alert => "summary-alert",
        Mark::Condition => "summary-condition",
    };
    let depth = (line.depth > 0).then(|| format!("summary-depth-{}", line.depth));
    html! {
        <li class={classes!(mark, depth)}>
            if line.mark == Mark::Alert {
                <Icon glyph={Glyph::Alert} size={14} />
            }
            <span><Prose text={line.text.clone()} /></span>
        </li>
    }
}
