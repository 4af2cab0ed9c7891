//! The button that makes a change a finding proposes.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::prose::Prose;
use crate::engine::analysis::Analysis;
use crate::engine::checks::{Fix, FixKind};
use crate::engine::meaning::AccessEffect;
use crate::web::ui::shared::Shared;

/// How long nothing has to change until effects are worked out, in milliseconds.
const PAUSE: u32 = 150;

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
    let effect = use_effect_of(fix);
    let onclick = props.on_apply.reform(|_| ());
    html! {
        <button type="button" class="button fix-button" {onclick}>
            <span><Prose text={fix.title.clone()} /></span>
            <span class="fix-button-facts">
                { kind_label(fix.kind) }
                if let Some(effect) = effect {
                    { format!(" · {}", access_label(effect)) }
                }
            </span>
        </button>
    }
}

/// What the fix does to access; nothing until the browser has drawn the findings and nobody types.
///
/// Comparing two policies can take longer than a frame.
#[hook]
fn use_effect_of(fix: &Fix) -> Option<AccessEffect> {
    let analysis = use_context::<Shared<Analysis>>();
    let known = use_state_eq(|| None);
    let asked = (analysis, fix.clone());
    let learned = known.clone();
    use_effect_with(asked, move |(analysis, fix)| {
        let (analysis, fix) = (analysis.clone(), fix.clone());
        let work_out = move || {
            let effect = analysis.map(|analysis| analysis.effect_of(&fix));
            learned.set(effect.map(|effect| (fix, effect)));
        };
        let timer = Timeout::new(PAUSE, work_out);
        move || drop(timer)
    });
    let of_this = known.as_ref().filter(|(known, _)| known == fix);
    of_this.map(|(_, effect)| *effect)
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
