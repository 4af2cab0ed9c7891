//! Going from finding to finding.

use yew::prelude::*;

use crate::engine::analysis::Analysis;
use crate::session::Action;
use crate::web::platform::keyboard;
use crate::web::ui::components::finding_card::Stop;
use crate::web::ui::components::finding_steps::Direction;
use crate::web::ui::shared::Shared;

/// The finding last gone to, and how to go to one; F8 goes to the next, Shift+F8 to the one before.
#[hook]
pub fn use_finding_steps(
    analysis: &Shared<Analysis>,
    dispatch: &Callback<Action>,
) -> (Option<usize>, Callback<Stop>) {
    let visited = use_state(|| None::<(Shared<Analysis>, usize)>);
    let current = visited
        .as_ref()
        .filter(|(of, _)| of == analysis)
        .map(|(_, number)| *number);
    let on_go = {
        let dispatch = dispatch.clone();
        use_callback(
            analysis.clone(),
            move |Stop { finding, place }: Stop, analysis| {
                visited.set(Some((analysis.clone(), finding)));
                dispatch.emit(Action::GoToPlace { finding, place });
            },
        )
    };
    use_keys(analysis.findings().len(), current, &on_go);
    (current, on_go)
}

#[hook]
fn use_keys(count: usize, current: Option<usize>, on_go: &Callback<Stop>) {
    let state = (count, current, on_go.clone());
    use_effect_with(state, |(count, current, on_go)| {
        let (count, current, on_go) = (*count, *current, on_go.clone());
        let listener = keyboard::listen(move |event| {
            let pressed = event.key() == "F8" && count > 0;
            if pressed {
                let direction = if event.shift_key() {
                    Direction::Back
                } else {
                    Direction::On
                };
                on_go.emit(direction.stop(current, count));
            }
            pressed
        });
        move || drop(listener)
    });
}
