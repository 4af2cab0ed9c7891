//! How far a document is, as a drawing and words.

use yew::prelude::*;

use super::icon::{Glyph, Icon};
use crate::session::DocumentStatus;

/// Properties of [`StatusMark`].
#[derive(PartialEq, Properties)]
pub struct StatusMarkProps {
    pub status: DocumentStatus,
}

/// The drawing and the words, in one colour.
#[component]
pub fn StatusMark(props: &StatusMarkProps) -> Html {
    let (glyph, class) = look(props.status);
    html! {
        <span class={classes!("document-status", class)}>
            <Icon {glyph} size={14} />
            { props.status.words() }
        </span>
    }
}

fn look(status: DocumentStatus) -> (Glyph, Option<&'static str>) {
    match status {
        DocumentStatus::Errors(_) | DocumentStatus::TooLarge => {
            (Glyph::Alert, Some("document-status-rejected"))
        }
        DocumentStatus::Missing(_) => (Glyph::Pencil, Some("document-status-waiting")),
        DocumentStatus::Ready => (Glyph::Tick, Some("document-status-ready")),
        DocumentStatus::Empty => (Glyph::File, None),
        DocumentStatus::Unchecked => (Glyph::Search, None),
    }
}
