//! The way through the findings, one after the other.

use yew::prelude::*;

use super::finding_card::Stop;
use super::icon::{Glyph, Icon};

/// Properties of [`FindingSteps`].
#[derive(PartialEq, Properties)]
pub struct FindingStepsProps {
    /// The number of findings.
    pub count: usize,
    /// The finding last gone to, from 0.
    pub current: Option<usize>,
    /// Gets the first place of the finding to go to.
    pub on_go: Callback<Stop>,
}

/// Two buttons that say which keys do the same.
#[component]
pub fn FindingSteps(props: &FindingStepsProps) -> Html {
    if props.count == 0 {
        return Html::default();
    }
    html! {
        <div class="finding-steps">
            { step(props, Direction::Back, "Previous finding", "Shift+F8") }
            { step(props, Direction::On, "Next finding", "F8") }
        </div>
    }
}

fn step(props: &FindingStepsProps, direction: Direction, label: &'static str, keys: &str) -> Html {
    let stop = direction.stop(props.current, props.count);
    let onclick = props.on_go.reform(move |_| stop);
    let turned = (direction == Direction::Back).then_some("finding-steps-back");
    html! {
        <button
            type="button"
            class={classes!("button", "button-bare", "button-icon", "button-small", turned)}
            aria-label={label}
            title={format!("{label} ({keys})")}
            {onclick}
        >
            <Icon glyph={Glyph::Angle} size={14} />
        </button>
    }
}

/// Which way to go through the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Back,
    On,
}

impl Direction {
    /// The first place of the finding that comes next, out of `count`, which is not 0; behind the last one comes the first.
    pub fn stop(self, current: Option<usize>, count: usize) -> Stop {
        let finding = self.from(current, count);
        Stop { finding, place: 0 }
    }

    fn from(self, current: Option<usize>, count: usize) -> usize {
        match (self, current) {
            (Self::On, None) => 0,
            (Self::On, Some(current)) => (current + 1) % count,
            (Self::Back, None | Some(0)) => count - 1,
            (Self::Back, Some(current)) => (current - 1).min(count - 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Direction::{Back, On};

    #[test]
    fn goes_round_in_both_directions() {
        for (direction, current, next) in [
            (On, None, 0),
            (On, Some(0), 1),
            (On, Some(2), 0),
            (Back, None, 2),
            (Back, Some(0), 2),
            (Back, Some(1), 0),
            (Back, Some(9), 2),
        ] {
            assert_eq!(
                direction.from(current, 3),
                next,
                "{direction:?} {current:?}"
            );
        }
    }
}
