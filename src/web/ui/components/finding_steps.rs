//! The way through the findings, one after the other.

use yew::prelude::*;

use super::icon::{Glyph, Icon};

/// Properties of [`FindingSteps`].
#[derive(PartialEq, Properties)]
pub struct FindingStepsProps {
    pub on_step: Callback<Direction>,
}

/// Two buttons that say which keys do the same.
#[component]
pub fn FindingSteps(props: &FindingStepsProps) -> Html {
    html! {
        <div class="finding-steps">
            { step(props, Direction::Back, "Previous finding", "Shift+F8") }
            { step(props, Direction::On, "Next finding", "F8") }
        </div>
    }
}

fn step(props: &FindingStepsProps, direction: Direction, label: &'static str, keys: &str) -> Html {
    let onclick = props.on_step.reform(move |_| direction);
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
    /// The finding that comes next in an order of findings; behind the last one comes the first.
    pub fn from(self, current: Option<usize>, order: &[usize]) -> Option<usize> {
        let count = order.len();
        let place = order.iter().position(|finding| Some(*finding) == current);
        let next = match (self, place) {
            (Self::On, None) => 0,
            (Self::On, Some(place)) => (place + 1) % count,
            (Self::Back, None | Some(0)) => count.checked_sub(1)?,
            (Self::Back, Some(place)) => place - 1,
        };
        order.get(next).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::Direction::{Back, On};

    #[test]
    fn goes_round_in_both_directions() {
        let order = [4, 7, 5];
        for (direction, current, next) in [
            (On, None, 4),
            (On, Some(4), 7),
            (On, Some(5), 4),
            (On, Some(99), 4),
            (Back, None, 5),
            (Back, Some(4), 5),
            (Back, Some(5), 7),
        ] {
            assert_eq!(
                direction.from(current, &order),
                Some(next),
                "{direction:?} {current:?}"
            );
        }
        assert_eq!([On, Back].map(|way| way.from(None, &[])), [None, None]);
    }
}
