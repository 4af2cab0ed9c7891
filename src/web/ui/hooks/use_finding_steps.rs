//! Going from finding to finding.

use yew::prelude::*;

use crate::engine::analysis::Analysis;
use crate::session::Action;
use crate::web::platform::keyboard;
use crate::web::ui::components::finding_card::Stop;
use crate::web::ui::components::finding_steps::Direction;
use crate::web::ui::components::severity;
use crate::web::ui::shared::Shared;

/// Where one is among the findings, and how to go on.
pub struct FindingWalk {
    /// The finding last gone to.
    pub current: Option<usize>,
    /// Goes to one place.
    pub on_go: Callback<Stop>,
    /// Goes to the finding before or behind, in the order of the page.
    pub on_step: Callback<Direction>,
}

/// Keeps the finding last gone to; F8 goes to the next, Shift+F8 to the one before.
#[hook]
pub fn use_finding_steps(analysis: &Shared<Analysis>, dispatch: &Callback<Action>) -> FindingWalk {
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
    let on_step = use_step(analysis, current, &on_go);
    use_keys(&on_step);
    FindingWalk {
        current,
        on_go,
        on_step,
    }
}

#[hook]
fn use_step(
    analysis: &Shared<Analysis>,
    current: Option<usize>,
    on_go: &Callback<Stop>,
) -> Callback<Direction> {
    let on_go = on_go.clone();
    use_callback(
        (analysis.clone(), current),
        move |direction: Direction, (analysis, current)| {
            let order = severity::page_order(analysis.findings());
            if let Some(finding) = direction.from(*current, &order) {
                on_go.emit(Stop { finding, place: 0 });
            }
        },
    )
}

#[hook]
fn use_keys(on_step: &Callback<Direction>) {
    use_effect_with(on_step.clone(), |on_step| {
        let on_step = on_step.clone();
        let listener = keyboard::listen(move |event| {
            let direction = match (event.key().as_str(), event.shift_key()) {
                ("F8", false) => Direction::On,
                ("F8", true) => Direction::Back,
                _ => return false,
            };
            on_step.emit(direction);
            true
        });
        move || drop(listener)
    });
}
