//! The editor: what the policy is and what AWS would say to it, its values, its text, its findings.

use yew::prelude::*;

use super::SCREEN_TITLE_ID;
use crate::session::{Action, State};
use crate::web::boot::Host;
use crate::web::editor::EditorRequest;
use crate::web::ui::components::document_bar::DocumentBar;
use crate::web::ui::components::history_buttons::HistoryButtons;
use crate::web::ui::components::masthead::Masthead;
use crate::web::ui::components::paste_band::PasteBand;
use crate::web::ui::components::settings_bar::SettingsBar;
use crate::web::ui::components::template_notes::TemplateNotes;
use crate::web::ui::components::values_elsewhere::ValuesElsewhere;
use crate::web::ui::components::verdict_bar::VerdictBar;
use crate::web::ui::hooks::use_finding_steps::use_finding_steps;
use crate::web::ui::panels::compare_panel::ComparePanel;
use crate::web::ui::panels::findings_panel::FindingsPanel;
use crate::web::ui::panels::policy_panel::PolicyPanel;
use crate::web::ui::panels::summary_panel::use_summary_panel;
use crate::web::ui::panels::values_panel::ValuesPanel;
use crate::web::ui::shared::Shared;

/// Properties of [`EditorScreen`].
#[derive(PartialEq, Properties)]
pub struct EditorScreenProps {
    pub state: Shared<State>,
    pub dispatch: Callback<Action>,
    /// Where the text editor's script comes from.
    pub host: Host,
    /// What the text editor is to do.
    pub request: Option<EditorRequest>,
}

/// The active document, and the way to the others.
#[component]
pub fn EditorScreen(props: &EditorScreenProps) -> Html {
    let (state, dispatch) = (&props.state, &props.dispatch);
    let walk = use_finding_steps(&Shared(state.analysis.clone()), dispatch);
    let summary = use_summary_panel(&Shared(state.analysis.clone()), dispatch);
    html! {
        <div class="editor-screen">
            { masthead(state, dispatch) }
            <DocumentBar owners={state.listed()} dispatch={dispatch.clone()} />
            <main id="main" class="editor-work">
                if let Some(report) = state.paste_report() {
                    <PasteBand {report} dispatch={dispatch.clone()} />
                }
                <div class="work-bar">
                    { settings(state, dispatch) }
                    <VerdictBar
                        verdict={state.analysis.verdict()}
                        unchecked={state.unchecked}
                        rests_on={state.analysis.rests_on()}
                        reference={state.reference.clone()}
                        steps={state.pasting_steps()}
                        shows_steps={state.shows_pasting_steps}
                        dispatch={dispatch.clone()}
                    />
                </div>
                { comparing(state, dispatch) }
                <div class="editor-columns">
                    { values(state, dispatch) }
                    { policy(props) }
                    <div class="findings-column">
                        <FindingsPanel
                            analysis={Shared(state.analysis.clone())}
                            view={state.view_on_display()}
                            unchecked={state.unchecked}
                            accepting={state.accepting.clone()}
                            current={walk.current}
                            on_go={walk.on_go}
                            on_step={walk.on_step}
                            dispatch={dispatch.clone()}
                        />
                        { summary }
                    </div>
                </div>
            </main>
        </div>
    }
}

fn masthead(state: &State, dispatch: &Callback<Action>) -> Html {
    let name = state.document().map(|document| document.name.clone());
    html! {
        <Masthead sealed={state.sealed}>
            <button type="button" class="button button-bare button-small" onclick={dispatch.reform(|_| Action::ShowGallery)}>
                { "All templates" }
            </button>
            <h1 id={SCREEN_TITLE_ID} class="masthead-document" tabindex="-1">{ name.unwrap_or_default() }</h1>
            <HistoryButtons can_undo={state.can_undo()} can_redo={state.can_redo()} dispatch={dispatch.clone()} />
        </Masthead>
    }
}

fn settings(state: &State, dispatch: &Callback<Action>) -> Html {
    html! {
        <SettingsBar
            kind={state.analysis.kind()}
            choice={state.document().map(|document| document.kind).unwrap_or_default()}
            attachment={state.attachment()}
            partition={state.workspace.values.partition.clone()}
            dispatch={dispatch.clone()}
        />
    }
}

fn comparing(state: &State, dispatch: &Callback<Action>) -> Html {
    let Some(comparing) = state.comparing.clone() else {
        return Html::default();
    };
    let name = comparing
        .with
        .as_ref()
        .and_then(|with| state.counterpart_name(with));
    html! {
        <ComparePanel {comparing} groups={state.counterparts()} {name} dispatch={dispatch.clone()} />
    }
}

fn values(state: &State, dispatch: &Callback<Action>) -> Html {
    html! {
        <ValuesPanel
            analysis={Shared(state.analysis.clone())}
            values={state.workspace.values.clone()}
            unchecked={state.unchecked}
            dispatch={dispatch.clone()}
        >
            <ValuesElsewhere asked={state.asked_elsewhere()} dispatch={dispatch.clone()} />
            <TemplateNotes
                template={state.template().cloned()}
                partners={state.partners()}
                dispatch={dispatch.clone()}
            />
        </ValuesPanel>
    }
}

fn policy(props: &EditorScreenProps) -> Html {
    let state = &props.state;
    html! {
        <PolicyPanel
            analysis={Shared(state.analysis.clone())}
            view={state.view_on_display()}
            plain={state.shown_plain}
            comparing={state.comparing.is_some()}
            attachment={state.attachment()}
            fitting={state.fitting.clone()}
            dispatch={props.dispatch.clone()}
            host={props.host.clone()}
            request={props.request}
        />
    }
}
