//! Whether the page can still make a request.

use yew::prelude::*;

use super::icon::{Glyph, Icon};

/// Properties of [`SealLine`].
#[derive(PartialEq, Properties)]
pub struct SealLineProps {
    pub sealed: bool,
}

/// The line that says that nothing leaves the tab, and from when on the browser enforces it.
#[component]
pub fn SealLine(props: &SealLineProps) -> Html {
    let (class, glyph, words) = match props.sealed {
        true => (
            "seal-line seal-line-closed",
            Glyph::Lock,
            "Sealed: no request can leave this tab",
        ),
        false => (
            "seal-line",
            Glyph::OpenLock,
            "Loading; then the page seals itself",
        ),
    };
    html! {
        <p {class} data-testid="seal"><Icon {glyph} size={14} />{ words }</p>
    }
}
