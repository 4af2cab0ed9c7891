//! The verdict and the button that copies: always within reach.

use yew::prelude::*;

use super::after_copy::AfterCopyCard;
use super::icon::{Glyph, Icon};
use crate::engine::analysis::{NOT_LOOKED_AT, Verdict};
use crate::session::{Action, AfterCopy};

/// The id of the copy button, by which the focus finds it.
pub const COPY_POLICY_ID: &str = "copy-policy";

/// Properties of [`VerdictBar`].
#[derive(PartialEq, Properties)]
pub struct VerdictBarProps {
    pub verdict: Verdict,
    /// Whether the text waits to be checked.
    pub unchecked: bool,
    pub after_copy: Option<AfterCopy>,
    pub dispatch: Callback<Action>,
}

/// One line of verdict, what it does not cover, and the way out.
#[component]
pub fn VerdictBar(props: &VerdictBarProps) -> Html {
    html! {
        <div class="verdict-bar">
            <div class="verdict-bar-words">
                { verdict(props) }
                <div class="verdict-bar-more">
                    if let Some(values) = &props.verdict.values {
                        <p class="verdict-values">{ values }</p>
                    }
                    { limits() }
                </div>
            </div>
            <div class="verdict-bar-actions">
                <button
                    id={COPY_POLICY_ID}
                    type="button"
                    class="button button-primary"
                    onclick={props.dispatch.reform(|_| Action::CopyPolicy)}
                >
                    <Icon glyph={Glyph::Copy} />{ "Copy policy" }
                </button>
            </div>
            if let Some(after_copy) = &props.after_copy {
                <AfterCopyCard after_copy={after_copy.clone()} dispatch={props.dispatch.clone()} />
            }
        </div>
    }
}

fn verdict(props: &VerdictBarProps) -> Html {
    let standing = Standing::of(props);
    html! {
        <p class={classes!("verdict", standing.class())} role="status" data-testid="verdict">
            <Icon glyph={standing.glyph()} size={18} />
            <span>{ &props.verdict.sentence }</span>
        </p>
    }
}

/// What the verdict's looks say.
#[derive(Clone, Copy)]
enum Standing {
    Unknown,
    Rejected,
    Waiting,
    Accepted,
}

impl Standing {
    fn of(props: &VerdictBarProps) -> Self {
        let verdict = &props.verdict;
        if props.unchecked || verdict.is_empty {
            Self::Unknown
        } else if verdict.is_rejected() {
            Self::Rejected
        } else if verdict.missing > 0 {
            Self::Waiting
        } else {
            Self::Accepted
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Unknown => "verdict-unknown",
            Self::Rejected => "verdict-rejected",
            Self::Waiting => "verdict-waiting",
            Self::Accepted => "verdict-accepted",
        }
    }

    fn glyph(self) -> Glyph {
        match self {
            Self::Unknown => Glyph::Guard,
            Self::Rejected => Glyph::Alert,
            Self::Waiting => Glyph::Triangle,
            Self::Accepted => Glyph::Tick,
        }
    }
}

fn limits() -> Html {
    html! {
        <details class="disclosure verdict-limits">
            <summary class="disclosure-summary"><Icon glyph={Glyph::Angle} size={12} />{ "What was not looked at" }</summary>
            <div class="disclosure-sheet"><p>{ NOT_LOOKED_AT }</p></div>
        </details>
    }
}
