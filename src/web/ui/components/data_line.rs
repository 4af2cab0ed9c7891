//! Which data of AWS the page has.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use crate::session::ReferenceState;

/// Properties of [`DataLine`].
#[derive(PartialEq, Properties)]
pub struct DataLineProps {
    pub reference: ReferenceState,
}

/// The date of AWS's lists; or that they are on their way, or why they are missing.
#[component]
pub fn DataLine(props: &DataLineProps) -> Html {
    let ReferenceState { catalog, failure } = &props.reference;
    let (class, words) = match (catalog, failure) {
        (Some(catalog), _) => ("data-line", format!("AWS data of {}", catalog.date())),
        (None, Some(failure)) => ("data-line data-line-missing", failure.clone()),
        (None, None) => (
            "data-line",
            "Loading AWS's lists; only syntax and grammar are checked yet".to_owned(),
        ),
    };
    html! {
        <p {class} data-testid="data">
            if failure.is_some() && catalog.is_none() {
                <Icon glyph={Glyph::Triangle} size={12} />
            }
            { words }
        </p>
    }
}
