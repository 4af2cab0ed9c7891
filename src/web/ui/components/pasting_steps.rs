//! Where to paste what was just copied.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use super::prose::Prose;
use crate::session::{Action, AfterCopy};

/// Properties of [`AfterCopyCard`].
#[derive(PartialEq, Properties)]
pub struct AfterCopyCardProps {
    pub after_copy: AfterCopy,
    pub dispatch: Callback<Action>,
}

/// The steps in the console, and the link to where they begin.
#[component]
pub fn AfterCopyCard(props: &AfterCopyCardProps) -> Html {
    let dismiss = props.dispatch.reform(|_| Action::DismissAfterCopy);
    let onkeydown = {
        let dispatch = props.dispatch.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                dispatch.emit(Action::DismissAfterCopy);
            }
        }
    };
    html! {
        <section class="after-copy" aria-labelledby="after-copy-title" {onkeydown}>
            <div class="after-copy-head">
                <h2 id="after-copy-title">{ "Where to paste it" }</h2>
                <button type="button" class="button button-bare button-icon button-small" aria-label="Close these steps" onclick={dismiss}>
                    <Icon glyph={Glyph::Close} />
                </button>
            </div>
            <ol>{ for props.after_copy.steps.iter().map(|step| html! { <li><Prose text={step.clone()} /></li> }) }</ol>
            if let Some(url) = &props.after_copy.console_url {
                { console_link(url, &props.after_copy.console_label) }
            }
        </section>
    }
}

fn console_link(url: &str, label: &str) -> Html {
    html! {
        <p>
            <a class="button" href={url.to_owned()} target="_blank" rel="noopener">
                { label.to_owned() }
                <Icon glyph={Glyph::Outward} size={14} />
                <span class="visually-hidden">{ " (opens a new tab)" }</span>
            </a>
        </p>
    }
}
