//! The policy's text, and what leaves with it.

use yew::prelude::*;

use super::compare_panel::{BUTTON_ID, PANEL_ID};
use crate::engine::analysis::{Analysis, View};
use crate::engine::policy::Attachment;
use crate::engine::text::{Edits, LineIndex};
use crate::session::{Action, CompareAction, FittingReport, LayoutAction};
use crate::web::boot::Host;
use crate::web::editor::{EditorRequest, PolicyEditor};
use crate::web::ui::components::fitting_card::FittingCard;
use crate::web::ui::components::icon::{Glyph, Icon};
use crate::web::ui::components::status_line::StatusLine;
use crate::web::ui::components::switch::Switch;
use crate::web::ui::shared::Shared;

/// Properties of [`PolicyPanel`].
#[derive(PartialEq, Properties)]
pub struct PolicyPanelProps {
    pub analysis: Shared<Analysis>,
    pub view: View,
    /// Whether the text is so large that it has one view only.
    pub plain: bool,
    /// Whether the comparison with another policy is on display.
    pub comparing: bool,
    pub attachment: Option<Attachment>,
    /// What was done to make it fit.
    pub fitting: Option<FittingReport>,
    pub dispatch: Callback<Action>,
    /// Where the text editor's script comes from.
    pub host: Host,
    /// What the text editor is to do.
    pub request: Option<EditorRequest>,
}

/// The text in either view, the line below it, and the two further ways to take it along.
#[component]
pub fn PolicyPanel(props: &PolicyPanelProps) -> Html {
    let reports = use_memo(props.dispatch.clone(), Reports::to);
    let cursor = use_state_eq(|| None::<usize>);
    let place = use_place(props, *cursor);
    let on_cursor = use_callback((), move |at: usize, ()| cursor.set(Some(at)));
    let size = use_memo(
        (props.analysis.clone(), props.attachment),
        |(analysis, attachment)| {
            let attachment = (*attachment)?;
            Some((attachment, analysis.size(attachment)?.used))
        },
    );
    html! {
        <section class="panel policy-panel" aria-label="Policy">
            { head(props) }
            <div class="policy-text">{ text(props, &reports, on_cursor) }</div>
            if let Some(report) = props.fitting.clone() {
                <FittingCard {report} dispatch={props.dispatch.clone()} />
            }
            <StatusLine
                kind={props.analysis.kind().label()}
                cursor={place}
                size={*size}
                dispatch={props.dispatch.clone()}
            />
        </section>
    }
}

/// What the text editor reports; kept from drawing to drawing, so that the editor is not drawn for nothing.
struct Reports {
    on_edit: Callback<Edits>,
    on_paste: Callback<Edits>,
    on_undo: Callback<()>,
    on_redo: Callback<()>,
    on_ready: Callback<()>,
}

impl Reports {
    fn to(dispatch: &Callback<Action>) -> Self {
        Self {
            on_edit: dispatch.reform(Action::EditShown),
            on_paste: dispatch.reform(Action::PasteInto),
            on_undo: dispatch.reform(|()| Action::Undo),
            on_redo: dispatch.reform(|()| Action::Redo),
            on_ready: dispatch.reform(|()| Action::EditorReady),
        }
    }
}

fn head(props: &PolicyPanelProps) -> Html {
    let dispatch = &props.dispatch;
    let on_change = dispatch.reform(|template| {
        Action::SetView(if template {
            View::Template
        } else {
            View::Filled
        })
    });
    html! {
        <div class="panel-head">
            <h2 class="panel-title">{ "Policy" }</h2>
            <Switch
                label="Template"
                title="Show the text with its stand-ins instead of your values"
                on={props.view == View::Template}
                disabled={props.plain}
                {on_change}
            />
            <div class="panel-actions">
                { compare(props) }
                { layouts(dispatch) }
                <button type="button" class="button button-small" onclick={dispatch.reform(|_| Action::CopyTemplate)}>
                    <Icon glyph={Glyph::Copy} size={14} />{ "Copy as template" }
                </button>
                <button type="button" class="button button-small" onclick={dispatch.reform(|_| Action::Download)}>
                    <Icon glyph={Glyph::Download} size={14} />{ "Download" }
                </button>
            </div>
        </div>
    }
}

/// The two ways to write the same policy anew.
fn layouts(dispatch: &Callback<Action>) -> Html {
    let button = |words, title, action| {
        html! {
            <button type="button" class="button button-small" {title} onclick={dispatch.reform(move |_| Action::LayOut(action))}>
                { words }
            </button>
        }
    };
    html! {
        <>
            { button("Format", "Put each item on a line of its own", LayoutAction::Format) }
            { button("Minify", "Put everything on one line, without blanks", LayoutAction::Minify) }
        </>
    }
}

/// Opens the comparison with another policy, and closes it.
fn compare(props: &PolicyPanelProps) -> Html {
    let is_open = props.comparing;
    let onclick = props.dispatch.reform(move |_| {
        Action::Compare(match is_open {
            true => CompareAction::Stop,
            false => CompareAction::Begin,
        })
    });
    html! {
        <button
            id={BUTTON_ID}
            type="button"
            class="button button-small"
            aria-expanded={is_open.to_string()}
            aria-controls={PANEL_ID}
            {onclick}
        >
            { "Does mine match?" }
        </button>
    }
}

fn text(props: &PolicyPanelProps, reports: &Reports, on_cursor: Callback<usize>) -> Html {
    html! {
        <PolicyEditor
            text={props.analysis.text_of(props.view).clone()}
            analysis={props.analysis.0.clone()}
            view={props.view}
            host={props.host.clone()}
            request={props.request}
            on_edit={reports.on_edit.clone()}
            on_paste={reports.on_paste.clone()}
            on_undo={reports.on_undo.clone()}
            on_redo={reports.on_redo.clone()}
            on_ready={reports.on_ready.clone()}
            {on_cursor}
        />
    }
}

/// Line and column of a byte of the text on display, both from 1.
#[hook]
fn use_place(props: &PolicyPanelProps, cursor: Option<usize>) -> Option<(usize, usize)> {
    let index = use_memo((props.analysis.clone(), props.view), |(analysis, view)| {
        LineIndex::new(analysis.text_of(*view))
    });
    cursor.map(|at| {
        let place = index.position(at);
        (place.line, place.column + 1)
    })
}
