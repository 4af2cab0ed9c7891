//! The app: one of the two screens, and what can lie over either.

use yew::prelude::*;

use super::components::drop_overlay::DropOverlay;
use super::components::notice_toast::NoticeToast;
use super::components::refusal_dialog::RefusalDialog;
use super::hooks::use_drop::use_drop;
use super::hooks::use_host::use_host;
use super::hooks::use_leave_question::use_leave_question;
use super::hooks::use_session::{Session, use_session};
use super::hooks::use_shortcuts::use_shortcuts;
use super::screens::editor_screen::EditorScreen;
use super::screens::start_screen::StartScreen;
use crate::session::Screen;
use crate::web::boot::Host;

/// Properties of [`App`].
#[derive(PartialEq, Properties)]
pub struct AppProps {
    pub host: Host,
}

/// Everything on the page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let session = use_session(&props.host);
    use_host(&props.host, &session.dispatch);
    let held_over = use_drop(&session.dispatch);
    use_shortcuts(&session.dispatch);
    use_leave_question(session.state.is_uncopied());
    html! {
        <>
            <a class="skip-link" href="#main">{ "Skip to the content" }</a>
            { screen(&session, &props.host) }
            <NoticeToast notice={session.state.notice.clone()} dispatch={session.dispatch.clone()} />
            if let Some(refusal) = &session.state.refusal {
                <RefusalDialog refusal={refusal.clone()} dispatch={session.dispatch.clone()} />
            }
            if held_over {
                <DropOverlay />
            }
            { announcement(&session) }
        </>
    }
}

fn screen(session: &Session, host: &Host) -> Html {
    let (state, dispatch) = (session.state.clone(), session.dispatch.clone());
    match state.screen {
        Screen::Start => html! { <StartScreen {state} {dispatch} /> },
        Screen::Editor => {
            html! { <EditorScreen {state} {dispatch} host={host.clone()} request={session.request} /> }
        }
    }
}

/// A sentence for screen readers; a blank tells the same sentence twice apart, which would otherwise be said once.
fn announcement(session: &Session) -> Html {
    let (number, words) = &session.announcement;
    let turn = if number % 2 == 0 { "" } else { "\u{a0}" };
    html! { <p class="live-region visually-hidden" role="status">{ words }{ turn }</p> }
}
