//! How much of its quota a policy takes.

use yew::prelude::*;

use crate::engine::fitting::Sids;
use crate::engine::policy::{Attachment, Quota, with_commas};
use crate::session::{Action, LayoutAction};

/// From this share of the limit on, the meter warns.
const NEARLY_FULL: f64 = 0.9;

/// Properties of [`SizeMeter`].
#[derive(PartialEq, Properties)]
pub struct SizeMeterProps {
    pub attachment: Attachment,
    /// The size of the filled policy, counted the way the quota counts it.
    pub used: usize,
    pub dispatch: Callback<Action>,
}

/// A bar, the figures, what they are about, and the way out where the policy is too large.
#[component]
pub fn SizeMeter(props: &SizeMeterProps) -> Html {
    let Some(quota) = props.attachment.quota() else {
        return Html::default();
    };
    let fill = Fill::of(props.used, quota.limit);
    let figures = quota.figures(props.used);
    html! {
        <div class={classes!("size-meter", fill.class())}>
            <meter
                class="size-meter-bar"
                aria-label="Size"
                min="0"
                max={quota.limit.to_string()}
                high={(quota.limit as f64 * NEARLY_FULL).to_string()}
                optimum="0"
                value={props.used.min(quota.limit).to_string()}
            >
                { figures.clone() }
            </meter>
            <details class="disclosure">
                <summary class="disclosure-summary size-meter-figures">{ figures }{ fill.words() }</summary>
                <div class="disclosure-sheet">{ explanation(props.attachment, &quota) }</div>
            </details>
            if fill == Fill::Over {
                { make_it_fit(&props.dispatch) }
            }
        </div>
    }
}

fn make_it_fit(dispatch: &Callback<Action>) -> Html {
    let onclick = dispatch.reform(|_| Action::LayOut(LayoutAction::MakeItFit(Sids::DropGenerated)));
    html! {
        <button
            type="button"
            class="button button-small"
            title="Leave out what can go without changing what the policy permits"
            {onclick}
        >
            { "Make it fit" }
        </button>
    }
}

/// How near a policy is to its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fill {
    Fits,
    Nearly,
    Over,
}

impl Fill {
    fn of(used: usize, limit: usize) -> Self {
        if used > limit {
            Self::Over
        } else if used as f64 > limit as f64 * NEARLY_FULL {
            Self::Nearly
        } else {
            Self::Fits
        }
    }

    fn class(self) -> Option<&'static str> {
        match self {
            Self::Fits => None,
            Self::Nearly => Some("size-meter-near"),
            Self::Over => Some("size-meter-over"),
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Fits => "",
            Self::Nearly => ", nearly full",
            Self::Over => ", too large",
        }
    }
}

fn explanation(attachment: Attachment, quota: &Quota) -> Html {
    let white_space = match quota.counts_white_space {
        true => "Blanks and line breaks count.",
        false => "Blanks and line breaks do not count.",
    };
    html! {
        <>
            <p>{ format!("{}: at most {} {}. {white_space}", attachment.label(), with_commas(quota.limit), quota.unit.label()) }</p>
            <p class="field-words">{ format!("Source: {}.", quota.source) }</p>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warns_above_nine_tenths_and_above_the_limit() {
        for (used, fill) in [
            (0, Fill::Fits),
            (1800, Fill::Fits),
            (1801, Fill::Nearly),
            (2000, Fill::Nearly),
            (2001, Fill::Over),
        ] {
            assert_eq!(Fill::of(used, 2000), fill, "{used}");
        }
    }
}
