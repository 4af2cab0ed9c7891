//! The button that makes a change a finding proposes.

use yew::prelude::*;

use super::prose::Prose;
use crate::engine::checks::{Fix, FixKind};
use crate::engine::meaning::AccessEffect;

/// Properties of [`FixButton`].
#[derive(PartialEq, Properties)]
pub struct FixButtonProps {
    pub fix: Fix,
    pub on_apply: Callback<()>,
}

/// What the change does, whether it is the one way to mend the error or a choice, and what it does to the access.
#[component]
pub fn FixButton(props: &FixButtonProps) -> Html {
    let fix = &props.fix;
    let onclick = props.on_apply.reform(|_| ());
    html! {
        <button type="button" class="button fix-button" {onclick}>
            <span><Prose text={fix.title.clone()} /></span>
            <span class="fix-button-facts">{ format!("{} · {}", kind_label(fix.kind), access_label(fix.access)) }</span>
        </button>
    }
}

fn kind_label(kind: FixKind) -> &'static str {
    match kind {
        FixKind::Repair => "Repair",
        FixKind::Choice => "Your choice",
    }
}

fn access_label(access: AccessEffect) -> &'static str {
    match access {
        AccessEffect::Unknown => "cannot tell what it does to the access",
        known => known.label(),
    }
}
