//! The one line about what has just happened.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::prose::Prose;
use crate::session::{Action, Notice, Tone};

/// How long a notice stays that asks for nothing, in milliseconds; a warning stays until it is dismissed or answered.
const STAYS_FOR: u32 = 9_000;

/// Properties of [`NoticeToast`].
#[derive(PartialEq, Properties)]
pub struct NoticeToastProps {
    pub notice: Option<Notice>,
    pub dispatch: Callback<Action>,
}

/// A place that is always there, so that screen readers hear what comes into it.
#[component]
pub fn NoticeToast(props: &NoticeToastProps) -> Html {
    use_passing(props.notice.as_ref(), &props.dispatch);
    html! {
        <div class="notice-toast" role="status" data-testid="notice">
            if let Some(notice) = &props.notice {
                { card(notice, &props.dispatch) }
            }
        </div>
    }
}

fn card(notice: &Notice, dispatch: &Callback<Action>) -> Html {
    let (class, glyph) = look(notice.tone);
    html! {
        <div key={notice.id} class={classes!("notice-toast-card", class)}>
            <Icon {glyph} />
            <p><Prose text={notice.text.clone()} /></p>
            <button
                type="button"
                class="button button-bare button-icon button-small"
                aria-label="Dismiss this notice"
                onclick={dispatch.reform(|_| Action::DismissNotice)}
            >
                <Icon glyph={Glyph::Close} size={14} />
            </button>
        </div>
    }
}

fn look(tone: Tone) -> (&'static str, Glyph) {
    match tone {
        Tone::Info => ("notice-toast-info", Glyph::Alert),
        Tone::Success => ("notice-toast-success", Glyph::Tick),
        Tone::Warning => ("notice-toast-warning", Glyph::Triangle),
    }
}

/// Takes the notice away after a while, unless it is a warning.
#[hook]
fn use_passing(notice: Option<&Notice>, dispatch: &Callback<Action>) {
    let passing = notice.and_then(|notice| (notice.tone != Tone::Warning).then_some(notice.id));
    let dispatch = dispatch.clone();
    use_effect_with(passing, move |passing| {
        let timer =
            passing.map(|_| Timeout::new(STAYS_FOR, move || dispatch.emit(Action::DismissNotice)));
        move || drop(timer)
    });
}
